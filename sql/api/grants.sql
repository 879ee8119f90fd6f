-- Who may call what. Poured last; everything not named here is closed.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger, ledger_api FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger, ledger_api FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger, ledger_api TO redress_member;
GRANT EXECUTE ON FUNCTION
    ledger.bound_jurisdiction(), ledger.visible_jurisdiction(), ledger.binding(),
    ledger.works_here(), ledger.raise_refusal(text, text), ledger.sensitive_text(text, boolean),
    ledger_api.bound_principal(), ledger_api.require_role(text[]), ledger_api.court_today(),
    ledger_api.fingerprint(text, jsonb), ledger_api.seal(integer, boolean),
    ledger_api.policy_in_force(text), ledger_api.policy_defaults()
TO redress_member;

-- What everybody may read: the books and their totals, under row security.
GRANT SELECT ON
    ledger.jurisdiction, ledger.authority, ledger.payment_rank, ledger.fund, ledger.purpose,
    ledger.purse, ledger.recipient, ledger.account, ledger.fund_period, ledger.balance_day,
    ledger.block, ledger.refusal_text, ledger.sealed_table, ledger.policy, ledger.authority_term
TO redress_member;

-- What those who work with cases and money read.
GRANT SELECT ON
    ledger.principal, ledger.role_change, ledger.principal_role, ledger.token_change,
    ledger.journal_entry, ledger.refusal, ledger.posting, ledger.journal_tail, ledger.period_change,
    ledger.docket, ledger.docket_reference, ledger.share_plan, ledger.debt, ledger.debt_total,
    ledger.receipt, ledger.receipt_book, ledger.reversal, ledger.deposit, ledger.remittance,
    ledger.fund_receipt, ledger.allotment, ledger.award, ledger.disbursement, ledger.deobligation,
    ledger.sealed_entry, ledger.debt_change, ledger.write_off, ledger.debt_component,
    ledger.debt_ground, ledger.indigency_finding, ledger.joint_claim, ledger.joint_debt,
    ledger.joint_total, ledger.proposal, ledger.approval, ledger.docket_expunction,
    ledger.instalment, ledger.remittance_line, ledger.remittance_run, ledger.run_remittance,
    ledger.repayment, ledger.check_issued, ledger.fund_transfer, ledger.import_batch,
    ledger.import_part, ledger.import_undo, ledger.till_session, ledger.till_count,
    ledger.till_close, ledger.till_check_close, ledger.receipt_origin, ledger.deposit_receipt,
    ledger.deposit_difference, ledger.interest_term, ledger.delinquency_event,
    ledger.liability_event, ledger.opening, ledger.opening_file, ledger.opening_control,
    ledger.opening_tie, ledger.refund, ledger.vacatur, ledger.check_void, ledger.unclaimed_payment,
    ledger.advance_repayment, ledger.doubled_receipt, ledger.penalty_correction,
    ledger.change_citation, ledger.remittance_carry, ledger.carried_share, ledger_api.ledger_line
TO redress_clerk, redress_grants, redress_reconciler, redress_approver, redress_auditor,
redress_owner;
GRANT SELECT ON
    ledger.bank_account, ledger.bank_account_number, ledger.statement_source, ledger.statement_file,
    ledger.statement, ledger.statement_line, ledger.statement_reference, ledger.statement_return,
    ledger.statement_finding, ledger.statement_change, ledger.match_rules, ledger.match_rule,
    ledger.match_pass, ledger.match, ledger.match_statement_line, ledger.match_book_line,
    ledger.match_change, ledger.statement_claim, ledger.book_claim, ledger_api.match_state,
    ledger.clearing_window, ledger.exception_change, ledger.sign_off, ledger.sign_off_term,
    ledger.sign_off_reopening
TO redress_clerk, redress_reconciler, redress_approver, redress_auditor, redress_owner;

-- Reports: what everybody may see, and what those who work with cases see.
GRANT EXECUTE ON FUNCTION
    ledger_api.known_number(timestamptz), ledger_api.report_head(timestamptz, date),
    ledger_api.day_movements(date, timestamptz, boolean),
    ledger_api.trial_balance(date, timestamptz, text, text, boolean),
    ledger_api.fund_balance(date, date, timestamptz, text, text, boolean),
    ledger_api.funding(date, date, timestamptz, text, text, boolean),
    ledger_api.period_label(date, text, smallint)
