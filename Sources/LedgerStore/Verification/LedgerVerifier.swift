package import LedgerModel
package import PostgresClient

/// Proves the books of one jurisdiction from their rows alone, with nothing of the SQL that
/// sealed them.
///
/// It reads in the transaction that its connection has open.
package struct LedgerVerifier: Sendable {
    /// A block that was published before.
    package struct PublishedBlock: Sendable, Hashable {
        package let number: Int64
        package let entryCount: Int64
        package let hash: [UInt8]

        package init(number: Int64, entryCount: Int64, hash: [UInt8]) {
            self.number = number
            self.entryCount = entryCount
            self.hash = hash
        }
    }

    package let jurisdiction: Int32

    package init(jurisdiction: Int32) { self.jurisdiction = jurisdiction }

    package static func named(
        _ code: String?,
        _ connection: isolated PostgresConnection
    ) async throws -> LedgerVerifier {
        let rows =
            if let code {
                try await connection.execute(
                    "SELECT id FROM ledger.jurisdiction WHERE code = \(code)"
                )
            } else {
                try await connection.execute(
                    """
                    SELECT id FROM ledger.jurisdiction WHERE id = ledger.bound_jurisdiction()
                    """
                )
            }
        guard let row = rows.first else {
            try await connection.requireBinding()
            throw VerifierError.unknownJurisdiction(code ?? "that this login is bound to")
        }
        return LedgerVerifier(jurisdiction: try row.decode(at: 0))
    }

    /// The code of the jurisdiction and its last block, or nil when nothing is sealed.
    package func head(
        _ connection: isolated PostgresConnection
    ) async throws -> (code: String, block: BlockHeader)? {
        let rows = try await connection.execute(
            """
            SELECT j.code, max(b.number)
            FROM ledger.jurisdiction AS j
            JOIN ledger.block AS b ON b.jurisdiction_id = j.id
            WHERE j.id = \(jurisdiction) GROUP BY j.code
            """
        )
        guard let row = rows.first else { return nil }
        let number = try row.decode(Int64.self, at: 1)
        let blocks = try await BlockHeader.read(
            jurisdiction: jurisdiction,
            after: number - 1,
            limit: 1,
            connection
        )
        return try blocks.first.map { (try row.decode(at: 0), $0) }
    }

    package func verify(
        against published: PublishedBlock? = nil,
        _ connection: isolated PostgresConnection
    ) async throws -> VerificationReport {
        let begin = ContinuousClock.now
        let tables = try await SealedTable.all(connection)
        let view = try await VerificationView.open(jurisdiction, tables, connection)
        var walk = SealWalk(
            tables: tables,
            jurisdiction: jurisdiction,
            code: view.code,
            lastNumber: view.lastNumber
        )
        try await walk.walk(connection)
        var judge = walk.judge
        judge.tally.took(.entries, ContinuousClock.now - begin)
        var strays = StrayRows(jurisdiction: jurisdiction, seesAll: view.seesAll)
        try await strays.check(tables, into: &judge.tally, connection)
        try await judge.explain(strays, connection)
        for check in derivedChecks(view) {
            try await check.run(jurisdiction: jurisdiction, into: &judge.tally, connection)
        }
        if let published { try await compare(published, &judge.tally, connection) }
        return VerificationReport(
            jurisdiction: view.code ?? "",
            sealedEntries: view.sealedEntries,
            unsealedEntries: view.unsealedEntries,
            blocks: judge.blocks,
            chainHead: judge.previous?.hash ?? [],
            checks: judge.tally.checks,
            notices: view.notices + (published == nil ? [Self.withoutCheckpoint] : []),
            seconds: (ContinuousClock.now - begin).seconds
        )
    }

    private static let withoutCheckpoint =
        "No checkpoint was given: a chain cut at its end, or rewritten whole, was not looked for."

    private func derivedChecks(_ view: VerificationView) -> [DerivedCheck] {
        let tokens = view.seesTokens ? "ledger.token" : "ledger_api.token_in_force"
        return [
            .balances, .debts, .claims, .receipts, .remittances, .gates, .limits, .roles, .logins,
            .tokens(source: tokens), .periods, .matches, .references, .tail,
        ]
    }

    private func compare(
        _ published: PublishedBlock,
        _ tally: inout VerificationTally,
        _ connection: isolated PostgresConnection
    ) async throws {
        tally.checked(.checkpoint)
        let stored = try await BlockHeader.read(
            jurisdiction: jurisdiction,
            after: published.number - 1,
            limit: 1,
            connection
        ).first { $0.number == published.number }
        let problem: String? =
            if let stored {
                stored.hash == published.hash && stored.endNumber - 1 == published.entryCount
                    ? nil : "is not the block that was published: the chain was rewritten"
            } else {
                "was published and is missing: the chain was cut"
            }
        guard let problem else { return }
        tally.found(
            .checkpoint,
            VerificationFinding(
                blockNumber: published.number,
                table: "block",
                columns: stored == nil ? [] : ["hash"],
                explanation: "block \(published.number) \(problem)"
            )
        )
    }
}
