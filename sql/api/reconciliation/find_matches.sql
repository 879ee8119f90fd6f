-- Looks by one rule at the lines that open_match_lines gathered; sums are searched outside.
CREATE FUNCTION ledger_api.find_matches(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    CASE p_rule.pass
        WHEN 'reference' THEN PERFORM ledger_api.find_by_reference(p_rule);
        WHEN 'reference_amount' THEN PERFORM ledger_api.find_by_edges(p_rule, true);
        WHEN 'batch' THEN PERFORM ledger_api.find_by_edges(p_rule, false);
        WHEN 'shared' THEN PERFORM ledger_api.find_shared(p_rule);
        WHEN 'returned' THEN PERFORM ledger_api.find_returned(p_rule);
        WHEN 'group' THEN PERFORM ledger_api.find_groups(p_rule);
        WHEN 'amount' THEN PERFORM ledger_api.find_by_amount(p_rule);
        WHEN 'bucket' THEN PERFORM ledger_api.find_buckets(p_rule);
        WHEN 'names' THEN PERFORM ledger_api.find_by_name(p_rule);
        ELSE NULL;
    END CASE;
END $$;
COMMENT ON FUNCTION ledger_api.find_matches IS
'Looks by one rule at the lines that open_match_lines gathered.';
