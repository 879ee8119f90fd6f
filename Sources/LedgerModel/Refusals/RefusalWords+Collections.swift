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
    ]
}
