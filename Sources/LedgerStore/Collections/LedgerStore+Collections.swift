package import PostgresClient

extension LedgerStore {
    /// What is known about collections before they are decided.
    package struct Claim: Sendable {
        package let claims: [ClaimRow]
        package let debts: [DebtRow]

        /// Whether two of the dockets owe to one joint claim: what one pays, the other need not.
        package var sharesJointClaim: Bool {
            var dockets: [Int64: Int64] = [:]
            return debts.contains { debt in
                guard let claim = debt.claimID else { return false }
                let known = dockets.updateValue(debt.docketID, forKey: claim)
                return known.map { $0 != debt.docketID } ?? false
            }
        }
    }

    /// Locks dockets, lets `decide` order and split, and records: two round trips in all.
    ///
    /// Runs again, with a new decision, when a rival made it fail. Without `keeping` everything
    /// is checked and rolled back; with an `importID` what is kept is tied to that import.
    package func collect(
        keys: [String],
        references: [String],
        namedWithinDocket: [Bool],
        keeping: Bool = true,
        importID: Int64? = nil,
        decide:
            @Sendable (isolated PostgresConnection, Claim) async throws
            -> CollectionBatch
    ) async throws -> [DoorReply] {
        let opening =
            ["BEGIN"] + binding
            + Self.claiming(keys: keys, references: references, within: namedWithinDocket)
        return try await pool.withConnection { connection in
            var attempt = 1
            while true {
                do {
                    let claim = try await connection.claim(opening)
                    let batch = try await decide(connection, claim)
                    return try await connection.finish(batch, keeping: keeping, importID)
                } catch {
                    try? await connection.leaveTransaction()
                    guard attempt < 8, let error = error as? PostgresError,
                        error.isTransient || error.isRequestKeyTaken
                    else { throw error }
                    attempt += 1
                    try await Task.sleep(for: .milliseconds(Int.random(in: 1...(4 << attempt))))
                }
            }
        }
    }

    fileprivate static func claiming(
        keys: [String],
        references: [String],
        within: [Bool]
    ) -> [Query] {
        let claim: Query =
            """
            SELECT item, docket_id, known_entry_id, owed_back_cents
            FROM ledger_api.claim_collections(\(keys), \(references), \(within)) ORDER BY item
            """
        return [claim.named("claim_collections"), debts(of: references)]
    }

    fileprivate static func debts(of references: [String], ids: [Int64] = []) -> Query {
        let debts: Query =
            """
            SELECT docket_id, debt_no, kind, rank, is_gated, is_gating, owed_cents,
                applied_cents, held_cents, share_plan_id, authority_id, fund_id, payment_order,
                claim_id
            FROM ledger_api.docket_debts(\(references), \(ids))
            """
        return debts.named("docket_debts")
    }
}

extension PostgresConnection {
    /// Locks dockets, in the order that all writers keep, within the transaction that is open.
    package func lock(dockets ids: [Int64]) async throws {
        let query: Query = "SELECT ledger_api.claim_dockets(\(ids))"
        try await execute(query.named("claim_dockets"))
    }

    /// Locks a docket within the transaction that is open, and reads its debts.
    package func claim(docket id: Int64) async throws -> LedgerStore.Claim {
        try await lock(dockets: [id])
        let debts = try await execute(LedgerStore.debts(of: [], ids: [id]), prepared: true)
        return LedgerStore.Claim(
            claims: [ClaimRow(docketID: id, knownEntryID: nil)],
            debts: try debts.map(DebtRow.init)
        )
    }

    /// Records a batch within the transaction that is open.
    package func record(_ batch: CollectionBatch) async throws -> [DoorReply] {
        try await execute(batch.query, prepared: true).map(DoorReply.init)
    }

    fileprivate func claim(_ queries: [Query]) async throws -> LedgerStore.Claim {
        let results = try await pipeline(queries, prepared: true)
        return LedgerStore.Claim(
            claims: try results[results.count - 2].map(ClaimRow.init),
            debts: try results[results.count - 1].map(DebtRow.init)
        )
    }

    fileprivate func finish(
        _ batch: CollectionBatch,
        keeping: Bool,
        _ importID: Int64?
    ) async throws -> [DoorReply] {
        let end: Query = keeping ? "COMMIT" : "ROLLBACK"
        let tie = importID.map { [Self.part(of: $0)] } ?? []
        return try await pipeline([batch.query] + tie + [end], prepared: true)[0]
            .map(DoorReply.init)
    }

    fileprivate func leaveTransaction() async throws {
        guard transactionStatus != .idle else { return }
        try await execute("ROLLBACK")
    }
}
