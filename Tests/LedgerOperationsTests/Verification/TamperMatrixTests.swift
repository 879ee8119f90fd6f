import LedgerModel
import LedgerStore
import PostgresClient
import Testing

/// Every column of every sealed table is altered, every table loses and gains a row; each must be
/// found, at its entry, by its name.
@Suite struct TamperMatrixTests {
    /// Columns whose alteration moves rows, so that the digests of others change with theirs.
    private static let ordering: Set = [
        "line", "id", "entry_id", "docket_id", "debt_no", "debt_kind", "payment_order",
    ]

    @Test func `every altered column is found at its entry and named`() async throws {
        let ledger = try await VerificationLedger.make()
        var altered = 0
        for table in try await SealedTable.all(ledger.connection) {
            let row = try await Alteration.middle(
                of: table.name,
                entryColumn: table.entryColumn,
                jurisdictionColumn: table.jurisdictionColumn,
                ledger.connection
            )
            #expect(Set(row.columns.map(\.name)) == Set(table.columns.map(\.name)))
            for column in row.columns {
                let report = try await ledger.verify(after: row.setting(column))
                let found = report.findings.first {
                    $0.entryNumber == row.entryNumber && $0.table == table.name
                        && $0.columns.contains(column.name)
                }
                #expect(found != nil, "\(table.name).\(column.name): \(report.findings)")
                let isValue =
                    column.name != table.jurisdictionColumn
                    && !Self.ordering.contains(column.name)
                if isValue {
                    #expect(found?.columns == [column.name], "\(table.name).\(column.name)")
                    #expect(report.firstFinding == found, "\(table.name).\(column.name)")
                }
                altered += 1
            }
        }
        #expect(altered > 180)
        #expect(try await ledger.verify().isIntact)
        try await ledger.drop()
    }

    @Test func `every row moved to another jurisdiction is found`() async throws {
        let ledger = try await VerificationLedger.make()
        for table in try await SealedTable.all(ledger.connection)
        where table.name != "jurisdiction" {
            let row = try await Alteration.middle(
                of: table.name,
                entryColumn: table.entryColumn,
                ledger.connection
            )
            let report = try await ledger.verify(after: row.moving(table.jurisdictionColumn))
            #expect(
                report.findings.contains {
                    $0.entryNumber == row.entryNumber && $0.table == table.name
                        && $0.columns == [table.jurisdictionColumn]
                },
                "\(table.name): \(report.findings)"
            )
        }
        try await ledger.drop()
    }

    @Test func `every deleted row is found at its entry`() async throws {
        let ledger = try await VerificationLedger.make()
        for table in try await SealedTable.all(ledger.connection) {
            let row = try await Alteration.middle(
                of: table.name,
                entryColumn: table.entryColumn,
                jurisdictionColumn: table.jurisdictionColumn,
                ledger.connection
            )
            let report = try await ledger.verify(after: row.deleting)
            #expect(
                report.findings.contains {
                    $0.entryNumber == row.entryNumber && $0.table == table.name
                        && $0.explanation.contains("lacks 1 rows of \(table.name)")
                },
                "\(table.name): \(report.findings)"
            )
        }
        try await ledger.drop()
    }

    @Test func `every row added to a sealed entry is found at that entry`() async throws {
        let ledger = try await VerificationLedger.make()
        for table in try await SealedTable.all(ledger.connection) {
            let row = try await Alteration.middle(
                of: table.name,
                entryColumn: table.entryColumn,
                jurisdictionColumn: table.jurisdictionColumn,
                ledger.connection
            )
            let report = try await ledger.verify(
                after: row.adding(under: table.entryColumn, table.entryColumn)
            )
            #expect(
                report.findings.contains {
                    $0.entryNumber == row.entryNumber && $0.table == table.name
                        && $0.explanation.contains("has 1 more rows of \(table.name)")
                },
                "\(table.name): \(report.findings)"
            )
        }
        try await ledger.drop()
    }

    @Test func `every row added under an entry of its own is found`() async throws {
        let ledger = try await VerificationLedger.make()
        for table in try await SealedTable.all(ledger.connection) {
            let row = try await Alteration.middle(
                of: table.name,
                entryColumn: table.entryColumn,
                jurisdictionColumn: table.jurisdictionColumn,
                ledger.connection
            )
            let report = try await ledger.verify(
                after: row.adding(under: table.entryColumn, "999999")
            )
            let strays = report.checks.first { $0.subject == .strays }
            #expect(strays?.violations == 1, "\(table.name)")
            #expect(strays?.findings.first?.table == table.name)
        }
        try await ledger.drop()
    }
}
