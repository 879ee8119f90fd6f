-- A bit for each kind of reference that names one thing; 0 for the others.
CREATE FUNCTION ledger_api.kind_bit(p_kind text) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE p_kind
        WHEN 'receipt' THEN 1 WHEN 'ticket' THEN 2 WHEN 'voucher' THEN 4 WHEN 'trace' THEN 8
        WHEN 'imad' THEN 16 WHEN 'check' THEN 32 WHEN 'docket' THEN 64 WHEN 'drawdown' THEN 128
        WHEN 'award' THEN 256 ELSE 0
    END
$$;
COMMENT ON FUNCTION ledger_api.kind_bit IS
'A bit for each kind of reference that names one thing; 0 for the others.';
