-- Signs what another person prepared. statement: proposal, whose statement says account (of the
-- bank), through, digest (hex) and reason (of a difference, or null). Locks the fund's period, then
-- the bank accounts, so that what is signed stands still.
CREATE FUNCTION ledger_api.sign_off_periods(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_stated jsonb;
    v_account ledger.account;
    v_through date;
    v_set record;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_stated := (
            SELECT p.statement::jsonb FROM ledger.proposal AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND p.action = 'sign_off'
        );
        v_through := (v_stated ->> 'through')::date;
        SELECT a.* INTO v_account FROM ledger.account AS a
        WHERE a.jurisdiction_id = j
            AND a.id = ledger_api.named_account(j, v_stated ->> 'account');
        PERFORM pg_advisory_xact_lock_shared(j, v_account.fund_id);
        PERFORM FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.account_id = v_account.id
        ORDER BY b.entry_id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'sign_off', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := ledger_api.judge_proposal(j, v_proposal, 'sign_off');
        IF v_code IS NULL THEN
            SELECT * INTO v_set FROM ledger_api.signed_set(j, v_account.id, v_through);
            v_code := CASE
                WHEN encode(v_set.set_digest, 'hex') IS DISTINCT FROM v_stated ->> 'digest'
                    THEN 'LG955'
                ELSE ledger_api.judge_sign_off(
                    j, v_account.id, v_through, v_stated ->> 'reason', v_set.bank_cents
                    <> v_set.books_cents OR v_set.books_cents <> v_set.cases_cents
                )
            END;
        END IF;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'sign_off', v_command, v_code, CASE
                WHEN v_stated IS NULL THEN format('proposal %s', v_proposal)
                ELSE format('%s through %s', v_stated ->> 'account', v_through) END);
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('sign_off', v_command, v_today, v_today);
        INSERT INTO ledger.sign_off (
            jurisdiction_id, entry_id, account_id, follows_on, through, proposal_id,
            prepared_by, reviewed_by, bank_cents, books_cents, cases_cents, difference_reason,
            statement_line_count, book_line_count, match_count, set_digest
        )
        SELECT j, v_entry, v_account.id, v_set.follows_on, v_through, v_proposal, e.principal_id,
            ledger_api.bound_principal(), v_set.bank_cents, v_set.books_cents,
            v_set.cases_cents, nullif(v_stated ->> 'reason', ''), v_set.statement_line_count,
            v_set.book_line_count, v_set.match_count, v_set.set_digest
        FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.id = v_proposal;
        INSERT INTO ledger.sign_off_term (
            jurisdiction_id, entry_id, leg, term, line_count, amount_cents
        )
        SELECT j, v_entry, t.leg, t.term, count(*), sum(t.amount_cents)
        FROM ledger_api.reconciliation_terms(j, v_account.id, v_through) AS t
        GROUP BY t.leg, t.term;
        PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_today, NULL,
            format('%s through %s', v_stated ->> 'account', v_through)
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.sign_off_periods IS 'Signs what another person prepared.';