TO redress_member;
GRANT EXECUTE ON FUNCTION
    ledger_api.docket_debts(text[], bigint[]), ledger_api.ticket_of(bigint),
    ledger_api.till_movement(bigint), ledger_api.undeposited_receipts(integer),
    ledger_api.daily_receipts(date, date, timestamptz),
    ledger_api.daily_cash(date, date, timestamptz),
    ledger_api.till_sessions(date, date, timestamptz), ledger_api.receipt_gaps(),
    ledger_api.running_accounts(date, timestamptz, text, text, text),
    ledger_api.running(date, date, timestamptz, integer[], integer[]),
    ledger_api.docket_statement(text, timestamptz),
    ledger_api.docket_applications(text, timestamptz),
    ledger_api.docket_grounds(text, date, timestamptz),
    ledger_api.docket_findings(text, date, timestamptz),
    ledger_api.docket_schedule(text, date, timestamptz),
    ledger_api.docket_changes(text, date, timestamptz),
    ledger_api.docket_write_offs(text, date, timestamptz),
    ledger_api.docket_claims(text, date, timestamptz),
    ledger_api.claim_statement(text, date, timestamptz),
    ledger_api.docket_holds(text, date, timestamptz),
    ledger_api.docket_refunds(text, date, timestamptz), ledger_api.receipt_available_on(text, date),
    ledger_api.collections(date, date, timestamptz, text, text, boolean),
    ledger_api.ageing(date, timestamptz, text, boolean), ledger_api.proposal_list(),
    ledger_api.access_list(), ledger_api.remittances(date, date, timestamptz, text, text, boolean),
    ledger_api.transfer_tie(date, timestamptz), ledger_api.run_list(bigint),
    ledger_api.import_list(), ledger_api.check_list(date), ledger_api.unapplied_money(date),
    ledger_api.first_drawn_on(bigint), ledger_api.cleared_on(bigint)
TO redress_clerk, redress_grants, redress_reconciler, redress_approver, redress_auditor,
redress_owner;

-- Tokens in force, beside their history, for verification.
GRANT SELECT ON ledger_api.token_in_force TO redress_auditor;

-- Doors, by job.
GRANT EXECUTE ON FUNCTION
    ledger_api.open_dockets(text[], text[], integer[], date[], boolean[], text[]),
    ledger_api.assess_debts(
        text[], bigint[], integer[], text[], smallint[], smallint[], text[], bigint[], bigint[],
        jsonb, integer[], integer[], integer[], integer[], integer[], bigint[]
    ),
    ledger_api.open_claims(jsonb), ledger_api.find_claims(text[], bigint[]),
    ledger_api.record_findings(jsonb), ledger_api.schedule_debts(jsonb),
    ledger_api.claim_collections(text[], text[], boolean[]),
    ledger_api.docket_debts(text[], bigint[]),
    ledger_api.open_imports(jsonb), ledger_api.record_import_part(bigint),
    ledger_api.import_keys(text[], text[], boolean[]),
    ledger_api.change_debts(jsonb), ledger_api.set_interest_terms(jsonb),
    ledger_api.claim_interest(bigint[], date),
    ledger_api.accrue_interest(bigint[], smallint[], bigint[], date),
    ledger_api.claim_delinquencies(bigint[], date),
    ledger_api.record_delinquencies(
        bigint[], smallint[], date[], text[], bigint[], date[], date
    ),
    ledger_api.extinctions_due(date), ledger_api.rates_missing(date),
    ledger_api.record_liability_events(jsonb), ledger_api.record_deposits(jsonb),
    ledger_api.record_remittances(jsonb), ledger_api.run_remittances(jsonb),
    ledger_api.repay_remittances(jsonb), ledger_api.open_tills(jsonb)
TO redress_clerk;
GRANT EXECUTE ON FUNCTION
    ledger_api.record_unidentified(jsonb), ledger_api.repay_advances(jsonb),
    ledger_api.void_checks(jsonb), ledger_api.pay_unclaimed(jsonb)
TO redress_clerk;
-- What a second person approves, and the doors through which it is carried out to its end.
GRANT EXECUTE ON FUNCTION
    ledger_api.count_tills(jsonb), ledger_api.close_tills(jsonb),
    ledger_api.issue_refunds(jsonb), ledger_api.vacate_dockets(jsonb),
    ledger_api.undo_imports(jsonb),
    ledger_api.payable_refund(bigint), ledger_api.claim_dockets(bigint[]),
    ledger_api.reverse_collections(jsonb), ledger_api.owe_refunds(jsonb),
    ledger_api.record_collections(
        text, text[], bytea[], bigint[], date[], bigint[], text[], text[], text[], text[], text[],
        text[], integer[], integer[], integer[], integer[], bigint[], smallint[], smallint[],
        text
    ),
    ledger_api.record_collection(
        text, text, bytea, bigint, date, bigint, text, text, text, text, text, text, integer[],
        integer[], integer[], bigint[], smallint[], smallint[], text
    )
