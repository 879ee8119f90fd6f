import PostgresClient
import Testing

/// What a clerk in psql cannot do with money that only moves, nor alone with what is owed.
@Suite struct MovingMoneyTests {
    @Test(arguments: [
        ("LG312", "probe.reverse('k', probe.entry('paid'), p_reason => 'mood')"),
        ("LG312", "probe.reverse('k', probe.entry('paid'), p_reason => NULL)"),
        ("LG312", "probe.reverse('k', probe.entry('paid'), p_reason => 'import_undone')"),
        ("LG312", "probe.reverse('k', probe.entry('paid'), p_reason => 'identified')"),
        ("LG316", "probe.reverse('k', probe.entry('paid'), p_reason => 'duplicate')"),
        ("LG316", double("paid", of: "paid")),
        ("LG316", double("paid", of: "less")),
        ("LG316", double("paid", of: "elsewhere")),
        ("LG316", double("paid", of: "gone")),
        ("accepted", double("paid", of: "twice")),
        ("LG317", double("banked", of: "paid")),
        ("LG326", void(on: "ledger_api.court_today()", because: "NULL")),
        ("LG327", "probe.reverse('k', probe.entry('banked'), p_reason => 'void', p_memo => 'x')"),
        ("accepted", void(on: "ledger_api.court_today()", because: "'typo'")),
        ("accepted", "probe.reverse('k', probe.entry('banked'), p_reason => 'chargeback')"),
    ])
    func `a receipt is taken back for a reason that the ledger judges`(
        code: String,
        call: String
    ) async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        try await clerk.run("BEGIN")
        #expect(try await clerk.outcome(call) == code, "\(call)")
        try await clerk.run("ROLLBACK")
        await clerk.close()
    }

    @Test(arguments: [
        ("LG313", "misapplied", ""),
        ("LG313", "misapplied", again("'S'", cents: 400)),
        ("LG313", "misapplied", again("'S'", cents: 500, "p_method => 'check'")),
        ("LG313", "misapplied", again("'S'", cents: 500, "p_on => '2025-04-04'")),
        ("LG313", "misapplied", "SELECT probe.unidentified('again', 500, '77', '2025-04-05')"),
        ("accepted", "misapplied", again("'S'", cents: 500)),
        ("LG313", "reapplied", again("'S'", cents: 500)),
        ("accepted", "reapplied", again("'R'", cents: 500)),
    ])
    func `a receipt that moves stands again when the transaction ends`(
        code: String,
        reason: String,
        then: String
    ) async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        let outcome = try await clerk.outcome(
            ofScript: """
                SELECT probe.reverse('k', probe.entry('paid'), p_reason => '\(reason)'); \(then);
                SET CONSTRAINTS ALL IMMEDIATE
                """
        )
        #expect(outcome == code)
        await clerk.close()
    }

    @Test func `what a bank took back leaves the bank, and a double only the till`() async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        try await clerk.run(
            """
            BEGIN;
            SELECT probe.reverse('back', probe.entry('banked'), p_reason => 'chargeback');
            SELECT \(Self.double("paid", of: "twice").replacing("'k'", with: "'double'"));
            """
        )
        let credited = try await clerk.value(
            """
            SELECT string_agg(a.role || ' ' || p.amount_cents, ', ' ORDER BY p.entry_id)
            FROM ledger.posting AS p JOIN ledger.account AS a ON a.id = p.credit_account_id
            WHERE p.entry_id IN (probe.entry('back'), probe.entry('double'))
                AND a.role IN ('bank', 'undeposited')
            """,
            as: String.self
        )
        #expect(credited == "bank 500, undeposited 500")
        let named = try await clerk.value(
            """
            SELECT doubles_entry_id = probe.entry('twice') FROM ledger.doubled_receipt
            WHERE entry_id = probe.entry('double')
            """,
            as: Bool.self
        )
        #expect(named)
        await clerk.close()
    }

    @Test func `a receipt of another day is not voided, nor once it moved since`() async throws {
        let court = try await Court.open()
        for reference in ["R", "S"] { try await court.docket(reference) }
        let whole = CollectionDoorTests.whole
        let clerk = try await court.session("clerk")
        try await clerk.run("SELECT probe.collect('paid', 'R', 500, \(whole), p_number => '77')")
        let founder = try await court.superuser()
        try await founder.run(
            """
            SET session_replication_role = replica;
            UPDATE ledger.journal_entry SET recorded_at = recorded_at - interval '2 days'
            WHERE id = probe.entry('paid');
            """
        )
        await founder.close()
        let late = Self.void(on: "ledger_api.court_today()", because: "'typo'")
        #expect(try await clerk.outcome(late) == "LG327")
        try await clerk.run(
            """
            BEGIN;
            SELECT probe.reverse('moved', probe.entry('paid'), p_reason => 'misapplied');
            \(Self.again("'S'", cents: 500));
            COMMIT;
            """
        )
        let again = late.replacing("'k'", with: "'l'").replacing("'paid'", with: "'again'")
        #expect(try await clerk.outcome(again) == "LG327")
        await clerk.close()
    }

    @Test func `nobody vacates alone, and an approval is spent with what it does`() async throws {
        let court = try await Court.open()
        try await court.docket("R", debts: [("surcharge", 900), ("surcharge", 300)])
        try await court.with("owner") { owner in
            let second = ProbeSchema.login("second")
            try await owner.run("SELECT probe.role('second', '\(second)', 'clerk', 'grant')")
        }
        let clerk = try await court.session("clerk")
        let second = try await court.session("second")
        try await clerk.run(
            """
            SELECT \(Self.propose("stale", owed: "[[1,900],[2,301]]", falls: "[[1,900]]"));
            SELECT \(Self.propose("good", owed: "[[1,900],[2,300]]", falls: "[[1,900],[2,100]]"));
            SELECT \(Self.propose("deep", owed: "[[1,900],[2,300]]", falls: "[[1,901]]"));
            """
        )
        #expect(try await clerk.outcome("probe.change('c', 'R', 'vacated', -900)") == "LG331")
        #expect(try await clerk.outcome("probe.change('d', 'R', 'amended', -900)") == "LG331")
        let act = { (key: String, name: String) in "probe.vacate('\(key)', probe.entry('\(name)'))"
        }
        #expect(try await clerk.outcome(act("own", "good")) == "LG406")
        #expect(try await second.outcome(act("stale act", "stale")) == "LG314")
        #expect(try await second.outcome(act("deep act", "deep")) == "LG220")
        #expect(try await Self.owed(clerk) == "900 300, 0 approvals")
        #expect(try await second.outcome(act("act", "good")) == "accepted")
        #expect(try await Self.owed(clerk) == "0 200, 1 approvals")
        #expect(try await second.outcome(act("once more", "good")) == "LG702")
        await clerk.close()
        await second.close()
    }

    @Test(arguments: [
        ("LG205", "'F', 'amended', -401"), ("accepted", "'F', 'amended', -400"),
        ("LG331", "'F', 'amended', -500"), ("LG208", "'Poor', 'amended', 5"),
    ])
    func `an amendment leaves what the rule allows`(code: String, change: String) async throws {
        let court = try await Self.amended.value
        let clerk = try await court.session("clerk")
        try await clerk.run("BEGIN")
        #expect(try await clerk.outcome("probe.change('k', \(change))") == code)
        await clerk.close()
    }

    @Test func `what a debt takes is neither left unapplied nor owed to its payer`() async throws {
        let court = try await Court.open()
        try await court.docket("N", debts: [])
        try await court.with("clerk") { clerk in
            try await clerk.run("SELECT probe.collect('over', 'N', 700, '[]', 700)")
            #expect(try await clerk.outcome("probe.owe('early', 'N', 700)") == "LG315")
            try await clerk.run("SELECT probe.assess('debt', 'N', 'surcharge', 900)")
            #expect(try await clerk.outcome("probe.collect('k', 'N', 5, '[]', 5)") == "LG318")
        }
        let founder = try await court.superuser()
        try await founder.run(
            """
            INSERT INTO ledger.vacatur SELECT jurisdiction_id, id, docket_id, 'O'
            FROM ledger.journal_entry WHERE id = probe.entry('over')
            """
        )
        await founder.close()
        try await court.with("clerk") { clerk in
            let late = try await clerk.outcome("probe.owe('late', 'N', 700)")
            #expect(late == "LG318")
        }
    }

    // MARK: - The courts in which these are tried

    private static let opening = Task {
        let court = try await Court.open()
        for reference in ["R", "S"] { try await court.docket(reference) }
        let whole = CollectionDoorTests.whole
        try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                SELECT probe.collect('banked', 'R', 500, \(whole));
                SELECT probe.deposit('deposited', 500);
                SELECT probe.collect('paid', 'R', 500, \(whole), p_number => '77');
                SELECT probe.collect('twice', 'R', 500, \(whole));
                SELECT probe.collect('less', 'R', 5, '[{"debt":1,"shares":[2,1,2]}]');
                SELECT probe.collect('gone', 'R', 500, \(whole));
                SELECT probe.reverse('taken back', probe.entry('gone'));
                SELECT probe.collect('elsewhere', 'S', 500, \(whole));
                """
            )
        }
        return court
    }

    private static let amended = Task {
        let court = try await Court.open()
        for reference in ["F", "Poor"] {
            let rule = reference == "F" ? "fine" : "special"
            try await court.docket(reference, order: "gated", debts: [(rule, 500)])
        }
        try await court.with("clerk") { try await $0.run("SELECT probe.find('p', 'Poor', true)") }
        return court
    }

    private static func double(_ receipt: String, of other: String) -> String {
        """
        probe.reverse('k', probe.entry('\(receipt)'), p_reason => 'duplicate',
            p_doubles => probe.entry('\(other)'))
        """
    }

    private static func void(on day: String, because memo: String) -> String {
        """
        probe.reverse('k', probe.entry('paid'), p_on => \(day), p_reason => 'void',
            p_memo => \(memo))
        """
    }

    /// The receipt of `paid` under its number on another docket.
    private static func again(_ docket: String, cents: Int, _ change: String = "") -> String {
        let shares = [cents * 2 / 5, cents / 5, cents * 2 / 5].map(String.init)
        let day = change.contains("p_on") ? "" : ", p_on => '2025-04-05'"
        return """
            SELECT probe.collect('again', \(docket), \(cents),
                '[{"debt":1,"shares":[\(shares.joined(separator: ","))]}]',
                p_number => '77'\(day)\(change.isEmpty ? "" : ", " + change))
            """
    }

    private static func propose(_ key: String, owed: String, falls: String) -> String {
        let list = { (pairs: String) in
            """
            (SELECT jsonb_agg(jsonb_build_object('debt', x -> 0, 'cents', x -> 1))
            FROM jsonb_array_elements('\(pairs)') AS x)
            """
        }
        return """
            probe.propose('\(key)', 'docket_vacate', jsonb_build_object('docket',
                probe.docket('R'), 'order_reference', 'O-1', 'effective_on', '2025-04-05',
                'owed', \(list(owed)), 'falls', \(list(falls))))
            """
    }

    private static func owed(_ session: Session) async throws -> String {
        try await session.value(
            """
            SELECT string_agg(t.owed_cents::text, ' ' ORDER BY t.debt_no) || ', '
                || (SELECT count(*) FROM ledger.approval) || ' approvals'
            FROM ledger.debt_total AS t
            """
        )
    }
}
