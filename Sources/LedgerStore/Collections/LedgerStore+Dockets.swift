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
            WITH here AS MATERIALIZED (SELECT ledger.bound_jurisdiction() AS id), named AS (
                SELECT r.docket_id
                FROM ledger.docket_reference AS r
                JOIN here ON r.jurisdiction_id = here.id
                WHERE r.reference = ANY (\(references))
                UNION
                SELECT unnest(\(ids))
            )
            SELECT d.entry_id, coalesce(r.reference, ''), d.fund_id, d.judgment_on,
                d.is_entity, d.payment_order
            FROM here
            CROSS JOIN named AS n
            JOIN ledger.docket AS d ON d.jurisdiction_id = here.id AND d.entry_id = n.docket_id
            LEFT JOIN ledger.docket_reference AS r
                ON r.jurisdiction_id = here.id AND r.docket_id = n.docket_id
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
