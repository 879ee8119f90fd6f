extension RefusalWords {
    /// Money received, and what becomes of it.
    static let collections: [LedgerRefusal.Code: RefusalWords] = [
        .appliedExceedsOwed: RefusalWords(
            "applied_exceeds_owed",
            "More was applied to a debt than is owed.",
            "Leave the excess unapplied."
        ),
        .appliedDiffersFromReceived: RefusalWords(
            "applied_differs_from_received",
            "The applied and unapplied parts do not add up to the amount received.",
            "Apply the whole amount or leave the rest unapplied."
        ),
        .gateClosed: RefusalWords(
            "gate_closed",
            "The debt cannot be paid while a debt that comes before it by law is open.",
            "Apply the money to the open debts first."
        ),
        .paymentOrderPassed: RefusalWords(
            "payment_order_passed",
            "Money was applied to a debt while one of higher rank is open.",
            "Apply the money in the docket's payment order."
        ),
        .recipientNotNamed: RefusalWords(
            "recipient_not_named",
            "The share goes to a recipient that the rule does not name.",
            "Split the money as the stored rule says."
        ),
        .sharesNotExact: RefusalWords(
            "shares_not_exact",
            "The shares do not divide the money as the stored rule says.",
            "Split the money again from what each recipient holds."
        ),
        .alreadyReversed: RefusalWords(
            "already_reversed",
            "The entry was already reversed.",
            "Look up the reversal of the entry before trying again."
        ),
        .entryUnknown: RefusalWords(
            "entry_unknown",
            "No entry has this number.",
            "Check the number of the entry."
        ),
        .receiptNumberTaken: RefusalWords(
            "receipt_number_taken",
            "The receipt number is already used by this source.",
            "Use the number printed on the receipt or the next free one."
        ),
        .postingNotOfThisEvent: RefusalWords(
            "posting_not_of_this_event",
            "The postings are not those that this event calls for.",
            "Let the ledger compute the postings of the event."
        ),
        .jointClaimTwice: RefusalWords(
            "joint_claim_twice",
            "Two dockets of one joint claim stand in one batch.",
            "Record the collections of these dockets one after the other."
        ),
        .reversalReasonUnknown: RefusalWords(
            "reversal_reason_unknown",
            "A receipt is not taken back for this reason.",
            "Use returned_check, returned_ach, chargeback, duplicate or void."
        ),
        .receiptNotStanding: RefusalWords(
            "receipt_not_standing",
            "A receipt that moves does not stand on a docket when the transaction ends.",
            "Enter it on its docket in the same transaction, under its number and with its amount."
        ),
        .booksMoved: RefusalWords(
            "books_moved",
            "What is owed on the docket changed since the act was proposed.",
            "Propose the act again."
        ),
        .vacaturMissing: RefusalWords(
            "vacatur_missing",
            "No conviction of the docket was vacated.",
            "Vacate the conviction first or issue a refund of what is unapplied."
        ),
        .doubleNotStanding: RefusalWords(
            "double_not_standing",
            "The receipt named does not stand for the same money.",
            "Name a standing receipt of the same amount on the same docket."
        ),
        .doubleWasCounted: RefusalWords(
            "double_was_counted",
            "Money of the receipt was counted at the close of its till or for a deposit.",
            "Leave the receipt and refund what no debt takes or take it back when the bank does."
        ),
        .moneyLeftUnapplied: RefusalWords(
            "money_left_unapplied",
            "Money is left unapplied while a debt that takes it is open.",
            "Apply the money to the open debts first."
        ),
        .tillChecksNotCounted: RefusalWords(
            "till_checks_not_counted",
            "Two people have not counted the checks that the till took.",
            "Let both count the checks, how many there are and what they come to."
        ),
        .tillNotOpen: RefusalWords(
            "till_not_open",
            "The till is not open.",
            "Open the till first."
        ),
        .tillAlreadyOpen: RefusalWords(
            "till_already_open",
            "The till is open already.",
            "Count and close the till first."
        ),
        .tillCountsDiffer: RefusalWords(
            "till_counts_differ",
            "The two counts of the till differ.",
            "Count the till again until two people agree."
        ),
        .tillNotCounted: RefusalWords(
            "till_not_counted",
            "Two people have not counted the till since money last moved there.",
            "Let two people count the till."
        ),
        .nothingToDeposit: RefusalWords(
            "nothing_to_deposit",
            "No money is left to deposit.",
            "Look up undeposited receipts in the report of daily cash."
        ),
        .receiptNotUndeposited: RefusalWords(
            "receipt_not_undeposited",
            "A receipt named for the deposit is not among the undeposited money.",
            "Leave the receipt out or look up its ticket."
        ),
        .reasonMissing: RefusalWords(
            "reason_missing",
            "The act needs a reason.",
            "State the reason in the memo."
        ),
        .voidTooLate: RefusalWords(
            "void_too_late",
            "A receipt is voided only on its day and before its till is closed or it is deposited.",
            "Take the receipt back for the reason that the money left."
        ),
        .depositAmountDiffers: RefusalWords(
            "deposit_amount_differs",
            "The stated amount is not that of the receipts.",
            "Count the deposit again or leave the amount out."
        ),
        .originUnknown: RefusalWords(
            "origin_unknown",
            "The origin of the money is not one that the ledger knows.",
            "Use payment, bond or windfall."
        ),
        .refundExceedsUnapplied: RefusalWords(
            "refund_exceeds_unapplied",
            "The refund is more than the docket has to give back.",
            "Refund no more than is payable and unapplied on the docket."
        ),
        .secondPersonNeeded: RefusalWords(
            "second_person_needed",
            "The act takes two persons.",
            "Propose it and let a second person approve it."
        ),
        .advanceNotMadeGood: RefusalWords(
            "advance_not_made_good",
            "Recipients have not made good so much of what was advanced for refunds.",
            "Wait until their shares or repayments cover it."
        ),
        .checkUnknown: RefusalWords(
            "check_unknown",
            "No check of this number was drawn on this fund.",
            "Look the check up in the list of checks."
        ),
        .checkVoidAlready: RefusalWords(
            "check_void_already",
            "The check was already voided.",
            "Look up in the list of checks what became of its money."
        ),
        .checkNotStale: RefusalWords(
            "check_not_stale",
            "The check is not old enough to be stale.",
            "Wait or void it as lost or stopped."
        ),
        .escheatTooEarly: RefusalWords(
            "escheat_too_early",
            "Unclaimed money may not be turned over yet.",
            "Wait until the time of the law or of the court's policy is over."
        ),
        .nothingUnclaimed: RefusalWords(
            "nothing_unclaimed",
            "No unclaimed money waits for this check.",
            "Look the check up in the list of checks."
        ),
        .receiptRefunded: RefusalWords(
            "receipt_refunded",
            "Money of the receipt was given back to its payer.",
            "Leave the receipt on its docket."
        ),
        .fundDiffers: RefusalWords(
            "fund_differs",
            "The two dockets belong to different funds.",
            "Take the receipt back and enter the money in the other fund."
        ),
        .controlCountDiffers: RefusalWords(
            "control_count_differs",
            "The file does not have as many lines as its control total says.",
            "Get the file again whole or correct the expected count."
        ),
        .controlSumDiffers: RefusalWords(
            "control_sum_differs",
            "The amounts of the file do not add up to its control total.",
            "Get the file again whole or correct the expected sum."
        ),
        .controlMissing: RefusalWords(
            "control_missing",
            "The file ends without the control totals that its mapping declares.",
            "Get the file again whole."
        ),
        .receiptNumberRepeated: RefusalWords(
            "receipt_number_repeated",
            "The file states the same receipt number twice.",
            "Ask the source which line is right and leave the other one out."
        ),
        .lookAlikesFound: RefusalWords(
            "look_alikes_found",
            "The file holds payments that look alike and a strict import was asked for.",
            "Check the lines named and import without being strict if all were made."
        ),
        .fileOfAnotherSource: RefusalWords(
            "file_of_another_source",
            "This very file was already imported under another source.",
            "Import it under the source it was first imported under."
        ),
        .importUnknown: RefusalWords(
            "import_unknown",
            "No import has this number.",
            "List the imports and use one of their numbers."
        ),
        .importUndoneAlready: RefusalWords(
            "import_undone_already",
            "The import was already undone.",
            "Import a corrected file if its lines are still needed."
        ),
        .importMoneyMovedOn: RefusalWords(
            "import_money_moved_on",
            "Money of the import was already deposited or sent on.",
            "Correct its receipts one by one instead of undoing the import."
        ),
        .importBuiltUpon: RefusalWords(
            "import_built_upon",
            "Something that the import opened was changed or paid on since.",
            "Take back what came later before undoing the import."
        ),
        .fundOpenedBefore: RefusalWords(
            "fund_opened_before",
            "The fund was already opened with its history.",
            "Correct what was brought in by ordinary entries."
        ),
        .fundInUse: RefusalWords(
            "fund_in_use",
            "The fund has entries of its own.",
            "Open a fund with its history before anything else is recorded in it."
        ),
        .openingDiffers: RefusalWords(
            "opening_differs",
            "The opening is not the one that was proposed.",
            "Bring the files that were proposed or propose these."
        ),
        .controlsDiffer: RefusalWords(
            "controls_differ",
            "The control totals differ from what the files say.",
            "Correct the file or its control totals."
        ),
        .trialBalancesDiffer: RefusalWords(
            "trial_balances_differ",
            "The trial balance of the new books differs from the old one.",
            "Find the difference in the files or in the old trial balance."
        ),
        .openingNotTied: RefusalWords(
            "opening_not_tied",
            "An opening is kept only when it is approved and both trial balances agree.",
            "Begin and close the opening in one transaction by approving its proposal."
        ),
        .openingNotInHand: RefusalWords(
            "opening_not_in_hand",
            "No opening of this number is being brought in.",
            "Begin the opening in the same transaction and bring in everything before it is closed."
        ),
        .docketLinesDiffer: RefusalWords(
            "docket_lines_differ",
            "Lines of one docket say different things of it.",
            "Give every line of a docket the same judgment and payment order."
        ),
        .sentExceedsHeld: RefusalWords(
            "sent_exceeds_held",
            "More was sent on to a recipient than it holds of banked money.",
            "Deposit the receipts before the cut-over or correct what was sent."
        ),
        .receiptsExceedHeld: RefusalWords(
            "receipts_exceed_held",
            "Undeposited receipts come to more than was applied on their docket.",
            "Count the money of every receipt in what the recipients hold."
        ),
        .checkPaid: RefusalWords(
            "check_paid",
            "The bank paid the check.",
            "Look at the line of the statement that was matched with it."
        ),
    ]
}