TO redress_clerk, redress_approver;
GRANT EXECUTE ON FUNCTION
    ledger_api.define_books(jsonb, bigint), ledger_api.begin_openings(jsonb),
    ledger_api.bring_debts(
        bigint, text[], date[], boolean[], text[], integer[], text[], smallint[], smallint[],
        text[], bigint[], jsonb, integer[], integer[], smallint[], bigint[], bigint[]
    ),
    ledger_api.bring_receipts(
        bigint, text, text[], text[], date[], bigint[], text[], text[], boolean[], integer[],
        smallint[], smallint[], bigint[]
    ),
    ledger_api.bring_checks(bigint, bigint[], text[], date[], bigint[], text[]),
    ledger_api.close_opening(bigint, integer[], bigint[])
TO redress_clerk, redress_approver, redress_owner;
GRANT EXECUTE ON FUNCTION ledger_api.receive_fund_money(jsonb) TO redress_clerk, redress_grants;
GRANT EXECUTE ON FUNCTION
    ledger_api.allot(jsonb), ledger_api.award(jsonb), ledger_api.disburse(jsonb),
    ledger_api.deobligate(jsonb), ledger_api.transfer_fund_money(jsonb)
TO redress_grants;
GRANT EXECUTE ON FUNCTION ledger_api.change_periods(jsonb), ledger_api.expunge_dockets(jsonb),
    ledger_api.reopen_sign_offs(jsonb) TO redress_approver, redress_owner;
GRANT EXECUTE ON FUNCTION ledger_api.write_off_debts(jsonb), ledger_api.sign_off_periods(jsonb)
TO redress_approver;
GRANT EXECUTE ON FUNCTION
    ledger_api.set_policies(jsonb), ledger_api.change_roles(jsonb),
    ledger_api.change_tokens(jsonb)
TO redress_owner;
GRANT EXECUTE ON FUNCTION
    ledger_api.record_statement_files(jsonb),
    ledger_api.record_statement_lines(
        bigint[], integer[], date[], date[], bigint[], text[], text[], text[], text[], bigint[],
        bigint[], integer[], smallint[], text[], text[], integer[], smallint[], text[], text[],
        text[], text[]
    )
TO redress_clerk, redress_reconciler;
GRANT EXECUTE ON FUNCTION
    ledger_api.declare_statement_sources(jsonb), ledger_api.release_statements(jsonb),
    ledger_api.set_clearing_windows(jsonb),
    ledger_api.set_match_rules(jsonb), ledger_api.run_match_pass(
        bigint, text, integer, date, integer[], boolean[], integer[], boolean[], integer[],
        integer[]
    ),
    ledger_api.match_blocks(bigint, text, integer, date, boolean, integer, integer),
    ledger_api.try_match_rules(bigint, jsonb, date, date),
    ledger_api.record_matches(jsonb), ledger_api.change_matches(jsonb)
TO redress_reconciler;
GRANT EXECUTE ON FUNCTION ledger_api.add_bank_accounts(jsonb) TO redress_owner;
GRANT EXECUTE ON FUNCTION
    ledger_api.statement_list(), ledger_api.match_key(text, text),
    ledger_api.banking_days(date, date), ledger_api.default_match_rules(),
    ledger_api.statement_lines_in_use(integer, bigint, date),
    ledger_api.book_lines(integer, integer, date), ledger_api.book_references(integer, bigint[]),
    ledger_api.match_hash(integer, bigint), ledger_api.match_members(integer, bigint[], integer[]),
    ledger_api.reconciliation(text, date), ledger_api.reconciliation_days(text, date, date),
    ledger_api.collection_chain(text, date), ledger_api.exception_list(date, text),
    ledger_api.prepared_sign_off(text, date, text), ledger_api.sign_off_list(),
    ledger_api.clearing_window_list(),
    ledger_api.returned_receipts(bigint, integer, bigint)
TO redress_clerk, redress_reconciler, redress_approver, redress_auditor, redress_owner;
GRANT EXECUTE ON FUNCTION ledger_api.change_exceptions(jsonb)
TO redress_clerk, redress_reconciler, redress_approver;
GRANT EXECUTE ON FUNCTION ledger_api.propose(jsonb)
TO redress_clerk, redress_grants, redress_reconciler, redress_approver, redress_owner;
GRANT EXECUTE ON FUNCTION ledger_api.bind_token(text) TO redress_service;
