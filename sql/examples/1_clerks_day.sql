-- A clerk's day in psql. The same login opens a small court here and works in it; in a real court
-- the owner grants the roles to others.
SET client_min_messages = warning;
SELECT outcome, reference FROM ledger_api.open_jurisdiction('{"key": "open", "statement": {
    "code": "us-mn-example", "name": "Example County", "time_zone": "America/Chicago",
    "fiscal_year_start_month": 7, "count_basis": "per_offender", "payment_order": "simple"}}');

SELECT ledger_api.define_books('{
    "purposes": [{"code": "custody"}, {"code": "survivor_services"}],
    "authorities": [{"rule": "assessment", "version": "2024", "citation": "Example Code 1",
        "source": "example", "debt_kind": "surcharge", "effective_from": "2024-01-01",
        "share_roles": ["police", "fund"], "minimum_cents": 50000,
        "rule_digest": "0000000000000000000000000000000000000000000000000000000000000000"}],
    "payment_ranks": [{"payment_order": "simple", "debt_kind": "surcharge", "rank": 1,
        "is_gated": false, "is_gating": false, "citation": "Example Code 2"}],
    "funds": [
        {"code": "clerk", "name": "Clerk", "kind": "custodial", "fiscal_year_start_month": 7},
        {"code": "harbor", "name": "Safe harbor", "kind": "special_revenue",
            "fiscal_year_start_month": 7}],
    "purses": [
        {"fund": "clerk", "purpose": "custody", "year": 0, "allowed": ["custody"]},
        {"fund": "harbor", "purpose": "survivor_services", "year": 0,
            "allowed": ["survivor_services"]}],
    "recipients": [{"code": "police", "name": "Police", "roles": ["police"]},
        {"code": "harbor", "name": "Safe harbor fund", "roles": ["fund"], "own_fund": "harbor",
            "own_purpose": "survivor_services", "own_year": 0}],
    "accounts": [
        {"fund": "clerk", "account_set": "proprietary", "number": "1000", "name": "Bank",
            "class": "asset", "normal_side": "debit", "role": "bank"},
        {"fund": "clerk", "account_set": "proprietary", "number": "1100", "name": "Undeposited",
            "class": "asset", "normal_side": "debit", "role": "undeposited"},
        {"fund": "clerk", "account_set": "proprietary", "number": "1200", "name": "Receivable",
            "class": "asset", "normal_side": "debit", "role": "receivable"},
        {"fund": "clerk", "account_set": "proprietary", "number": "2000", "name": "Uncollected",
            "class": "deferred_inflow", "normal_side": "credit", "role": "uncollected"},
        {"fund": "clerk", "account_set": "proprietary", "number": "2201", "name": "Due to police",
            "class": "liability", "normal_side": "credit", "role": "due_to",
            "recipient": "police"},
        {"fund": "clerk", "account_set": "proprietary", "number": "2202", "name": "Due to harbor",
            "class": "liability", "normal_side": "credit", "role": "due_to",
            "recipient": "harbor"},
        {"fund": "harbor", "account_set": "proprietary", "number": "1300",
            "name": "Due from court", "class": "asset", "normal_side": "debit",
            "role": "due_from_court"},
        {"fund": "harbor", "account_set": "proprietary", "number": "4000", "name": "Fines",
            "class": "revenue", "normal_side": "credit", "role": "revenue"}]}') AS added;

SELECT outcome FROM ledger_api.change_roles(jsonb_build_array(
    jsonb_build_object('key', 'clerk', 'statement', jsonb_build_object(
        'login', session_user, 'role', 'clerk', 'action', 'grant')),
    jsonb_build_object('key', 'auditor', 'statement', jsonb_build_object(
        'login', session_user, 'role', 'auditor', 'action', 'grant'))));

-- The ids of the books, by their names.
SELECT max(id) FILTER (WHERE number = '1000') AS bank,
    max(id) FILTER (WHERE number = '1100') AS undeposited,
    max(id) FILTER (WHERE number = '1200') AS receivable,
    max(id) FILTER (WHERE number = '2000') AS uncollected,
    max(id) FILTER (WHERE number = '2201') AS police,
    max(id) FILTER (WHERE number = '2202') AS harbor,
    max(id) FILTER (WHERE number = '1300') AS due_from_court,
    max(id) FILTER (WHERE number = '4000') AS revenue
