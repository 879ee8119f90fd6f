import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct ExceptionTests {
    @Test func `what is under way becomes missing by the clock, over weekends and holidays`()
        async throws
    {
        let room = try await MonthRoom.open()
        try await room.hear("1/1", "260831", opening: 0, [])
        try await room.bring("100.00", "2026-10-05")
        // Monday 5 October; the 12th is Columbus Day: five banking days end on the 13th.
        #expect(try await room.exceptions("2026-10-13") == ["timing 100.00"])
        #expect(try await room.exceptions("2026-10-14") == ["missing_in_bank 100.00"])
        let item = try #require(
            try await room.reconciler.exceptions(asOf: LedgerDate(iso: "2026-10-14")).first
        )
        #expect(item.age == 6 && item.account == "trust" && item.owner == "reconciler")
        #expect(item.dueOn.description == "2026-10-20" && !item.isOverdue)
        try await room.reconciler.set(ClearingWindow("trust", .deposit, days: 10))
        #expect(try await room.exceptions("2026-10-14") == ["timing 100.00"])
        #expect(try await room.exceptions("2026-10-21") == ["missing_in_bank 100.00"])
        try await room.reconciler.set(ClearingWindow("trust", .deposit, days: 0))
        #expect(
            try await room.code {
                try await room.reconciler.set(ClearingWindow("trust", .check, days: -1))
            } == .settingNotValid
        )
        let ages = try await room.reconciler.exceptionsReport(
            ReportScope(end: LedgerDate(iso: "2026-10-14"))
        ).lines("ages")
        #expect(ages.count == ReconciliationException.Kind.allCases.count)
        let missing = try #require(ages.first { $0[0] == "missing_in_bank" })
        #expect(
            missing == ["missing_in_bank", "0", "0", "1", "0", "0", "0", "1", "1", "100.00"]
        )
    }

    @Test func `the bank's side has its classes`() async throws {
        let room = try await MonthRoom.open()
        try await room.hear("1/1", "260901", opening: 0, [5_000], text: "COUNTER CREDIT")
        try await room.hear("2/1", "260902", opening: 5_000, [-900], text: "DEPOSIT TICKET 77")
        try await room.hear("3/1", "260903", opening: 4_100, [300], off: 1)
        #expect(
            try await room.exceptions("2026-09-03") == [
                "timing 50.00", "timing -9.00", "control_failed 0.00",
            ]
        )
        #expect(
            Set(try await room.exceptions("2026-09-30")) == [
                "unidentified_receipt 50.00", "missing_in_books -9.00", "control_failed 0.00",
            ]
        )
        try await room.hear("4/1", "260904", opening: 4_200, [-900], text: "DEPOSIT TICKET 77")
        let later = try await room.exceptions("2026-09-30")
        #expect(later.filter { $0 == "duplicate_suspect -9.00" }.count == 2)
        #expect(later.contains("control_failed 1.00") && later.contains("bank_unlike_books 1.00"))
    }

    @Test func `what the bank returned is told apart`() async throws {
        let room = try await MonthRoom.open()
        try await room.hear("1/1", "260901", opening: 0, [5_000, -2_500], text: "A")
        #expect(try await room.exceptions("2026-09-02") == ["timing 50.00", "timing -25.00"])
        try await room.write { connection, entry in
            try await connection.runScript(
                """
                INSERT INTO ledger.statement_return
                SELECT l.jurisdiction_id, \(entry), l.statement_id, l.ordinal, 1, 'returned',
                    'R01', NULL, NULL
                FROM ledger.statement_line AS l
                WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND l.amount_minor < 0
                """
            )
        }
        #expect(try await room.exceptions("2026-09-02") == ["timing 50.00", "returned -25.00"])
    }

    @Test func `proposals that wait say why`() async throws {
        let room = try await MonthRoom.open()
        try await room.bring("100.00", "2026-09-01")
        try await room.hear("1/1", "260901", opening: 0, [9_700])
        try await room.write { connection, entry in
            try await connection.runScript(Self.proposal(entry, "proposed", 9_700, 10_000))
        }
        #expect(
            try await room.exceptions("2026-09-02") == [
                "amount_differs 97.00", "amount_differs 100.00",
            ]
        )
        let detail = try await room.reconciler.exceptions(asOf: LedgerDate(iso: "2026-09-02"))
            .map(\.detail)
        #expect(detail.allSatisfy { $0.contains("differs by -3.00") })
        try await room.write { connection, entry in
            try await connection.runScript(Self.proposal(entry, "ambiguous", 9_700, 10_000))
        }
        #expect(
            try await room.exceptions("2026-09-02") == ["ambiguous 97.00", "ambiguous 100.00"]
        )
    }

    @Test func `a check grows stale`() async throws {
        let room = try await MonthRoom.open()
        try await room.bring("100.00", "2024-09-03")
        try await room.refund("40.00", "2024-09-04")
        try await room.hear("1/1", "240902", opening: 0, [])
        try await room.hear("2/1", "240903", opening: 0, [10_000])
        try await room.tie(10_000)
        func checks(_ day: String) async throws -> [String] {
            try await room.exceptions(day).filter { $0.hasSuffix("-40.00") }
        }
        #expect(try await checks("2024-12-31") == ["timing -40.00"])
        #expect(try await checks("2025-06-30") == ["missing_in_bank -40.00"])
        #expect(try await checks("2025-09-04") == ["stale_check -40.00"])
    }

    @Test func `the books' side has its classes`() async throws {
        let room = try await MonthRoom.open()
        try await room.receive("10.00", "2026-09-01")
        try await room.receive("10.00", "2026-09-01") {
            $0.source = "import"
            $0.number = "7"
        }
        try await room.court.clerk.record(
            RecordUnidentified(
                Money(cents: 500),
                by: .cash,
                received: .on(try LedgerDate(iso: "2026-09-01"))
            )
        )
        let kinds = Set(
            try await room.reconciler.exceptions(asOf: LedgerDate(iso: "2026-11-20")).map(\.kind)
        )
        #expect(
            kinds == [.duplicateSuspect, .depositLate, .suspenseOld, .unidentifiedReceipt]
        )
    }

    @Test func `what only direct SQL can do is found`() async throws {
        let room = try await MonthRoom.open()
        let taken = try await room.court.pay("10.00")
        try await room.court.clerk.take(
            back: ReturnCollection(taken.recorded.entry, reason: .void),
            CommandOptions(memo: "wrong amount")
        )
        try await room.bring("20.00", "2026-09-01")
        try await room.test.owner.store.withTransaction { connection in
            try await connection.runScript(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE ledger.deposit SET amount_cents = 2100
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction());
                UPDATE ledger.receipt SET amount_cents = 2050
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND amount_cents = 2000;
                UPDATE ledger.receipt_book SET last_number = last_number + 2
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction());
                """
            )
        }
        try await room.misPost(9_000, from: "bank", to: "unapplied", onDocket: true)
        let kinds = Set(try await room.reconciler.exceptions().map(\.kind))
        let wanted: Set<ReconciliationException.Kind> = [
            .voidWithoutApproval, .depositUnlikeReceipts, .splitUnlikeReceipt, .receiptNumberGap,
            .negativeCaseBalance,
        ]
        #expect(wanted.isSubset(of: kinds), "\(kinds)")
    }

    @Test func `money sent late and gates passed are found`() async throws {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        _ = try await court.clerk.record(
            .reverseCollections,
            [
                "effective_on": .text("2024-06-05"), "entry": .number(payments[2].recorded.entry),
                "reason": .text("returned_check"),
            ],
            CommandOptions()
        )
        let federal = Set(try await court.clerk.exceptions().map(\.kind))
        #expect(federal.contains(.paidWhileGated))
        let late = try await Case.open(in: "us-il")
        try await late.assess("il-5-9-1.21", "1000.00")
        try await late.pay("100.00")
        let kinds = Set(try await late.clerk.exceptions().map(\.kind))
        #expect(kinds.contains(.remittanceLate))
    }

    @Test func `an exception has an owner, a day and an end`() async throws {
        let room = try await MonthRoom.open()
        let taken = try await room.court.pay("10.00")
        try await room.court.clerk.take(
            back: ReturnCollection(taken.recorded.entry, reason: .void),
            CommandOptions(memo: "wrong amount")
        )
        func void() async throws -> ReconciliationException? {
            try await room.reconciler.exceptions().first { $0.kind == .voidWithoutApproval }
        }
        let found = try #require(try await void())
        #expect(found.owner == "approver")
        let login = "\(SharedDatabase.name)_clerk"
        let day = try LedgerDate(iso: "2026-12-01")
        try await room.approver.change(exception: found.name, .assign(to: login, by: day))
        let owned = try #require(try await void())
        #expect(owned.owner == login && owned.dueOn == day)
        #expect(
            try await room.code {
                try await room.approver.change(
                    exception: found.name,
                    .assign(to: "nobody", by: nil)
                )
            } == .principalUnknown
        )
        #expect(
            try await room.code {
                try await room.approver.change(
                    exception: "bank-1.1",
                    .resolve(.explained, reason: "gone")
                )
            } == .exceptionUnknown
        )
        try await room.approver.change(
            exception: found.name,
            .resolve(.explained, reason: "seen on the tape of the till")
        )
        #expect(try await void() == nil)
        try await room.approver.change(exception: found.name, .reopen(reason: "the wrong tape"))
        #expect(try await void()?.owner == login)
    }

    private static func proposal(
        _ entry: Int64,
        _ state: String,
        _ bank: Int,
        _ books: Int
    ) -> String {
        """
        SELECT ledger_api.write_matches(
            l.jurisdiction_id, \(entry), s.bank_account_id, \(entry), 1::smallint, ARRAY[1],
            ARRAY['\(state)'], ARRAY['77'], ARRAY[(\(bank) - \(books))::bigint], ARRAY[0], ARRAY[0],
            ARRAY[0], ARRAY[NULL::text], ARRAY[1], ARRAY[l.statement_id], ARRAY[l.ordinal],
            ARRAY[l.amount_minor], ARRAY[1], ARRAY[k.book_entry_id], ARRAY[k.amount_cents]
        )
        FROM ledger.statement_line AS l
        JOIN ledger.statement AS s
            ON s.jurisdiction_id = l.jurisdiction_id AND s.entry_id = l.statement_id
        JOIN ledger.bank_account AS b
            ON b.jurisdiction_id = l.jurisdiction_id AND b.entry_id = s.bank_account_id
        CROSS JOIN LATERAL ledger_api.book_lines(l.jurisdiction_id, b.account_id, NULL) AS k
        WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            AND l.amount_minor = \(bank) AND k.amount_cents = \(books)
        """
    }
}
