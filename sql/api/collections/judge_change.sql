-- Why a debt may not be changed so, or NULL. What was paid stays paid: only a court that amends or
-- vacates its judgment can leave less owed than was applied, and the law as far as the money came
-- when the debt had ended.
CREATE FUNCTION ledger_api.judge_change(
    j integer, p_debt record, p_reason text, p_cents bigint, p_effective_on date, p_order text
) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE
        WHEN p_debt.docket_id IS NULL THEN 'LG201'
        WHEN p_debt.debt_no IS NULL THEN 'LG203'
        WHEN (p_reason = 'amended' AND p_cents <> 0 OR p_cents < 0) IS NOT TRUE THEN 'LG106'
        WHEN isfinite(p_effective_on) IS NOT TRUE THEN 'LG109'
        WHEN p_effective_on > ledger_api.court_today() OR p_effective_on < p_debt.judgment_on
            THEN 'LG105'
        WHEN (CASE p_reason
            -- What accrues is reckoned and never ordered.
            WHEN 'amended' THEN p_cents < 0 OR NOT EXISTS (
                SELECT FROM ledger.debt_component AS m
                WHERE m.jurisdiction_id = j AND m.docket_id = p_debt.docket_id
                    AND m.debt_no = p_debt.debt_no
            )
            WHEN 'vacated' THEN true
            -- 18 U.S.C. 3573 lets a fine or an assessment be remitted, and no victim's money.
            WHEN 'remission' THEN p_debt.kind NOT IN (
                'restitution', 'restitution_interest', 'community_restitution'
            )
            -- 18 U.S.C. 3612(h).
            WHEN 'waiver' THEN p_debt.kind IN (
                'fine_interest', 'restitution_interest', 'penalty'
            )
            WHEN 'reduction' THEN ledger_api.reduction_limit(
                j, p_debt.authority_id, p_debt.ordered_cents
            ) IS NOT NULL
            WHEN 'extinction' THEN true
            ELSE false END) IS NOT TRUE THEN 'LG221'
        WHEN p_reason = 'amended' AND p_cents > 0
            AND ledger_api.is_spared(j, p_debt.docket_id, p_debt.authority_id) THEN 'LG208'
        -- Nothing stays ordered: the order is vacated.
        WHEN p_reason = 'amended' AND p_debt.owed_cents + p_cents = 0 AND NOT EXISTS (
            SELECT FROM ledger.debt_component AS m
            WHERE m.jurisdiction_id = j AND m.docket_id = p_debt.docket_id
                AND m.debt_no = p_debt.debt_no
        ) THEN 'LG331'
        WHEN p_reason = 'amended' AND ledger_api.leaves_statute(j, p_debt, p_cents) THEN 'LG205'
        WHEN p_reason = 'extinction' AND (p_effective_on >= ledger_api.extinction_day(
            j, p_debt.authority_id, p_debt.docket_id, p_debt.judgment_on
        )) IS NOT TRUE THEN 'LG228'
        WHEN p_reason <> 'extinction' AND coalesce(length(p_order), 0) NOT BETWEEN 1 AND 60
            THEN 'LG223'
        WHEN p_debt.owed_cents + p_cents < CASE
            WHEN p_reason IN ('amended', 'vacated') THEN 0
            WHEN p_reason = 'extinction' THEN ledger_api.applied_before(
                j, p_debt.docket_id, p_debt.debt_no, ledger_api.extinction_day(
                    j, p_debt.authority_id, p_debt.docket_id, p_debt.judgment_on
                )
            )
            ELSE p_debt.applied_cents END THEN 'LG220'
        WHEN p_reason = 'reduction' AND p_debt.reduced_cents - p_cents > ledger_api.reduction_limit(
            j, p_debt.authority_id, p_debt.ordered_cents
        ) THEN 'LG222'
    END;
END $$;
COMMENT ON FUNCTION ledger_api.judge_change IS 'Why a debt may not be changed so, or NULL.';
