import PostgresClient
import Testing

/// Readers list books by identity, so identities follow the order in which a profile states them,
/// whatever plan the database chooses for its joins.
@Suite struct DefinitionOrderTests {
    @Test(arguments: [
        "enable_nestloop = off; SET enable_hashjoin = off",
        "enable_nestloop = off; SET enable_mergejoin = off",
        "enable_hashjoin = off; SET enable_mergejoin = off",
    ])
    func `what is defined keeps its order under every plan`(plan: String) async throws {
        let court = try await Court.open()
        let founder = try await court.superuser()
        try await founder.run(
            """
            SET \(plan);
            SELECT ledger_api.define_books(jsonb_build_object('purposes', '[]'::jsonb,
                'payment_ranks', '[]'::jsonb, 'authorities', '[]'::jsonb, 'funds', '[]'::jsonb,
                'purses', '[]'::jsonb, 'accounts', '[]'::jsonb, 'recipients', (
                    SELECT jsonb_agg(jsonb_build_object(
                        'code', k.code, 'name', k.code, 'roles', '["agency"]'::jsonb,
                        'own_fund', k.fund, 'own_purpose', 'care', 'own_year', 0
                    ) ORDER BY k.n)
                    FROM (VALUES
                        (1, 'm', 'haven'), (2, 'z', NULL), (3, 'a', 'harbor'), (4, 'y', 'haven'),
                        (5, 'b', NULL), (6, 'x', 'harbor'), (7, 'c', 'haven'), (8, 'w', NULL)
                    ) AS k (n, code, fund)
                )));
            """
        )
        let codes = try await founder.value(
            """
            SELECT string_agg(r.code, '' ORDER BY r.id) FROM ledger.recipient AS r
            WHERE r.jurisdiction_id = ledger.bound_jurisdiction() AND length(r.code) = 1
            """,
            as: String.self
        )
        #expect(codes == "mzaybxcw")
        await founder.close()
    }
}
