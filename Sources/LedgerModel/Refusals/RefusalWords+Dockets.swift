extension RefusalWords {
    /// Dockets and what is ordered on them.
    static let dockets: [LedgerRefusal.Code: RefusalWords] = [
        .docketUnknown: RefusalWords(
            "docket_unknown",
            "No docket has this reference.",
            "Check the reference or open the docket first."
        ),
        .docketExists: RefusalWords(
            "docket_exists",
            "A docket with this reference already exists.",
            "Add the debt to the existing docket."
        ),
        .debtUnknown: RefusalWords(
            "debt_unknown",
            "The docket has no debt with this number.",
            "List the docket's debts and use one of their numbers."
        ),
        .authorityOutsideWindow: RefusalWords(
            "authority_outside_window",
            "The authority was not in force on that day.",
            "Use the version of the statute in force on that day."
        ),
        .amountOutsideStatute: RefusalWords(
            "amount_outside_statute",
            "The amount is outside what the statute allows.",
            "Give an amount within the limits named in the detail."
        ),
        .authorityUnknown: RefusalWords(
            "authority_unknown",
            "No rule has this citation.",
            "List the rules and use one of their citations."
        ),
        .recipientRoleUnresolved: RefusalWords(
            "recipient_role_unresolved",
            "A recipient role of the statute has no recipient in this case.",
            "Name the recipient for the role."
        ),
        .indigentOwesNothing: RefusalWords(
            "indigent_owes_nothing",
            "The statute does not let this debt be ordered of an indigent person.",
            "Leave the debt out or record a different finding."
        ),
        .changeExceedsOpen: RefusalWords(
            "change_exceeds_open",
            "More would be taken off the debt than is open.",
            "Take off no more than the open amount."
        ),
        .reasonNotForDebt: RefusalWords(
            "reason_not_for_debt",
            "The law does not change this debt for this reason.",
            "Use a reason that the law has for this kind of debt."
        ),
        .reductionExceedsLimit: RefusalWords(
            "reduction_exceeds_limit",
            "The reductions come to more than the rule allows.",
            "Reduce the debt by no more than the rule allows."
        ),
        .orderMissing: RefusalWords(
            "order_missing",
            "The change names no order.",
            "Give the reference of the order that changes the debt."
        ),
    ]
}
