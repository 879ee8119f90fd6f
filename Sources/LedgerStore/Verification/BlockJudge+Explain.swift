import LedgerModel
import PostgresClient

// What can be told only when the whole ledger was read.
extension BlockJudge {
    mutating func explain(
        _ strays: StrayRows,
        _ connection: isolated PostgresConnection
    ) async throws {
        let surplus = Set(rowCounts.filter { $0.surplus > 0 }.map { tables[$0.table].name })
        for count in rowCounts {
            let table = tables[count.table]
            let hasMoved = try await strays.hasMoved(table, entry: count.wrong.id, connection)
            let isElsewhere = strays.tables.contains(table.name) || surplus.contains(table.name)
            let columns =
                if count.surplus < 0, hasMoved {
                    [table.jurisdictionColumn]
                } else if count.surplus < 0, isElsewhere {
                    [table.entryColumn]
                } else {
                    [String]()
                }
            report(count, columns)
        }
        for gap in gaps {
            let hasMoved = try await strays.hasMovedSeal(gap, connection)
            report(gap, hasMoved ? "jurisdiction_id" : "number")
        }
        for (number, hash) in missingBlocks {
            let hasMoved = try await strays.hasMovedBlock(previousHash: hash, connection)
            tally.found(
                .chain,
                VerificationFinding(
                    blockNumber: number,
                    table: "block",
                    columns: [hasMoved ? "jurisdiction_id" : "number"],
                    explanation: "block \(number) is missing"
                )
            )
        }
    }

    private mutating func report(_ count: RowCount, _ columns: [String]) {
        let table = tables[count.table].name
        let what = count.surplus < 0 ? "lacks \(-count.surplus)" : "has \(count.surplus) more"
        tally.found(
            .entries,
            VerificationFinding(
                entryNumber: count.wrong.number,
                blockNumber: count.block,
                table: table,
                columns: columns,
                explanation: "entry \(count.wrong.number) was altered: its block \(what) rows of "
                    + "\(table) than were sealed"
            )
        )
    }

    private mutating func report(_ gap: Range<Int64>, _ column: String) {
        let (first, last) = (gap.lowerBound, gap.upperBound - 1)
        tally.found(
            .numbers,
            VerificationFinding(
                entryNumber: first,
                table: "sealed_entry",
                columns: [column],
                explanation: first == last
                    ? "number \(first) is missing" : "numbers \(first) to \(last) are missing"
            ),
            violations: (first...last).span.saturatingAdd(1)
        )
    }
}
