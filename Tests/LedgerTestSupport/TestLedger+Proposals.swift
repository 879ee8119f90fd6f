import LedgerOperations
import LedgerStore
import PostgresClient

extension TestLedger {
    /// Writes what a run of rules might find: each open line with each entry of its amount, less a
    /// difference.
    package func propose(_ state: String = "proposed", off difference: Int64 = 0) async throws {
        try await owner.store.withTransaction { connection in
            try await connection.runScript(Self.proposals(state, difference))
        }
        _ = try await owner.store.seal()
    }

    private static func proposals(_ state: String, _ difference: Int64) -> String {
        """
        DO $$
        DECLARE
            j integer := (SELECT ledger.bound_jurisdiction());
            d date := ledger_api.court_today();
            b ledger.bank_account;
            r bigint;
            p bigint;
            x record;
            n integer := 0;
        BEGIN
            PERFORM set_config('redress.door', j::text, true);
            SELECT * INTO b FROM ledger.bank_account WHERE jurisdiction_id = j;
            r := ledger_api.write_entry('match_rules', '{"statement": {}}', d, d);
            INSERT INTO ledger.match_rules
            SELECT j, r, b.entry_id, count(*) + 1 FROM ledger.match_rules
            WHERE jurisdiction_id = j;
            INSERT INTO ledger.match_rule
            VALUES (j, r, 1, 'amount', 'amount', '{}', 0, 5, 0, false, 'bank_fees');
            p := ledger_api.write_entry('match_pass', '{"statement": {}}', d, d);
            INSERT INTO ledger.match_pass
            VALUES (j, p, b.entry_id, r, 1, p::text, d, 0, 0, 0, 0, 0, 0, 0, sha256(''));
            FOR x IN
                SELECT l.statement_id, l.ordinal, l.amount_minor, e.book_entry_id, e.amount_cents
                FROM ledger_api.statement_lines_in_use(j, b.entry_id, NULL) AS l
                JOIN ledger_api.book_lines(j, b.account_id, NULL) AS e
                    ON e.amount_cents = l.amount_minor - \(difference)
                WHERE l.claimed_minor = 0 AND e.claimed_cents = 0
                ORDER BY l.statement_id, l.ordinal, e.book_entry_id
            LOOP
                n := n + 1;
                PERFORM ledger_api.write_matches(
                    j, p, b.entry_id, p, 1::smallint, ARRAY[n], ARRAY['\(state)'],
                    ARRAY['amount'], ARRAY[\(difference)::bigint], ARRAY[1], ARRAY[0], ARRAY[0],
                    ARRAY[NULL], ARRAY[n], ARRAY[x.statement_id], ARRAY[x.ordinal],
                    ARRAY[x.amount_minor], ARRAY[n], ARRAY[x.book_entry_id], ARRAY[x.amount_cents]
                );
            END LOOP;
        END $$
        """
    }
}
