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
        .docketExpunged: RefusalWords(
            "docket_expunged",
            "The reference of the docket was already erased.",
            "Nothing is left to be done for this docket."
        ),
        .claimUnknown: RefusalWords(
            "claim_unknown",
            "No joint claim has this reference.",
            "Check the reference or open the claim first."
        ),
        .claimExists: RefusalWords(
            "claim_exists",
            "A joint claim with this reference already exists.",
            "Order the debt on the existing claim."
        ),
        .claimExceeded: RefusalWords(
            "claim_exceeded",
            "The debt is larger than the loss of its joint claim.",
            "Order no more than the loss."
        ),
        .sharesNotOfClaim: RefusalWords(
            "shares_not_of_claim",
            "The shares of the debt are not those of its joint claim.",
            "Leave the shares to the claim."
        ),
        .lossesDiffer: RefusalWords(
            "losses_differ",
            "The losses of the payees do not add up to what is ordered.",
            "Name the amount of each payee's loss or leave the amount of the debt out."
        ),
        .scheduleNotWhole: RefusalWords(
            "schedule_not_whole",
            "The instalments do not add up to what is still owed.",
            "Divide exactly what is owed into at most 1200 instalments."
        ),
        .scheduleNotInOrder: RefusalWords(
            "schedule_not_in_order",
            "The instalments do not fall due one after the other from the judgment on.",
            "Give each instalment a later day than the one before."
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
        .accrualDiffers: RefusalWords(
            "accrual_differs",
            "The amount is not the one that the ledger reckons.",
            "Let the ledger reckon the amount again."
        ),
        .interestTermNotValid: RefusalWords(
            "interest_term_not_valid",
            "The law does not allow interest on these terms.",
            "Give a yearly rate and a first day that the law allows."
        ),
        .debtBearsNoInterest: RefusalWords(
            "debt_bears_no_interest",
            "The law gives no interest on this debt.",
            "Record rates for fines and restitution whose rule gives interest."
        ),
        .writeOffExceedsOpen: RefusalWords(
            "write_off_exceeds_open",
            "More would be written off than is open.",
            "Write off no more than the open amount."
        ),
        .liabilityNotEnded: RefusalWords(
            "liability_not_ended",
            "The law has not ended liability for this debt by that day.",
            "Wait for the day or record the release or death first."
        ),
        .liabilityEventUnknown: RefusalWords(
            "liability_event_unknown",
            "Liability does not end by an event of this kind.",
            "Record a release or a death."
        ),
        .liabilityEventOutOfTime: RefusalWords(
            "liability_event_out_of_time",
            "The event is dated before the judgment or after the recorded death.",
            "Give the day of the event between the judgment and the death."
        ),
    ]
}
