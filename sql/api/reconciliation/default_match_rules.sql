-- The rules of a bank account that has none of its own, surest first. The bank returns a payer's
-- check before the court, which learns of it from the bank, takes the receipt back: so a check's
-- number ties lines of the bank to later ones of the books.
CREATE FUNCTION ledger_api.default_match_rules() RETURNS TABLE (
    rule_no smallint, name text, pass text, kinds text[], days_before smallint,
    days_after smallint, tolerance_minor bigint, may_confirm boolean, difference_role text
)
LANGUAGE sql IMMUTABLE AS $$
    VALUES
        (1::smallint, 'exact-reference', 'reference',
            '{imad,trace,receipt,voucher,ticket,drawdown,award,any}'::text[], 1::smallint,
            45::smallint, 0::bigint, true, NULL::text),
        (2, 'check-number', 'reference', '{check,any}', 15, 260, 0, true, NULL),
        (3, 'batch', 'batch', '{voucher,ticket,receipt,trace,any}', 1, 45, 0, true, NULL),
        (4, 'split-ticket', 'shared', '{voucher,ticket}', 1, 45, 0, true, NULL),
        (5, 'returned', 'returned', '{}', 2, 43, 0, true, NULL),
        (6, 'amount-differs', 'reference_amount',
            '{imad,trace,receipt,check,voucher,ticket,drawdown}', 1, 45, 50000, false, NULL),
        (7, 'day-group', 'group', '{}', 0, 3, 0, true, NULL),
        (8, 'split-case', 'shared', '{docket,award}', 1, 10, 0, false, NULL),
        (9, 'amount', 'amount', '{}', 0, 5, 0, false, NULL),
        (10, 'bucket', 'bucket', '{}', 0, 5, 0, false, NULL),
        (11, 'subset', 'subset', '{}', 0, 5, 0, true, NULL),
        (12, 'names', 'names', '{}', 1, 10, 0, false, NULL)
$$;
COMMENT ON FUNCTION ledger_api.default_match_rules IS
'The rules of a bank account that has none of its own, surest first.';
