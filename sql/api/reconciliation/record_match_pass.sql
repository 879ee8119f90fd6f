-- Writes what a rule found: the pass, its matches in entries of five thousand, and the end of its
-- own earlier proposals that it does not find any more. What persons refused is not found.
CREATE FUNCTION ledger_api.record_match_pass(
    j integer, p_rule ledger.match_rule, p_as_of date
) RETURNS ledger.match_pass
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_run record;
    v_account ledger.bank_account;
    v_pass ledger.match_pass;
    v_today date := ledger_api.court_today();
    v_ids bigint[];
    v_entry bigint;
BEGIN
    SELECT * INTO v_run FROM m_run;
    SELECT * INTO v_account FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.entry_id = v_run.bank_account_id;
    PERFORM ledger_api.propose_in_signed_days(j, v_account);
    CREATE TEMP TABLE m_old AS
    SELECT t.entry_id, t.match_no, t.state, NULL::text AS members, NULL::integer AS no
    FROM ledger_api.standing_proposals(j, v_account.entry_id) AS t
    WHERE t.name = p_rule.name OR p_rule.rule_no = 1 AND NOT EXISTS (
        SELECT FROM ledger.match_rule AS r
        WHERE r.jurisdiction_id = j AND r.entry_id = p_rule.entry_id AND r.name = t.name
    );
    CREATE TEMP TABLE m_refused AS
    SELECT DISTINCT r.members FROM ledger_api.refused_members(j, v_account.entry_id) AS r;
    IF EXISTS (SELECT FROM m_refused) OR EXISTS (SELECT FROM m_old) THEN
        CREATE TEMP TABLE m_next AS
        SELECT f.no, f.members FROM ledger_api.found_members() AS f;
        DELETE FROM m_found AS f
        USING m_next AS n JOIN m_refused AS r ON r.members = n.members WHERE n.no = f.no;
        DELETE FROM m_found_statement AS s
        WHERE NOT EXISTS (SELECT FROM m_found AS f WHERE f.no = s.no);
        DELETE FROM m_found_book AS b
        WHERE NOT EXISTS (SELECT FROM m_found AS f WHERE f.no = b.no);
        UPDATE m_old AS o SET no = f.no
        FROM ledger_api.match_members(
            j, ARRAY(SELECT x.entry_id FROM m_old AS x ORDER BY x.entry_id, x.match_no),
            ARRAY(SELECT x.match_no FROM m_old AS x ORDER BY x.entry_id, x.match_no)
        ) AS m
        JOIN m_next AS n ON n.members = m.members
        JOIN m_found AS f ON f.no = n.no
        WHERE m.entry_id = o.entry_id AND m.match_no = o.match_no AND f.state = o.state;
        DROP TABLE m_next;
    END IF;
    v_pass.jurisdiction_id := j;
    v_pass.bank_account_id := v_account.entry_id;
    v_pass.rules_id := p_rule.entry_id;
    v_pass.rule_no := p_rule.rule_no;
    v_pass.run_key := v_run.run_key;
    v_pass.as_of := p_as_of;
    v_pass.watermark := v_run.watermark;
    SELECT count(*) INTO v_pass.statement_count FROM m_statement;
    SELECT count(*) INTO v_pass.book_count FROM m_book;
    SELECT count(*) FILTER (WHERE f.state = 'confirmed'),
        count(*) FILTER (WHERE f.state = 'proposed'), count(*) FILTER (WHERE f.state = 'ambiguous')
    INTO v_pass.confirmed_count, v_pass.proposed_count, v_pass.ambiguous_count
    FROM m_found AS f;
    SELECT count(*) INTO v_pass.dissolved_count FROM m_old AS o WHERE o.no IS NULL;
    v_pass.result_hash := ledger_api.found_hash();
    v_pass.entry_id := ledger_api.write_entry(
        'match_pass', '{"statement": {}}', v_today, v_today
    );
    INSERT INTO ledger.match_pass SELECT v_pass.*;
    INSERT INTO ledger.match_change (
        jurisdiction_id, entry_id, match_entry_id, match_no, change
    )
    SELECT j, v_pass.entry_id, o.entry_id, o.match_no, 'dissolved'
    FROM m_old AS o WHERE o.no IS NULL
    ORDER BY o.entry_id, o.match_no;
    CREATE TEMP TABLE m_next AS
    SELECT f.*, (row_number() OVER (ORDER BY f.no) - 1)::integer AS rank
    FROM m_found AS f
    WHERE NOT EXISTS (SELECT FROM m_old AS o WHERE o.no = f.no);
    FOR i IN 1..(SELECT (count(*) + 4999) / 5000 FROM m_next) LOOP
        v_entry := ledger_api.write_entry('matches', '{"statement": {}}', v_today, v_today);
        v_ids := v_ids || v_entry;
    END LOOP;
    PERFORM ledger_api.write_found(j, v_account, v_pass, v_ids);
    DROP TABLE m_next, m_old, m_refused;
    PERFORM ledger_api.leave_found();
    UPDATE m_run SET stamp = ledger_api.match_stamp(j);
    RETURN v_pass;
END $$;
COMMENT ON FUNCTION ledger_api.record_match_pass IS
'Writes what a rule found, and the end of its own earlier proposals that it does not find any more.';
