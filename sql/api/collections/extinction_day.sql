-- The day on which liability for a debt ends by law though it is not paid, or NULL while that is
-- not known: so many years after judgment where its rule says so (18 U.S.C. 3013(c)); else, once
-- the release from prison is recorded, the later of the years after judgment and after release, or
-- death where the debt dies with its debtor (18 U.S.C. 3613(b)).
CREATE FUNCTION ledger_api.extinction_day(
    j integer, p_authority_id integer, p_docket_id bigint, p_judgment_on date
) RETURNS date
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT least(
            p_judgment_on + make_interval(years => t.ceases),
            greatest(
                p_judgment_on + make_interval(years => t.after_judgment),
                h.released_on + make_interval(years => t.after_release)
            ) + CASE WHEN h.released_on IS NULL THEN NULL ELSE interval '0' END,
            CASE WHEN t.at_death = 'yes' THEN h.died_on END
        )::date
        FROM (
            SELECT max(a.value) FILTER (WHERE a.name = 'ceases_after_years')::integer AS ceases,
                max(a.value) FILTER (WHERE a.name = 'ends_years_after_judgment')::integer
                    AS after_judgment,
                max(a.value) FILTER (WHERE a.name = 'ends_years_after_release')::integer
                    AS after_release,
                max(a.value) FILTER (WHERE a.name = 'ends_at_death') AS at_death
            FROM ledger.authority_term AS a
            WHERE a.jurisdiction_id = j AND a.authority_id = p_authority_id
        ) AS t
        CROSS JOIN (
            SELECT max(e.effective_on) FILTER (WHERE v.kind = 'released') AS released_on,
                min(e.effective_on) FILTER (WHERE v.kind = 'died') AS died_on
            FROM ledger.liability_event AS v
            JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = v.entry_id
            WHERE v.jurisdiction_id = j AND v.docket_id = p_docket_id
        ) AS h
    );
END $$;
COMMENT ON FUNCTION ledger_api.extinction_day IS
'The day on which liability for a debt ends by law though it is not paid, or NULL.';
