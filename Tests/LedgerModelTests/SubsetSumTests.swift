import LedgerModel
import Testing

@Suite struct SubsetSumTests {
    @Test(
        arguments: [
            ([3, 5, 9], 8, [[0, 1]]),
            ([3, 5, 9], 17, [[0, 1, 2]]),
            ([3, 5, 9], 9, []),
            ([3, 5, 9], 18, []),
            ([1, 2, 3, 4], 5, [[0, 3], [1, 2]]),
            ([25, 25, 25, 25], 50, [[0, 1], [0, 2], [0, 3]]),
            ([1, 2, 3, 6, 4], 10, [[3, 4], [0, 2, 3], [0, 1, 2, 4]]),
            ([-3, -5, -9], -8, [[0, 1]]),
            ([8], 8, []),
            ([], 0, []),
        ] as [([Int64], Int64, [[Int]])]
    )
    func `the first three ways to make a sum are found, fewest members first`(
        _ amounts: [Int64],
        _ target: Int64,
        _ solutions: [[Int]]
    ) {
        let sum = SubsetSum(amounts, target: target)
        #expect(sum.solutions == solutions)
        #expect(sum.isUnique == (solutions.count == 1))
    }

    @Test func `every way is found that trying all of them finds`() {
        var state: UInt64 = 7
        for _ in 0..<60 {
            let amounts = (0..<10).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int64(state >> 33) % 40 + 1
            }
            let target = amounts[0] + amounts[4] + amounts[9]
            let ways = (0..<1024).filter { places in
                places.nonzeroBitCount > 1
                    && amounts.indices.filter { places & (1 << $0) != 0 }
                        .reduce(0) { $0 + amounts[$1] } == target
            }
            let sum = SubsetSum(amounts, target: target)
            #expect(sum.solutions.count == min(3, ways.count))
            #expect(sum.solutions[0].count == ways.map(\.nonzeroBitCount).min())
            for way in sum.solutions { #expect(way.reduce(0) { $0 + amounts[$1] } == target) }
            #expect(Set(sum.solutions).count == sum.solutions.count)
        }
    }

    @Test func `twenty-four amounts are searched and no more`() {
        let amounts = [Int64](repeating: 2_500, count: 24)
        #expect(SubsetSum(amounts, target: 30_000).solutions.count == 3)
        #expect(SubsetSum(amounts + [2_500], target: 30_000).solutions.isEmpty)
    }

    @Test func `chance is excluded only where sums are sparse`() {
        let sparse: [Int64] = [1_234_567, 7_654_321, 2_345_679]
        #expect(SubsetSum.excludesChance(sparse, blocks: 1))
        #expect(!SubsetSum.excludesChance(sparse, blocks: 100_000))
        #expect(!SubsetSum.excludesChance([2_500, 5_000, 10_000], blocks: 1))
        #expect(!SubsetSum.excludesChance([Int64](repeating: .max, count: 24), blocks: .max))
    }
}
