package import LedgerModel
package import PostgresClient

/// A docket to be opened.
package struct DocketOpening: Sendable {
    package let key: String
    package let reference: String
    package let fundID: Int32
    package let judgmentOn: LedgerDate
    package let isEntity: Bool
    package let paymentOrder: String

    package init(
        key: String,
        reference: String,
        fundID: Int32,
        judgmentOn: LedgerDate,
        isEntity: Bool,
        paymentOrder: String
    ) {
        self.key = key
        self.reference = reference
        self.fundID = fundID
        self.judgmentOn = judgmentOn
        self.isEntity = isEntity
        self.paymentOrder = paymentOrder
    }
}

extension PostgresConnection {
    package func open(_ dockets: [DocketOpening]) async throws -> [DoorReply] {
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.open_dockets(
                \(dockets.map(\.key)), \(dockets.map(\.reference)), \(dockets.map(\.fundID)),
                \(dockets.map { PostgresDate($0.judgmentOn) }), \(dockets.map(\.isEntity)),
                \(dockets.map(\.paymentOrder))
            ) ORDER BY item
            """
        return try await execute(query.named("open_dockets"), prepared: true)
            .map(DoorReply.init)
    }

    /// The dockets with these references or identities; those that are not there are left out.
    package func dockets(
        _ references: [String],
        ids: [Int64] = []
    ) async throws -> [DocketRow] {
        let query: Query =
            """
            SELECT d.entry_id, r.reference, d.fund_id, d.judgment_on, d.is_entity,
                d.payment_order
            FROM ledger.docket_reference AS r
            JOIN ledger.docket AS d
                ON d.jurisdiction_id = r.jurisdiction_id AND d.entry_id = r.docket_id
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND (r.reference = ANY (\(references)) OR r.docket_id = ANY (\(ids)))
            """
        return try await execute(query.named("dockets"), prepared: true).map(DocketRow.init)
    }

    /// Share plans by their identities.
    package func plans(_ ids: [Int64]) async throws -> [PlanRow] {
        let query: Query =
            """
            SELECT id, tier, weight, tier_cap_cents, due_to_account_id, own_purse_id
            FROM ledger.share_plan
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND id = ANY (\(ids))
            """
        return try await execute(query.named("share_plans"), prepared: true).map(PlanRow.init)
    }
}