FROM ledger.account \gset
SELECT max(w.id) FILTER (WHERE w.purpose = 'custody') AS purse,
    max(w.id) FILTER (WHERE w.purpose <> 'custody') AS own_purse,
    max(w.fund_id) FILTER (WHERE w.purpose = 'custody') AS fund,
    max(a.id) AS authority
FROM ledger.purse AS w, ledger.authority AS a \gset

-- A docket, and what its judgment orders: below the minimum of the statute, then right.
SELECT outcome, reference FROM ledger_api.open_dockets(
    '{docket}', '{27-CR-24-1}', ARRAY[:fund], '{2024-03-01}', '{false}', '{simple}');
SELECT docket_id AS docket FROM ledger.docket_reference WHERE reference = '27-CR-24-1' \gset
SELECT outcome, code, message, hint FROM ledger_api.assess_debts(
    '{low}', ARRAY[:docket], ARRAY[:authority], '{misdemeanor}', '{1}', '{0}',
    '{per_offender}', '{49999}', '{NULL}',
    jsonb_build_array(jsonb_build_object('tier', '{0,0}'::int[], 'weight', '{60,40}'::int[],
        'cap', ARRAY[NULL::int], 'due', ARRAY[:police, :harbor], 'own', ARRAY[0, :own_purse])),
    '{1}', '{1}', ARRAY[:purse], ARRAY[:receivable], ARRAY[:uncollected], '{49999}');
SELECT outcome, code FROM ledger_api.assess_debts(
    '{right}', ARRAY[:docket], ARRAY[:authority], '{misdemeanor}', '{1}', '{0}',
    '{per_offender}', '{75000}', '{NULL}',
    jsonb_build_array(jsonb_build_object('tier', '{0,0}'::int[], 'weight', '{60,40}'::int[],
        'cap', ARRAY[NULL::int], 'due', ARRAY[:police, :harbor], 'own', ARRAY[0, :own_purse])),
    '{1}', '{1}', ARRAY[:purse], ARRAY[:receivable], ARRAY[:uncollected], '{75000}');

-- 250.00 in cash: 150.00 to the police, 100.00 to the fund, whose own books show it too.
PREPARE collect (text, bigint, bigint) AS
SELECT outcome, is_replay, reference AS receipt, code, message FROM ledger_api.record_collections(
    'till-1', ARRAY[$1], ARRAY[sha256(convert_to(concat($2, ' ', $3), 'UTF8'))], ARRAY[:docket],
    '{2024-04-02}', ARRAY[$2 + $3], NULL, '{cash}', '{NULL}', '{NULL}', '{NULL}', '{NULL}',
    '{1,1,1,1}', ARRAY[:purse, :purse, :purse, :own_purse],
    ARRAY[:undeposited, :uncollected, :uncollected, :due_from_court],
    ARRAY[:receivable, :police, :harbor, :revenue], ARRAY[$2 + $3, $2, $3, $3],
    '{1,1,1,1}', '{NULL,0,1,1}');
EXECUTE collect('first', 15000, 10000);

-- Said again: the same answer. Said otherwise under the same key, or split otherwise: refused.
EXECUTE collect('first', 15000, 10000);
EXECUTE collect('first', 12500, 12500);
EXECUTE collect('second', 12500, 12500);

-- To the bank, whole; a ticket that says something else would be refused.
SELECT outcome, reference FROM ledger_api.record_deposits(jsonb_build_array(jsonb_build_object(
    'key', 'ticket', 'statement', jsonb_build_object('fund', :fund, 'ticket', 'T-17',
        'till', 'till-1', 'amount_cents', 25000, 'effective_on', '2024-04-02'))));

-- The till is even.
SELECT kind, owed_cents, applied_cents, held_cents
FROM ledger_api.docket_debts('{27-CR-24-1}');
