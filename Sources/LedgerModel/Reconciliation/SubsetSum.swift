/// The ways in which some of a few amounts add up to one: how many there are, and the first three.
///
/// Amounts are whole minor units of one sign. Meet in the middle: the sums of each half are made
/// once and met by size, fewest members first, then in the order of the amounts.
package struct SubsetSum: Hashable, Sendable {
    /// More amounts than this are not searched.
    package static let limit = 24

    /// The places of the members of each way, at most three ways.
    package let solutions: [[Int]]

    /// Whether there is exactly one way.
    package var isUnique: Bool { solutions.count == 1 }

    /// Looks for ways of at least two members; none are found among too many amounts.
    package init(_ amounts: [Int64], target: Int64) {
        guard (2...Self.limit).contains(amounts.count) else {
            solutions = []
            return
        }
        let amounts = amounts.map(\.magnitude)
        let middle = amounts.count / 2
        let left = Self.sums(amounts[..<middle])
        let right = Self.sums(amounts[middle...]).map { sums in
            Dictionary(grouping: sums, by: \.sum)
        }
        var found: [UInt32] = []
        for size in 2...amounts.count where found.count < 3 {
            var ways: [UInt32] = []
            for count in max(0, size - right.count + 1)...min(size, left.count - 1) {
                for first in left[count] where first.sum <= target.magnitude {
                    let rest = target.magnitude - first.sum
                    for second in right[size - count][rest] ?? [] {
                        Self.keep(first.places | second.places << UInt32(middle), in: &ways)
                    }
                }
            }
            found += ways.prefix(3 - found.count)
        }
        solutions = found.map { places in
            amounts.indices.filter { places & (1 << UInt32($0)) != 0 }
        }
    }

    /// Whether chance gives such a sum less than once in a hundred searches of this many blocks:
    /// the subsets, times the grid on which their sums lie, are few beside the spread of the sums.
    package static func excludesChance(_ amounts: [Int64], blocks: Int) -> Bool {
        guard amounts.count <= limit else { return false }
        var (grid, spread) = (UInt64(0), UInt64(0))
        for amount in amounts.map(\.magnitude) {
            grid = divisor(grid, amount)
            let (sum, overflows) = spread.addingReportingOverflow(amount)
            guard !overflows else { return false }
            spread = sum
        }
        var chances = UInt64(1) << UInt64(amounts.count)
        for factor in [grid, UInt64(max(blocks, 1)), 100] {
            let (product, overflows) = chances.multipliedReportingOverflow(by: factor)
            guard !overflows else { return false }
            chances = product
        }
        return chances < spread
    }

    private struct Part {
        let sum: UInt64
        let places: UInt32
    }

    /// The sums of all subsets, by the count of their members.
    private static func sums(_ amounts: ArraySlice<UInt64>) -> [[Part]] {
        var parts = [Part(sum: 0, places: 0)]
        for (place, amount) in amounts.enumerated() {
            parts += parts.compactMap { part in
                let (sum, overflows) = part.sum.addingReportingOverflow(amount)
                return overflows ? nil : Part(sum: sum, places: part.places | 1 << UInt32(place))
            }
        }
        var bySize = [[Part]](repeating: [], count: amounts.count + 1)
        for part in parts { bySize[part.places.nonzeroBitCount].append(part) }
        return bySize
    }

    /// Keeps the three ways whose first differing member comes first.
    private static func keep(_ way: UInt32, in ways: inout [UInt32]) {
        let place = ways.firstIndex { comesBefore(way, $0) } ?? ways.count
        guard place < 3 else { return }
        ways.insert(way, at: place)
        if ways.count > 3 { ways.removeLast() }
    }

    private static func comesBefore(_ one: UInt32, _ other: UInt32) -> Bool {
        let difference = one ^ other
        return one & (difference & (~difference &+ 1)) != 0
    }

    private static func divisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
