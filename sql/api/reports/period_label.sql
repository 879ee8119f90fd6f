-- The month, or the fiscal quarter or year (named by the year in which it ends), of a day.
CREATE FUNCTION ledger_api.period_label(p_day date, p_period text, p_fiscal_year_start smallint)
RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE p_period
        WHEN 'month' THEN to_char(p_day, 'YYYY-MM')
        WHEN 'quarter' THEN to_char(
            p_day + make_interval(months => (13 - p_fiscal_year_start) % 12), '"FY"YYYY" Q"Q'
        )
        WHEN 'year' THEN to_char(
            p_day + make_interval(months => (13 - p_fiscal_year_start) % 12), '"FY"YYYY'
        )
        ELSE 'all'
    END
$$;
COMMENT ON FUNCTION ledger_api.period_label IS
'The month, or the fiscal quarter or year (named by the year in which it ends), of a day.';
