import LedgerModel
import LedgerStore
import PostgresClient

/// Searches single lines that some of the other side add up to, page by page.
struct SumSearch {
    let account: Int64
    let key: String
    let number: Int32
    let day: LedgerDate

    private struct Find {
        let block: MatchBlockRow
        let isReverse: Bool
        let sum: SubsetSum
    }

    /// What the pass of the rule takes; nothing for rules that search no sums.
    func sums(_ connection: isolated PostgresConnection) async throws -> FoundSums {
        var finds: [Find] = []
        var blocks = 0
        for isReverse in [false, true] {
            var last: Int32 = 0
            while true {
                let page = try await connection.matchBlocks(
                    account: account,
                    key: key,
                    number: number,
                    asOf: day,
                    isReverse: isReverse,
                    after: last
                )
                guard let end = page.last?.target else { break }
                last = end
                blocks += page.count
                for block in page {
                    let sum = SubsetSum(block.amounts, target: block.amount)
                    guard !sum.solutions.isEmpty else { continue }
                    finds.append(Find(block: block, isReverse: isReverse, sum: sum))
                }
            }
        }
        return Self.found(finds, blocks: blocks)
    }

    private static func found(_ finds: [Find], blocks: Int) -> FoundSums {
        var found = FoundSums()
        for find in finds {
            let isProven = SubsetSum.excludesChance(find.block.amounts, blocks: blocks)
            for members in find.sum.solutions {
                found.targets.append(find.block.target)
                found.areReverse.append(find.isReverse)
                found.counts.append(Int32(find.sum.solutions.count))
                found.areProven.append(isProven)
                for member in members {
                    found.memberSums.append(Int32(found.targets.count))
                    found.members.append(find.block.ids[member])
                }
            }
        }
        return found
    }
}
