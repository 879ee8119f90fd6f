import LedgerModel
package import LedgerOperations
import LedgerStore
package import PostgresClient

/// A court in a database of its own, with as many bank accounts as a mix wants, for one run.
package struct MatchingCourt: Sendable {
    private static let profile = "us"
    private static let jobs: [LedgerRole] = [.clerk, .reconciler]

    package let mix: CourtMix
    package let owner: Ledger
    package let clerk: Ledger
    package let reconciler: Ledger
    private let conninfo: String

    /// Makes the court in the empty database to which the connection string of a superuser leads.
    package static func make(_ mix: CourtMix, conninfo: String) async throws -> MatchingCourt {
        let owner = Ledger.open(conninfo, jurisdiction: profile)
        try await owner.migrate()
        _ = try await owner.initialize(from: profile)
        let connection = try await open(conninfo)
        for job in jobs {
            try await connection.runScript(
                """
                DO $$ BEGIN CREATE ROLE matching_\(job.rawValue) LOGIN;
                EXCEPTION WHEN duplicate_object THEN END $$
                """
            )
            try await owner.change(RoleChange(.grant, job, login: "matching_\(job.rawValue)"))
        }
        await connection.close()
        return MatchingCourt(
            mix: mix,
            owner: owner,
            clerk: Ledger.open("\(conninfo) user=matching_clerk", jurisdiction: profile),
            reconciler: Ledger.open("\(conninfo) user=matching_reconciler", jurisdiction: profile),
            conninfo: conninfo
        )
    }

    package func close() async {
        await reconciler.close()
        await clerk.close()
        await owner.close()
    }

    /// A connection of the superuser, who sees what no member may.
    package func superuser() async throws -> PostgresConnection { try await Self.open(conninfo) }

    /// Lets the mix happen account by account: books by COPY, statements through the import.
    package func fill(_ truth: TruthFiles, _ report: (String) -> Void = { _ in }) async throws {
        let connection = try await superuser()
        try await connection.execute("SET session_replication_role = replica")
        let funds = try await Self.addFunds(mix.accounts, connection)
        try await addAccounts()
        var next: Int64 = try await connection.execute("SELECT nextval('ledger.entry_id')")[0]
            .decode(at: 0)
        var strayed: [BankLine] = []
        for (account, fund) in funds.enumerated() {
            var year = AccountYear(mix, account: account)
            try year.run(strayed: strayed)
            strayed = year.strayed
            // Above what the import takes from the sequence meanwhile.
            let (entries, free) = try await CopiedBooks.write(
                year.book,
                of: fund,
                from: next,
                connection
            )
            next = free
            try await connection.execute("SELECT setval('ledger.entry_id', \(next), false)")
            let months = BankMonths(account: account, year.bank)
            try truth.add(account, year, entries: entries, places: months.places)
            try await take(months, name: "\(CourtMix.code(account)).sta")
            next = try await connection.execute("SELECT nextval('ledger.entry_id')")[0]
                .decode(at: 0)
            report(
                "\(CourtMix.code(account)): \(year.book.count) booked, \(year.bank.count) stated"
            )
        }
        try await connection.runScript("ANALYZE")
        await connection.close()
    }

    /// Lets the mix of the first account happen through the doors of the ledger, as people would.
    package func enter(_ truth: TruthFiles) async throws {
        guard let fund = try await owner.books().custodialFunds.first else { return }
        try await owner.add(
            BankAccount(CourtMix.code(0), fund: fund.code),
            number: CourtMix.number(0)
        )
        var mix = mix
        // Checks are drawn for what is due to victims, not for sums that a mix invents.
        mix.shares[.check] = nil
        var year = AccountYear(mix, account: 0)
        try year.run()
        var books = EnteredBooks(owner: owner, clerk: clerk, fund: fund)
        let entries = try await books.enter(&year)
        year.sort()
        let months = BankMonths(account: 0, year.bank)
        try truth.add(0, year, entries: entries, places: months.places)
        try await take(months, name: "\(CourtMix.code(0)).sta")
    }

    private func take(_ months: BankMonths, name: String) async throws {
        let bytes = Array(months.text.utf8)
        let file = try await reconciler.importStatements(
            ImportStatements(format: "mt940"),
            StatementInput(name: name) { offset in
                Array(bytes.dropFirst(offset).prefix(1 << 18))
            }
        )
        precondition(file.verdict == "accepted", "\(name): \(file.findings.prefix(3))")
    }

    private func addAccounts() async throws {
        // Books are read once: a ledger opened now knows the funds that were added.
        let owner = Ledger.open(conninfo, jurisdiction: Self.profile)
        for account in 0..<mix.accounts {
            try await owner.add(
                BankAccount(CourtMix.code(account), fund: "matching-\(account + 1)"),
                number: CourtMix.number(account)
            )
        }
        await owner.close()
    }

    private static func open(_ conninfo: String) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            PostgresConfiguration(conninfo, callDeadline: .seconds(1_800))
        )
    }

    /// Further court funds, each with a purse, an account at the bank and one beside it.
    private static func addFunds(
        _ count: Int,
        _ connection: PostgresConnection
    ) async throws -> [CopiedFund] {
        let rows = try await connection.execute(
            """
            WITH model AS (
                SELECT f.*, p.purpose, p.allowed_purposes
                FROM ledger.fund AS f
                JOIN ledger.purse AS p ON p.jurisdiction_id = f.jurisdiction_id AND p.fund_id = f.id
                WHERE f.kind LIKE 'custodial%' ORDER BY f.id, p.id LIMIT 1
            ), fund AS (
                INSERT INTO ledger.fund (
                    jurisdiction_id, entry_id, code, name, kind, fiscal_year_start_month
                )
                SELECT m.jurisdiction_id, m.entry_id, 'matching-' || i, 'Court ' || i, m.kind,
                    m.fiscal_year_start_month
                FROM model AS m, generate_series(1, \(count)) AS i ORDER BY i
                RETURNING *
            ), purse AS (
                INSERT INTO ledger.purse (
                    jurisdiction_id, entry_id, fund_id, purpose, year_of_availability,
                    allowed_purposes
                )
                SELECT f.jurisdiction_id, f.entry_id, f.id, m.purpose, 0, m.allowed_purposes
                FROM fund AS f, model AS m RETURNING *
            ), account AS (
                INSERT INTO ledger.account (
                    jurisdiction_id, entry_id, fund_id, account_set, number, name, class,
                    normal_side, role
                )
                SELECT f.jurisdiction_id, f.entry_id, f.id, a.account_set, a.number, a.name,
                    a.class, a.normal_side, a.role
                FROM fund AS f, model AS m
                JOIN ledger.account AS a ON a.jurisdiction_id = m.jurisdiction_id
                    AND a.fund_id = m.id AND a.role IN ('bank', 'undeposited')
                RETURNING *
            )
            SELECT f.jurisdiction_id, f.id, p.id, b.id, u.id,
                (SELECT min(r.id) FROM ledger.principal AS r)
            FROM fund AS f
            JOIN purse AS p ON p.fund_id = f.id
            JOIN account AS b ON b.fund_id = f.id AND b.role = 'bank'
            JOIN account AS u ON u.fund_id = f.id AND u.role = 'undeposited'
            ORDER BY f.id
            """
        )
        return try rows.map { row in
            CopiedFund(
                jurisdiction: try row.decode(at: 0),
                principal: try row.decode(at: 5),
                fund: try row.decode(at: 1),
                purse: try row.decode(at: 2),
                bank: try row.decode(at: 3),
                other: try row.decode(at: 4)
            )
        }
    }
}
