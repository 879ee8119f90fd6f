import Foundation

/// The schema of the ledger as it ships: what is stone, what is sand, and in which order sand is
/// poured.
package enum LedgerSchema {
    /// The migrations, oldest first.
    ///
    /// A landed migration is never edited.
    package static let migrations = [
        "0001_people", "0002_books", "0003_journal", "0004_dockets", "0005_money_out",
        "0006_sealing", "0007_guards",
        "0008_narrow_guards", "0009_debt_changes", "0012_remittances",
        "0013_judgments",
    ]

    /// Roles, made by the migrating login before it becomes the owner of the schema.
    package static let roles = "api/roles.sql"

    /// Functions and views in the order of their needs; each file holds one, named after it.
    package static let pour = [
        "api/journal/reply.sql",
        "api/access/require_role.sql",
        "api/access/bound_principal.sql",
        "api/journal/fingerprint.sql",
        "api/journal/first_difference.sql",
        "api/journal/court_today.sql",
        "api/journal/posting_day.sql",
        "api/journal/write_entry.sql",
        "api/journal/refuse.sql",
        "api/journal/replay.sql",
        "api/journal/accept.sql",
        "api/journal/postings_differ.sql",
        "api/journal/role_balance.sql",
        "api/journal/merkle_root.sql",
        "api/journal/leaf_hashes.sql",
        "api/journal/column_digests.sql",
        "api/journal/block_hash.sql",
        "api/journal/add_to_balance_days.sql",
        "api/journal/seal.sql",
        "api/journal/change_periods.sql",
        "api/access/open_jurisdiction.sql",
        "api/access/change_roles.sql",
        "api/access/change_tokens.sql",
        "api/access/bind_token.sql",
        "api/access/token_in_force.sql",
        "api/access/propose.sql",
        "api/access/judge_proposal.sql",
        "api/access/write_approval.sql",
        "api/funds/refuse_unknown_names.sql",
        "api/funds/refuse_other_definition.sql",
        "api/funds/define_books.sql",
        "api/funds/policy_in_force.sql",
        "api/funds/set_policies.sql",
        "api/funds/receive_fund_money.sql",
        "api/funds/health_transfer_cents.sql",
        "api/funds/collected_under.sql",
        "api/funds/transfer_basis.sql",
        "api/funds/transfer_postings.sql",
        "api/funds/transfer_fund_money.sql",
        "api/funds/allot.sql",
        "api/collections/open_dockets.sql",
        "api/collections/share_plan_ids.sql",
        "api/collections/owed_on_claim.sql",
        "api/collections/plan_holds.sql",
        "api/collections/is_spared.sql",
        "api/collections/judge_assessments.sql",
        "api/collections/assess_debts.sql",
        "api/collections/lock_dockets.sql",
        "api/collections/open_claims.sql",
        "api/collections/find_claims.sql",
        "api/collections/record_findings.sql",
        "api/collections/schedule_debts.sql",
        "api/collections/expunge_dockets.sql",
        "api/collections/claim_collections.sql",
        "api/collections/docket_debts.sql",
        "api/collections/without_code.sql",
        "api/collections/judge_collections.sql",
        "api/collections/judge_collection_lines.sql",
        "api/collections/judge_receipt_numbers.sql",
        "api/collections/debt_state.sql",
        "api/collections/judge_dockets.sql",
        "api/collections/shared_lines.sql",
        "api/collections/with_shares.sql",
        "api/collections/add_to_debts.sql",
        "api/collections/set_claims.sql",
        "api/collections/replay_collections.sql",
        "api/collections/write_collections.sql",
        "api/collections/collect.sql",
        "api/collections/record_collections.sql",
        "api/collections/record_collection.sql",
        "api/collections/reverse_collections.sql",
        "api/collections/post_receivables.sql",
        "api/collections/debt_standing.sql",
        "api/collections/reduction_limit.sql",
        "api/collections/judge_change.sql",
        "api/collections/add_to_owed.sql",
        "api/collections/change_debts.sql",
        "api/collections/record_deposits.sql",
        "api/collections/receipt_available_on.sql",
        "api/collections/remit_due_on.sql",
        "api/collections/unsent_shares.sql",
        "api/collections/due_batch.sql",
        "api/collections/due_batches.sql",
        "api/collections/victim_minimum_cents.sql",
        "api/collections/next_check_number.sql",
        "api/collections/lock_remitting_purses.sql",
        "api/collections/remittance_postings.sql",
        "api/collections/write_remittance.sql",
        "api/collections/record_remittances.sql",
        "api/collections/run_remittances.sql",
        "api/collections/run_list.sql",
        "api/collections/repay_remittances.sql",
        "api/grants/award.sql",
        "api/grants/disburse.sql",
        "api/grants/deobligate.sql",
        "api/reports/known_number.sql",
        "api/reports/report_head.sql",
        "api/reports/docket_statement.sql",
        "api/reports/day_movements.sql",
        "api/reports/trial_balance.sql",
        "api/reports/fund_balance.sql",
        "api/reports/period_label.sql",
        "api/reports/funding.sql",
        "api/reports/remittances.sql",
        "api/reports/transfer_tie.sql",
        "api/reports/running_accounts.sql",
        "api/reports/running.sql",
        "api/reports/docket_applications.sql",
        "api/reports/access_list.sql",
        "api/reports/ledger_line.sql",
        "api/grants.sql",
    ]

    /// The text of a file of the schema, by its path below `sql/`.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: Bundle.module.bundleURL.appending(path: path), encoding: .utf8)
    }

    /// The text of a migration.
    package static func migration(_ name: String) throws -> String {
        try text("migrations/\(name).sql")
    }
}
