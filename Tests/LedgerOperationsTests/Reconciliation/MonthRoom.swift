import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// A court's bank account over a month, and the persons who reconcile and sign it.
struct MonthRoom {
    let court: Case
    let reconciler: Ledger
    let approver: Ledger
    let fund: String

    var test: TestLedger { court.test }

    static func open() async throws -> MonthRoom {
        let court = try await Case.open()
        let test = court.test
        let fund = try #require(try await test.owner.books().custodialFunds.first?.code)
        try await test.owner.add(BankAccount("trust", fund: fund), number: StatementRoom.number)
        return MonthRoom(
            court: court,
            reconciler: try await test.ledger(as: .reconciler),
            approver: try await test.ledger(as: .approver),
            fund: fund
        )
    }

    /// The month of W-21: a deposit that cleared, one in transit, a check that is out, and a
    /// returned check that the books do not have yet.
    static func september() async throws -> MonthRoom {
        let room = try await open()
        try await room.bring("48460.38", "2026-09-10")
        try await room.refund("5975.12", "2026-09-21")
        try await room.bring("3250.00", "2026-09-30")
        try await room.hear("1/1", "260831", opening: 0, [])
        try await room.hear("2/1", "260930", opening: 0, [4_846_038, -25_001])
        try await room.tie(4_846_038)
        return room
    }

    /// Receives money that no debt claims and brings it to the bank.
    func bring(_ amount: String, _ day: String) async throws {
        try await receive(amount, day)
        try await court.deposit(amount, on: day)
    }

    func receive(
        _ amount: String,
        _ day: String,
        _ change: (inout RecordCollection) -> Void = { _ in }
    ) async throws {
        let day = try LedgerDate(iso: day)
        try await court.pay(amount) {
            $0.received = .on(day)
            change(&$0)
        }
    }

    func refund(_ amount: String, _ day: String) async throws {
        try await court.refund(amount, check: 501, on: day)
    }

    /// A statement of one day, with what it opens with and these lines, in cents.
    func hear(
        _ number: String,
        _ day: String,
        opening: Int,
        _ amounts: [Int],
        off: Int = 0,
        text: String = "DEPOSIT"
    ) async throws {
        let bytes = Array(
            StatementRoom.mt940(
                number,
                day: day,
                opening: opening,
                amounts,
                off: off,
                text: text
            ).utf8
        )
        _ = try await reconciler.importStatements(
            ImportStatements(),
            StatementInput(name: "a.sta") { Array(bytes.dropFirst($0)) }
        )
    }

    /// Ties an open line of the bank to one of the books by their amount, and says the match.
    @discardableResult
    func tie(_ cents: Int64, state: String = "accepted") async throws -> Int64 {
        try await write { connection, entry in
            try await connection.runScript(
                """
                SELECT ledger_api.write_matches(
                    l.jurisdiction_id, \(entry), s.bank_account_id, NULL, NULL, ARRAY[1],
                    ARRAY['\(state)'], ARRAY['4711'], ARRAY[0::bigint], ARRAY[0], ARRAY[0],
                    ARRAY[0], ARRAY['seen'], ARRAY[1], ARRAY[l.statement_id],
                    ARRAY[l.ordinal], ARRAY[l.amount_minor], ARRAY[1], ARRAY[k.book_entry_id],
                    ARRAY[k.amount_cents]
                )
                FROM ledger.statement_line AS l
                JOIN ledger.statement AS s
                    ON s.jurisdiction_id = l.jurisdiction_id AND s.entry_id = l.statement_id
                JOIN ledger.bank_account AS b
                    ON b.jurisdiction_id = l.jurisdiction_id AND b.entry_id = s.bank_account_id
                CROSS JOIN LATERAL ledger_api.book_lines(l.jurisdiction_id, b.account_id, NULL)
                    AS k
                WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND l.amount_minor = \(cents) AND k.amount_cents = \(cents)
                    AND k.claimed_cents = 0
                """
            )
        }
    }

