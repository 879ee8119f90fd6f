import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct SignOffTests {
    private static let september = "2026-09-30"

    @Test func `two persons sign what agrees, and it stays as it was signed`() async throws {
        let room = try await MonthRoom.september()
        #expect(
            try await room.code { try await room.prepare(Self.september) } == .booksNotClosed,
            "the books are open"
        )
        try await room.close(Self.september)
        let proposal = try await room.prepare(Self.september)
        try await room.test.grant(.approver, to: .reconciler)
        #expect(
            try await room.code { try await room.reconciler.signOff(proposal) } == .samePersonTwice
        )
        try await room.approver.signOff(proposal)
        let signed = try #require(try await room.reconciler.signedPeriods().first)
        #expect(signed.through.description == Self.september && signed.isUnchanged == true)
        #expect(signed.preparedBy != signed.reviewedBy && signed.counts == [2, 3, 1])
        #expect(signed.bank == signed.books && signed.books == signed.cases)
        #expect(signed.bank.description == "45485.25")
        #expect(
            try await room.code { try await room.prepare(Self.september) } == .periodSignedAlready
        )
        #expect(
            try await room.code { try await room.approver.signOff(proposal) }
                == .proposalAlreadyApproved
        )
        #expect(try await room.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `what was prepared and changed since is not signed`() async throws {
        let room = try await MonthRoom.september()
        try await room.close(Self.september)
        let proposal = try await room.prepare(Self.september)
        try await room.hear("9/1", "260929", opening: 0, [100])
        #expect(
            try await room.code { try await room.approver.signOff(proposal) } == .signedSetDiffers
        )
    }

    @Test func `a difference is signed only by its name`() async throws {
        let room = try await MonthRoom.open()
        try await room.bring("100.00", "2026-09-10")
        try await room.hear("1/1", "260901", opening: 500, [])
        try await room.hear("2/1", "260930", opening: 500, [10_000])
        try await room.tie(10_000)
        try await room.close(Self.september)
        #expect(
            try await room.code { try await room.prepare(Self.september) } == .differenceUnexplained
        )
        try await room.sign(Self.september, reason: "5.00 of the county lie there since 2019")
        let signed = try #require(try await room.reconciler.signedPeriods().first)
        #expect(signed.bank.cents - signed.books.cents == 500 && signed.reason != nil)
    }

    @Test func `nothing is signed before the bank was heard`() async throws {
        let room = try await MonthRoom.open()
        try await room.bring("100.00", "2026-09-10")
        try await room.hear("1/1", "260910", opening: 0, [10_000])
        try await room.close(Self.september)
        #expect(try await room.code { try await room.prepare(Self.september) } == .bankNotHeard)
        #expect(
            try await room.code {
                try await room.reconciler.prepareSignOff(
                    of: "nowhere",
                    through: LedgerDate(iso: Self.september)
                )
            } == .bankAccountUnknown
        )
    }

    @Test func `signed matches, statements and days change only after a reopening`()
        async throws
    {
        let room = try await MonthRoom.september()
        let match = try await room.tieOf(4_846_038)
        try await room.close(Self.september)
        try await room.sign(Self.september)
        #expect(try await room.code { try await room.untie(match) } == .periodIsSigned)
        #expect(
            try await room.code {
                try await room.test.owner.reopen(
                    fund: room.fund,
                    after: LedgerDate(iso: "2026-08-31")
                )
            } == .periodIsSigned
        )
        #expect(
            try await room.code { try await room.hear("1/1", "260831", opening: 0, [1]) }
                == .periodIsSigned
        )
        #expect(try await room.reconciler.signedPeriods().map(\.isUnchanged) == [true])
        func reopen(_ ledger: Ledger, _ reason: String) async throws -> LedgerRefusal.Code? {
            try await room.code {
                try await ledger.reopenSignOff(
                    of: "trust",
                    through: LedgerDate(iso: Self.september),
                    reason: reason
                )
            }
        }
        #expect(try await reopen(room.approver, "wrong match") == .samePersonTwice)
        #expect(try await reopen(room.test.owner, "") == .textTooLong)
        #expect(try await reopen(room.test.owner, "wrong match") == nil)
        #expect(try await reopen(room.test.owner, "wrong match") == .signOffUnknown)
        try await room.untie(match)
        #expect(
            try await room.code { try await room.prepare(Self.september) } == nil,
            "a line that is open is an item, not a difference"
        )
        try await room.tie(4_846_038)
        try await room.sign(Self.september)
        let signed = try await room.reconciler.signedPeriods()
        #expect(signed.map(\.isUnchanged) == [nil, true])
        #expect(signed[0].reopenedReason == "wrong match")
    }

    @Test func `a rule proposes what it would confirm in signed days`() async throws {
        let room = try await MonthRoom.open()
        try await room.bring("48460.38", "2026-09-10")
        try await room.hear("1/1", "260831", opening: 0, [])
        try await room.hear("2/1", "260930", opening: 0, [4_846_038])
        try await room.close(Self.september)
        try await room.sign(Self.september)
        try await room.reconciler.setMatchRules(
            yaml: "rules: [{ name: sum, pass: amount, days: { after: 30 }, confirm: yes }]",
            file: "r.yaml",
            of: "trust"
        )
        let run = try await room.reconciler.reconcile("trust")
        #expect(run.passes.map(\.proposed) == [1] && run.passes.map(\.confirmed) == [0])
        #expect(try await room.reconciler.signedPeriods().map(\.isUnchanged) == [true])
    }

    @Test func `lines that clear in the next month leave the signed one alone`() async throws {
        let room = try await MonthRoom.september()
        try await room.close(Self.september)
        try await room.sign(Self.september)
        try await room.hear("3/1", "261030", opening: 4_821_037, [325_000])
        try await room.tie(325_000)
        #expect(try await room.reconciler.signedPeriods().map(\.isUnchanged) == [true])
        try await room.close("2026-10-31")
        try await room.sign("2026-10-31")
        let october = try #require(try await room.reconciler.signedPeriods().last)
        #expect(october.followsOn?.description == Self.september && october.counts[2] == 1)
        #expect(
            try await room.code {
                try await room.test.owner.reopenSignOff(
                    of: "trust",
                    through: LedgerDate(iso: Self.september),
                    reason: "an older one"
                )
            } == .laterPeriodSigned
        )
    }

    @Test func `a late line goes to the next month and refers back`() async throws {
        let room = try await MonthRoom.september()
        try await room.close(Self.september)
        try await room.sign(Self.september)
        try await room.hear("1/9", "260915", opening: 0, [4_200], text: "LATE")
        #expect(try await room.reconciler.signedPeriods().map(\.isUnchanged) == [true])
        #expect(
            try await room.balances(Self.september).contains("B Not in the books yet -250.01")
        )
        let october = try await room.report("2026-10-15")["not_in_books", default: []]
        #expect(october.map { $0[4] } == ["-250.01", "42.00"])
        #expect(october[1][0] == "2026-10-01" && october[1][5] == Self.september)
        let late = try await room.reconciler.exceptions().first { $0.amount.cents == 4_200 }
        #expect(late?.detail.contains("late for the period signed through 2026-09-30") == true)
    }

    @Test func `one person does not sign alone, whatever they write`() async throws {
        let room = try await MonthRoom.september()
        try await room.close(Self.september)
        try await room.sign(Self.september)
        for (column, code) in [("s.prepared_by", "23514"), ("s.reviewed_by", "23505")] {
            let refused = try await room.sqlstate {
                try await room.write { connection, entry in
                    try await connection.runScript(
                        """
                        INSERT INTO ledger.sign_off
                        SELECT s.jurisdiction_id, \(entry), s.account_id, s.follows_on, s.through,
                            s.proposal_id, s.prepared_by, \(column), s.bank_cents, s.books_cents,
                            s.cases_cents, s.difference_reason, s.statement_line_count,
                            s.book_line_count, s.match_count, s.set_digest
                        FROM ledger.sign_off AS s
                        WHERE s.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                        """
                    )
                }
            }
            #expect(refused == code)
        }
        let reopened = try await room.sqlstate {
            try await room.write { connection, entry in
                try await connection.runScript(
                    """
                    INSERT INTO ledger.sign_off_reopening
                    SELECT s.jurisdiction_id, \(entry), s.entry_id, s.reviewed_by, s.reviewed_by,
                        'alone'
                    FROM ledger.sign_off AS s
                    WHERE s.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    """
                )
            }
        }
        #expect(reopened == "23514")
    }

    @Test func `what was changed behind the guards does not have the signed digest`()
        async throws
    {
        let room = try await MonthRoom.september()
        try await room.close(Self.september)
        try await room.sign(Self.september)
        let match = try await room.tieOf(4_846_038)
        _ = try await room.test.owner.store.withTransaction(keeping: false) { connection in
            try await connection.runScript(
                """
                SET LOCAL session_replication_role = replica;
                INSERT INTO ledger.match_change (
                    jurisdiction_id, entry_id, match_entry_id, match_no, change, reason
                ) SELECT ledger.bound_jurisdiction(), 0, \(match), 1, 'dissolved', 'hidden';
                SET LOCAL session_replication_role = origin;
                """
            )
            let periods = try await connection.signedPeriods()
            #expect(periods.map(\.isUnchanged) == [false])
        }
    }
}

extension MonthRoom {
    /// The match that explains a line of the bank of this amount.
    fileprivate func tieOf(_ cents: Int64) async throws -> Int64 {
        try await test.query(
            """
            SELECT max(m.entry_id) FROM ledger.match_statement_line AS m
            WHERE m.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND m.amount_minor = \(cents)
            """
        )[0].decode(at: 0)
    }
}
