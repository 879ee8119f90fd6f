package import PostgresClient

/// The doors that take commands as a JSON array, by the names of their functions.
package enum Door: String, Sendable {
    case addBankAccounts = "add_bank_accounts"
    case allot
    case award
    case beginOpenings = "begin_openings"
    case changeDebts = "change_debts"
    case changeExceptions = "change_exceptions"
    case changeMatches = "change_matches"
    case changePeriods = "change_periods"
    case changeRoles = "change_roles"
    case changeTokens = "change_tokens"
    case closeTills = "close_tills"
    case countTills = "count_tills"
    case declareStatementSources = "declare_statement_sources"
    case deobligate
    case disburse
    case expungeDockets = "expunge_dockets"
    case issueRefunds = "issue_refunds"
    case openClaims = "open_claims"
    case openImports = "open_imports"
    case openTills = "open_tills"
    case oweRefunds = "owe_refunds"
    case payUnclaimed = "pay_unclaimed"
    case propose
    case receiveFundMoney = "receive_fund_money"
    case recordDeposits = "record_deposits"
    case recordFindings = "record_findings"
    case recordLiabilityEvents = "record_liability_events"
    case recordMatches = "record_matches"
    case recordRemittances = "record_remittances"
    case recordStatementFiles = "record_statement_files"
    case recordUnidentified = "record_unidentified"
    case releaseStatements = "release_statements"
    case reopenSignOffs = "reopen_sign_offs"
    case repayAdvances = "repay_advances"
    case repayRemittances = "repay_remittances"
    case reverseCollections = "reverse_collections"
    case runRemittances = "run_remittances"
    case scheduleDebts = "schedule_debts"
    case setClearingWindows = "set_clearing_windows"
    case setInterestTerms = "set_interest_terms"
    case setMatchRules = "set_match_rules"
    case setPolicies = "set_policies"
    case signOffPeriods = "sign_off_periods"
    case transferFundMoney = "transfer_fund_money"
    case undoImports = "undo_imports"
    case vacateDockets = "vacate_dockets"
    case voidChecks = "void_checks"
    case writeOffDebts = "write_off_debts"
}

extension PostgresConnection {
    /// Hands commands to a door, inside the transaction that is open.
    package func ask(_ door: Door, _ commands: [DoorCommand]) async throws -> [DoorReply] {
        let json = PostgresJSON(try DoorCommand.json(commands))
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns)
            FROM ledger_api.\(raw: door.rawValue)(\(json)) ORDER BY item
            """
        return try await execute(query.named(door.rawValue), prepared: true).map(DoorReply.init)
    }
}
