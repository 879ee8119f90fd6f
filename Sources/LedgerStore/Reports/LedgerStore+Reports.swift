package import LedgerModel
package import PostgresClient

extension LedgerStore {
    /// Seals the whole tail, waiting for whoever is at it.
    package func sealEverything() async throws {
        var sealed: Int32 = 1
        // A bound far beyond any tail, so that busy writers cannot keep a reader for ever.
        for _ in 0..<1_000 where sealed > 0 {
            sealed = try await withTransaction { connection in
                try await connection.execute("SELECT ledger_api.seal(20000, true)")[0]
                    .decode(at: 0)
            }
        }
    }
}

extension PostgresConnection {
    package func reportHead(
        knownAt: PostgresTimestamp?,
        knownOn: LedgerDate?
    ) async throws -> ReportHeadRow {
        let day = knownOn.map(PostgresDate.init)
        guard let row = try await call("report_head", [knownAt, day]).first else {
            throw LedgerRefusal(.notBound, detail: "the login has no role, or must choose")
        }
        return try ReportHeadRow(row)
    }

    package func fundBalance(_ scope: ReportQueryScope) async throws -> [FundBalanceRow] {
        try await call(
            "fund_balance",
            [
                scope.beginDate, scope.endDate, scope.knownAt, scope.fund, scope.purpose,
                scope.byEffectiveDay,
            ]
        ).map(FundBalanceRow.init)
    }

    package func trialBalance(_ scope: ReportQueryScope) async throws -> [TrialBalanceRow] {
        try await call(
            "trial_balance",
            [scope.endDate, scope.knownAt, scope.fund, scope.purpose, scope.byEffectiveDay]
        ).map(TrialBalanceRow.init)
    }

    package func funding(_ scope: ReportQueryScope, period: String) async throws -> [FundingRow] {
        try await call(
            "funding",
            [
                scope.beginDate, scope.endDate, scope.knownAt, period, scope.fund,
                scope.byEffectiveDay,
            ]
        ).map(FundingRow.init)
    }

    package func remittances(
        _ scope: ReportQueryScope,
        period: String
    ) async throws -> [RemittanceRow] {
        try await call(
            "remittances",
            [
                scope.beginDate, scope.endDate, scope.knownAt, period, scope.fund,
                scope.byEffectiveDay,
            ]
        ).map(RemittanceRow.init)
    }

    package func transferTie(_ scope: ReportQueryScope) async throws -> [TransferTieRow] {
        try await call("transfer_tie", [scope.endDate, scope.knownAt]).map(TransferTieRow.init)
    }

    package func accessList() async throws -> [AccessRow] {
        try await call("access_list", []).map(AccessRow.init)
    }

    package func collections(
        _ scope: ReportQueryScope,
        period: String
    ) async throws -> [CollectionsRow] {
        try await call(
            "collections",
            [
                scope.beginDate, scope.endDate, scope.knownAt, period, scope.fund,
                scope.byEffectiveDay,
            ]
        ).map(CollectionsRow.init)
    }

    package func ageing(_ scope: ReportQueryScope) async throws -> [AgeingRow] {
        try await call("ageing", [scope.endDate, scope.knownAt, scope.fund, scope.byEffectiveDay])
            .map(AgeingRow.init)
    }

    package func proposalList() async throws -> [ProposalRow] {
        try await call("proposal_list", []).map(ProposalRow.init)
    }

    package func runningAccounts(
        _ scope: ReportQueryScope,
        account: String?
    ) async throws -> [RunningAccountRow] {
        try await call(
            "running_accounts",
            [scope.beginDate, scope.knownAt, scope.fund, account, scope.purpose]
        ).map(RunningAccountRow.init)
    }

    /// Opens the lines of these accounts, to be fetched batch by batch in this transaction.
    package func openRunning(
        _ scope: ReportQueryScope,
        accounts: [RunningAccountRow]
    ) async throws {
        let lines = Self.query(
            "running",
            [
                scope.beginDate, scope.endDate, scope.knownAt,
                Set(accounts.map(\.accountID)).sorted(), Set(accounts.map(\.purseID)).sorted(),
            ],
            before: "DECLARE running NO SCROLL CURSOR FOR "
        )
        try await runScript(
            """
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            SET LOCAL join_collapse_limit = 1;
            SET LOCAL jit = off;
            """
        )
        try await execute(lines)
    }

    /// The next lines; nil after the last.
    package func fetchRunning() async throws -> [RunningLineRow]? {
        let rows = try await execute("FETCH 1000 FROM running")
        return rows.isEmpty ? nil : try rows.map(RunningLineRow.init)
    }

    func call(
        _ function: String,
        _ binds: [any PostgresEncodable]
    ) async throws -> PostgresResult {
        try await execute(Self.query(function, binds))
    }

    private static func query(
        _ function: String,
        _ binds: [any PostgresEncodable],
        before: String = ""
    ) -> Query {
        let places = binds.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return Query(
            "\(before)SELECT * FROM ledger_api.\(function)(\(places))",
            binds,
            name: function
        )
    }
}

extension PostgresRow {
    /// An amount in cents.
    func money(at column: Int) throws -> Money { Money(cents: try decode(at: column)) }
}
