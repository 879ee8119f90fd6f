-- The law by which what is owed under a rule changes for a reason; of a state the rule itself.
CREATE FUNCTION ledger_api.change_citation(
    j integer, p_reason text, p_authority_id integer, p_is_waived boolean DEFAULT false
) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN a.citation NOT LIKE '18 U.S.C.%' THEN a.citation
        WHEN p_reason = 'remission' THEN '18 U.S.C. 3573'
        WHEN p_reason = 'waiver' THEN '18 U.S.C. 3612(h)'
        WHEN p_reason = 'penalty' THEN '18 U.S.C. 3612(g)'
        WHEN p_reason = 'interest' AND p_is_waived THEN '18 U.S.C. 3612(f)(3)'
        WHEN p_reason = 'interest' THEN '18 U.S.C. 3612(f)'
        WHEN p_reason = 'extinction' AND EXISTS (
            SELECT FROM ledger.authority_term AS t
            WHERE t.jurisdiction_id = j AND t.authority_id = a.id AND t.name = 'ceases_after_years'
        ) THEN '18 U.S.C. 3013(c)'
        WHEN p_reason = 'extinction' THEN '18 U.S.C. 3613(b)'
        ELSE a.citation
    END
    FROM ledger.authority AS a
    WHERE a.jurisdiction_id = j AND a.id = p_authority_id
$$;
COMMENT ON FUNCTION ledger_api.change_citation IS
'The law by which what is owed under a rule changes for a reason; of a state the rule itself.';
