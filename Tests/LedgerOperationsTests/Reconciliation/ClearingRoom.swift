import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// A court that banks receipts, its bank account and two reconcilers.
struct ClearingRoom {
    let statements: StatementRoom
    let docket: Case

    var first: Ledger { statements.first }
    var second: Ledger { statements.second }

    /// With a debt of 1,000.00 on a docket.
    static func open() async throws -> ClearingRoom {
        let statements = try await StatementRoom.open()
        let clerk = try await statements.test.clerk
        let docket = Case(test: statements.test, clerk: clerk, docket: "A-1")
        try await clerk.open(OpenDocket("A-1", judgmentOn: LedgerDate(iso: "2024-03-01")))
        try await docket.assess("mn-609.3241", "1000.00") { $0.grade = "other" }
        return ClearingRoom(statements: statements, docket: docket)
    }

    /// With an assessment and a fine of 300.00 together, and 5,000.00 that wait behind them.
    static func federal() async throws -> ClearingRoom {
        let statements = try await StatementRoom.open(in: "us")
        let clerk = try await statements.test.clerk
        let docket = Case(test: statements.test, clerk: clerk, docket: "1:24-cr-1")
        try await clerk.open(
            OpenDocket("1:24-cr-1", judgmentOn: LedgerDate(iso: "2024-07-22"))
        )
        try await docket.assess("us-3013") { $0.grade = "felony" }
        try await docket.assess("us-3571", "200.00") { $0.grade = "felony" }
        try await docket.assess("us-3014")
        return ClearingRoom(statements: statements, docket: docket)
    }

    /// Receives money and banks it on a ticket; answers with the numbers of both entries.
    @discardableResult
    func bank(
        _ amount: String,
        ticket: String,
        check: String? = nil,
        on day: String = "2025-06-01"
    ) async throws -> (receipt: Int64, deposit: Int64) {
        let day = BusinessDay.on(try LedgerDate(iso: day))
        let paid = try await docket.pay(amount) { collection in
            collection.received = day
            if let check { (collection.method, collection.payerReference) = (.check, check) }
        }
        let banked = try await docket.clerk.record(RecordDeposit(ticket, deposited: day))
        return (
            try #require(paid.recorded.number), try #require(banked.recorded.number)
        )
    }

    /// Takes in a statement of these amounts in cents; answers with its number.
    @discardableResult
    func take(
        _ amounts: [Int],
        _ number: String = "1/1",
        text: String = "UNKNOWN"
    ) async throws -> Int64 {
        try await statements.take(
            StatementRoom.mt940(number, day: "250602", opening: 1_000_000, amounts, text: text)
        )
        return try #require(try await first.statements().last?.number)
    }

    /// Writes what a run of rules might propose: each open line with each entry of its amount.
    func propose(_ state: String = "proposed", off difference: Int64 = 0) async throws {
        try await statements.test.propose(state, off: difference)
    }

    func match(
        _ lines: [(Int64, Int32, String?)],
        _ entries: [(Int64, String?)],
        difference: AccountRole? = nil,
        as ledger: Ledger? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await (ledger ?? first).match(
            MatchLines(
                "trust",
                lines: try lines.map { statement, ordinal, amount in
                    MatchLines.Part(
                        StatementLineName(statement: statement, ordinal: ordinal),
                        amount: try amount.map(Money.init(parsing:))
                    )
                },
                entries: try entries.map { entry, amount in
                    MatchLines.Part(entry, amount: try amount.map(Money.init(parsing:)))
                },
                difference: difference
            ),
            options
        )
    }

    /// What is open of each side, as amounts.
    func open() async throws -> (lines: [String], entries: [String]) {
        let items = try await first.openItems(account: "trust")
        return (items.lines.map { "\($0.open)" }, items.entries.map { "\($0.open)" })
    }

    func proposals() async throws -> [MatchRecord] {
        try await first.openItems(account: "trust").proposals
    }

    /// What an account of the court's fund holds, above zero on its debit side.
    func balance(_ role: String) async throws -> Int64 {
        let rows = try await statements.test.query(
            """
            SELECT coalesce(sum(l.debit_cents - l.credit_cents), 0)::bigint
            FROM ledger_api.ledger_line AS l
            JOIN ledger.account AS a
                ON a.jurisdiction_id = l.jurisdiction_id AND a.id = l.account_id
            WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND a.role = \(role)
            """
        )
        return try rows[0].decode(at: 0)
    }

    /// The person who is clerk and reconciler.
    func both() async throws -> Ledger {
        try await statements.test.grant(.clerk, to: .reconciler)
        return first
    }

    static func refusal(_ body: () async throws -> Void) async -> LedgerRefusal.Code? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? LedgerRefusal)?.code
        }
    }
}
