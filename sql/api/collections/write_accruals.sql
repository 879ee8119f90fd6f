-- Writes what grew on debts: interest or penalties, each kind a debt of its own on the same docket,
-- with the shares of the debt that it grew on. One element of each array per entry; a component
-- NULL is made by the first entry of its kind that adds anything; an entry of no cents is a fact
-- alone. p_reason: of the entries and of the changes.
CREATE FUNCTION ledger_api.write_accruals(
    j integer,
    p_reason text,
    p_docket_ids bigint[],
    p_parents smallint[],
    p_components smallint[],
    p_kinds text[],
    p_cents bigint[],
    p_effective_on date[]
) RETURNS bigint[]
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    v_ids bigint[] := ARRAY(
        SELECT nextval('ledger.entry_id') FROM generate_subscripts(p_docket_ids, 1) ORDER BY 1
    );
    v_first_open date := ledger_api.posting_day(j, ARRAY(
        SELECT DISTINCT d.fund_id FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ), '-infinity');
    v_principal integer := ledger_api.bound_principal();
    -- 18 U.S.C. 3014(b) does not say whether its assessment waits for interest and penalties.
    v_holds_gate boolean :=
        ledger_api.policy_in_force('gate_holds_for_interest_and_penalties') = 'yes';
    v_makes boolean[];
    v_debts smallint[];
    v_funds integer[];
    v_posted date[];
BEGIN
    -- Which entry makes its debt, and which number that debt has.
    SELECT array_agg(n.makes ORDER BY n.i), array_agg(n.debt ORDER BY n.i),
        array_agg(n.fund_id ORDER BY n.i), array_agg(n.posted_on ORDER BY n.i)
    INTO v_makes, v_debts, v_funds, v_posted
    FROM (
        SELECT u.i, u.is_new AND u.i = min(u.i) OVER one AS makes,
            coalesce(u.component, (
                SELECT count(*) FROM ledger.debt AS b
                WHERE b.jurisdiction_id = j AND b.docket_id = u.docket
            ) + dense_rank() OVER (
                PARTITION BY u.docket, u.is_new ORDER BY u.parent, u.kind
            ))::smallint AS debt,
            d.fund_id, greatest(u.effective_on, v_first_open) AS posted_on
        FROM (
            SELECT u.*, u.component IS NULL AND u.cents <> 0 AS is_new
            FROM unnest(p_docket_ids, p_parents, p_components, p_kinds, p_cents, p_effective_on)
                WITH ORDINALITY AS u (docket, parent, component, kind, cents, effective_on, i)
        ) AS u
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
        WINDOW one AS (PARTITION BY u.docket, u.parent, u.kind, u.is_new)
    ) AS n;

    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        authority_id, docket_id
    )
    SELECT j, u.id, p_reason, 'accepted', u.effective_on, u.posted_on, clock_timestamp(),
        v_principal, b.authority_id, u.docket
    FROM unnest(v_ids, p_docket_ids, p_parents, p_effective_on, v_posted)
        AS u (id, docket, parent, effective_on, posted_on)
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.parent;
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, u.id, pg_current_xact_id() FROM unnest(v_ids) AS u (id);

    WITH made AS (
        INSERT INTO ledger.debt (
            jurisdiction_id, docket_id, debt_no, entry_id, authority_id, share_plan_id, kind, rank,
            is_gated, is_gating, grade, counts, ordered_cents
        )
        SELECT j, u.docket, u.debt, u.id, b.authority_id, b.share_plan_id, u.kind, r.rank,
            r.is_gated, r.is_gating OR v_holds_gate AND EXISTS (
                SELECT FROM ledger.payment_rank AS g
                WHERE g.jurisdiction_id = j AND g.payment_order = d.payment_order AND g.is_gated
            ), b.grade, 1, u.cents
        FROM unnest(v_ids, v_makes, v_debts, p_docket_ids, p_parents, p_kinds, p_cents)
            AS u (id, makes, debt, docket, parent, kind, cents)
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.parent
        JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = d.payment_order AND r.debt_kind = u.kind
        WHERE u.makes
        RETURNING docket_id, debt_no, share_plan_id, ordered_cents
    )
    INSERT INTO ledger.debt_total (
        jurisdiction_id, docket_id, debt_no, owed_cents, applied_cents, held_cents
    )
    SELECT j, m.docket_id, m.debt_no, m.ordered_cents, 0,
        array_fill(0::bigint, ARRAY[cardinality(s.tier)])
    FROM made AS m
    JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = m.share_plan_id;
    INSERT INTO ledger.debt_component (
        jurisdiction_id, entry_id, docket_id, debt_no, parent_debt_no
    )
    SELECT j, u.id, u.docket, u.debt, u.parent
    FROM unnest(v_ids, v_makes, v_debts, p_docket_ids, p_parents)
        AS u (id, makes, debt, docket, parent)
    WHERE u.makes;

    INSERT INTO ledger.debt_change (
        jurisdiction_id, entry_id, docket_id, debt_no, reason, amount_cents
    )
    SELECT j, u.id, u.docket, u.debt, p_reason, u.cents
    FROM unnest(v_ids, v_makes, v_debts, p_docket_ids, p_cents)
        AS u (id, makes, debt, docket, cents)
    WHERE NOT u.makes AND u.cents <> 0;
    INSERT INTO ledger.change_citation (jurisdiction_id, entry_id, citation)
    SELECT j, u.id, ledger_api.change_citation(
            j, p_reason, b.authority_id, p_reason = 'interest' AND u.cents < 0 AND (
                SELECT t.is_waived FROM ledger.interest_term AS t
                WHERE t.jurisdiction_id = j AND t.docket_id = u.docket AND t.debt_no = u.parent
                ORDER BY t.entry_id DESC LIMIT 1
            )
        )
    FROM unnest(v_ids, v_makes, p_docket_ids, p_parents, p_cents)
        AS u (id, makes, docket, parent, cents)
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.parent
    WHERE NOT u.makes AND u.cents <> 0;
    UPDATE ledger.debt_total AS t
    SET owed_cents = t.owed_cents + n.cents
    FROM (
        SELECT u.docket, u.debt, sum(u.cents)::bigint AS cents
        FROM unnest(v_makes, v_debts, p_docket_ids, p_cents) AS u (makes, debt, docket, cents)
        WHERE NOT u.makes AND u.cents <> 0
        GROUP BY u.docket, u.debt
    ) AS n
    WHERE t.jurisdiction_id = j AND t.docket_id = n.docket AND t.debt_no = n.debt;
    PERFORM ledger_api.post_receivables(j, v_ids, v_posted, v_funds, v_debts, p_cents);
    RETURN v_ids;
END $$;
COMMENT ON FUNCTION ledger_api.write_accruals IS
'Writes what grew on debts: interest or penalties, each kind a debt of its own.';