    /// Dissolves a match.
    @discardableResult
    func untie(_ match: Int64) async throws -> Int64 {
        try await write { connection, entry in
            try await connection.runScript(
                """
                INSERT INTO ledger.match_change (
                    jurisdiction_id, entry_id, match_entry_id, match_no, change, reason
                ) SELECT ledger.bound_jurisdiction(), \(entry), \(match), 1, 'dissolved', 'wrong'
                """
            )
        }
    }

    /// Writes rows that belong to an entry, as the owner of the schema.
    @discardableResult
    func write(
        _ body: @Sendable (isolated PostgresConnection, Int64) async throws -> Void
    ) async throws -> Int64 {
        try await test.owner.store.withTransaction { connection in
            try await connection.execute("SELECT ledger_api.require_role('owner')")
            let entry: Int64 = try await connection.execute(
                """
                SELECT ledger_api.write_entry(
                    'test', jsonb_build_object('statement', '{}'::jsonb),
                    ledger_api.court_today(), ledger_api.court_today()
                )
                """
            )[0].decode(at: 0)
            try await body(connection, entry)
            return entry
        }
    }

    /// Posts an amount between two accounts, as no door would; with a docket or without.
    func misPost(_ cents: Int64, from: String, to: String, onDocket: Bool) async throws {
        let docket =
            onDocket
            ? "(SELECT max(d.entry_id) FROM ledger.docket AS d WHERE "
                + "d.jurisdiction_id = ledger.bound_jurisdiction())" : "NULL"
        try await test.owner.store.withTransaction { connection in
            try await connection.execute("SELECT ledger_api.require_role('owner')")
            try await connection.runScript(
                """
                SELECT ledger_api.accept(1, ledger_api.write_entry(
                    'test', '{"statement": {}}', '2026-09-15', '2026-09-15', 'accepted', \(docket)
                ), '2026-09-15', jsonb_build_array(jsonb_build_object(
                    'purse', w.id, 'debit', a.id, 'credit', c.id, 'cents', \(cents)
                )), NULL)
                FROM ledger.account AS a
                JOIN ledger.account AS c
                    ON c.jurisdiction_id = a.jurisdiction_id AND c.fund_id = a.fund_id
                    AND c.role = '\(from)'
                JOIN ledger.purse AS w
                    ON w.jurisdiction_id = a.jurisdiction_id AND w.fund_id = a.fund_id
                WHERE a.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND a.role = '\(to)'
                ORDER BY c.id LIMIT 1
                """
            )
        }
    }

    /// The code by which an act is refused, by a door or by a trigger.
    func code(_ body: () async throws -> Void) async throws -> LedgerRefusal.Code? {
        do {
            return try await sqlstate(body).flatMap(LedgerRefusal.Code.init)
        } catch let refusal as LedgerRefusal {
            return refusal.code
        }
    }

    /// The state by which the database refuses.
    func sqlstate(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let error as PostgresError {
            return error.sqlstate
        }
    }

    func report(_ day: String) async throws -> [String: [[String]]] {
        let report = try await reconciler.reconciliationReport(
            of: "trust",
            ReportScope(end: try LedgerDate(iso: day))
        )
        return Dictionary(
            uniqueKeysWithValues: report.sections.map { ($0.key, report.lines($0.key)) }
        )
    }

    /// Item and amount of the form.
    func balances(_ day: String) async throws -> [String] {
        try await report(day)["balances", default: []].map { "\($0[0]) \($0[1]) \($0[3])" }
    }

    /// Class and amount of what nobody explained.
    func exceptions(_ day: String) async throws -> [String] {
        try await reconciler.exceptions(asOf: LedgerDate(iso: day)).map {
            "\($0.kind.rawValue) \($0.amount)"
        }
    }

    func close(_ day: String) async throws {
        try await approver.close(fund: fund, through: try LedgerDate(iso: day))
    }

    @discardableResult
    func prepare(_ day: String, reason: String? = nil) async throws -> Int64 {
        try await reconciler.prepareSignOff(
            of: "trust",
            through: LedgerDate(iso: day),
            reason: reason
        ).recorded.entry
    }

    /// Prepares and signs by two persons.
    func sign(_ day: String, reason: String? = nil) async throws {
        try await approver.signOff(try await prepare(day, reason: reason))
    }
}
