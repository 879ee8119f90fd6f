import PostgresClient
import Testing

/// Row security lets an index serve only conditions that it trusts, so how a key is looked up
/// decides whether one collection reads one row of the journal or all of them.
@Suite struct KeyLookupTests {
    @Test func `a request key is found without reading the journal`() async throws {
        let court = try await Court.open()
        try await court.docket("R")
        try await court.with("owner") { owner in
            try await owner.run(
                """
                SELECT count(*) FROM generate_series(1, 300) AS i
                CROSS JOIN LATERAL probe.policy('key ' || i, 'hold_days_cash', '0')
                """
            )
        }
        let read = try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                BEGIN;
                SET LOCAL enable_seqscan = off;
                SELECT ledger_api.claim_collections('{new}', '{R}', '{false}');
                """
            )
            let read = try await clerk.value(
                """
                SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                FROM pg_stat_xact_user_tables
                WHERE schemaname = 'ledger' AND relname = 'journal_entry'
                """,
                as: Int64.self
            )
            try await clerk.run("ROLLBACK")
            return read
        }
        #expect(read < 10)
    }
}
