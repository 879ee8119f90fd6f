-- The one form of a reference on both sides: capitals and digits without marks, leading zeros and
-- what only repeats its kind; NULL without a digit. Statements bring their references in this form.
CREATE FUNCTION ledger_api.match_key(p_kind text, p_text text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN p_text ~ '^[1-9][0-9]*$' THEN p_text
        WHEN p_text !~ '[0-9]' THEN NULL
        WHEN p_kind IN ('trace', 'docket', 'imad', 'award')
            THEN regexp_replace(upper(p_text COLLATE "C"), '[^0-9A-Z]', '', 'g')
        ELSE regexp_replace(regexp_replace(
            regexp_replace(upper(p_text COLLATE "C"), '[^0-9A-Z]', '', 'g'),
            CASE p_kind
                WHEN 'receipt' THEN '^(RCPT|RCT|R)(?=[0-9]+$)'
                WHEN 'ticket' THEN '^(DEP|DT|T)(?=[0-9]+$)'
                WHEN 'voucher' THEN '^(VCHR|V)(?=[0-9]+$)'
                WHEN 'check' THEN '^(CHK|CK)(?=[0-9]+$)'
                WHEN 'drawdown' THEN '^(DD|D)(?=[0-9]+$)'
                ELSE '^(?!)'
            END, ''
        ), '^0+(?=.)', '')
    END
$$;
COMMENT ON FUNCTION ledger_api.match_key IS
'The one form of a reference of a kind, or NULL when it has no digit.';
