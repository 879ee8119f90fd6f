import LedgerModel
import LedgerStore
import PostgresClient
import Testing

/// Tables that only repeat what sealed tables say are held to them.
@Suite struct DerivedTamperTests {
    private static let derived: [(table: String, jurisdiction: String, subject: String)] = [
        ("balance_day", "jurisdiction_id", "balances"),
        ("debt_total", "jurisdiction_id", "debts"),
        ("joint_total", "jurisdiction_id", "claims"),
        ("statement_claim", "jurisdiction_id", "matches"),
        ("book_claim", "jurisdiction_id", "matches"),
        ("principal_role", "jurisdiction_id", "roles"),
        ("token", "jurisdiction_id", "tokens"),
        ("fund_period", "jurisdiction_id", "periods"),
        ("docket_reference", "jurisdiction_id", "references"),
    ]

    @Test func `every altered column of a derived table is found`() async throws {
        let ledger = try await VerificationLedger.make()
        for (table, _, subject) in Self.derived {
            let row = try await Alteration.middle(of: table, entryColumn: nil, ledger.connection)
            for column in row.columns {
                let report = try await ledger.verify(after: row.setting(column))
                let failed = report.checks.filter { $0.violations > 0 }
                #expect(failed.map(\.subject.rawValue) == [subject], "\(table).\(column.name)")
                let found = failed.flatMap(\.findings)
                #expect(found.allSatisfy { $0.table == table })
                #expect(
                    found.contains { $0.columns == [column.name] || $0.columns.isEmpty }
                        || table == "docket_reference",
                    "\(table).\(column.name): \(found)"
                )
            }
        }
        try await ledger.drop()
    }

    @Test func `rows taken from or added to a derived table are found`() async throws {
        let ledger = try await VerificationLedger.make()
        for (table, _, subject) in Self.derived {
            let row = try await Alteration.middle(of: table, entryColumn: nil, ledger.connection)
            let report = try await ledger.verify(after: row.deleting)
            let failed = report.checks.filter { $0.violations > 0 }
            #expect(failed.map(\.subject.rawValue) == [subject], "\(table)")
            let key = table == "token" ? "token_hash" : row.columns[1].name
            let value = table == "token" ? "sha256('forged')" : "77"
            let added = try await ledger.verify(after: row.adding(under: key, value))
            #expect(
                added.checks.filter { $0.violations > 0 }.map(\.subject.rawValue) == [subject],
                "\(table)"
            )
        }
        try await ledger.drop()
    }

    @Test func `a reference that is gone without an order is found`() async throws {
        let ledger = try await VerificationLedger.make()
        let report = try await ledger.verify(
            after: "DELETE FROM ledger.docket_reference WHERE reference = 'CR-3'"
        )
        #expect(
            report.checks.filter { $0.violations > 0 }.map(\.subject) == [.references]
        )
        try await ledger.drop()
    }

    @Test func `a principal that took another's login is found`() async throws {
        let ledger = try await VerificationLedger.make()
        for change in ["login = login || 'x'", "kind = 'other'", "id = id + 1000"] {
            let report = try await ledger.verify(
                after: """
                    ALTER TABLE ledger.principal DROP CONSTRAINT principal_kind_check;
                    ALTER TABLE ledger.principal ALTER COLUMN id DROP IDENTITY;
                    UPDATE ledger.principal SET \(change)
                    """
            )
            let failed = report.checks.filter { $0.violations > 0 }
            #expect(failed.map(\.subject) == [.logins], "\(change)")
        }
        try await ledger.drop()
    }

    @Test func `a tail that does not fit the unsealed headers is found`() async throws {
        let ledger = try await VerificationLedger.make()
        let other = try await ledger.verify(
            after: "UPDATE ledger.journal_tail SET entry_id = entry_id + 1000"
        )
        #expect(
            other.checks.filter { $0.violations > 0 }.map(\.subject) == [.strays, .tail]
        )
        let empty = try await ledger.verify(after: "DELETE FROM ledger.journal_tail")
        #expect(empty.checks.filter { $0.violations > 0 }.map(\.subject) == [.strays])
        let again = try await ledger.verify(
            after: """
                INSERT INTO ledger.journal_tail
                SELECT 1, entry_id, '1' FROM ledger.sealed_entry
                WHERE jurisdiction_id = 1 AND number = 4
                """
        )
        #expect(again.findings.map(\.entryNumber) == [4])
        try await ledger.drop()
    }
}
