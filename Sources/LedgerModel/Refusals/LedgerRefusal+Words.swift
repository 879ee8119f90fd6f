extension LedgerRefusal.Code {
    /// The name in snake_case, as in the list that goes with the database.
    public var name: String { entry.name }

    /// What is refused, one factual line.
    public var message: String { entry.message }

    /// What to do about it, one sentence.
    public var hint: String { entry.hint }

    private struct Entry {
        let name: String
        let message: String
        let hint: String

        init(_ name: String, _ message: String, _ hint: String) {
            self.name = name
            self.message = message
            self.hint = hint
        }
    }

    private var entry: Entry {
        Self.entries[self] ?? Entry(rawValue, rawValue, "")
    }

    private static let entries: [Self: Entry] = [
        .notBound: Entry(
            "not_bound",
            "The connection is not bound to a jurisdiction.",
            "Log in with a bound login or present a token first."
        ),
        .roleMissing: Entry(
            "role_missing",
            "This login does not hold the role that the command needs.",
            "Ask an owner of the jurisdiction to grant the role."
        ),
        .requestKeyReused: Entry(
            "request_key_reused",
            "The request key was already used for a different command.",
            "Send a new request under a new key."
        ),
        .historyIsAppendOnly: Entry(
            "history_is_append_only",
            "Recorded history cannot be changed or deleted.",
            "Reverse the entry and record the right one."
        ),
        .postingWithoutHeader: Entry(
            "posting_without_header",
            "A posting must arrive in the transaction of its journal entry.",
            "Write through the functions of the ledger."
        ),
        .postingCrossesBooks: Entry(
            "posting_crosses_books",
            "Both accounts of a posting must belong to one fund and one set.",
            "Post a due-to and due-from pair with one posting in each fund."
        ),
        .periodClosed: Entry(
            "period_closed",
            "The fiscal period is closed.",
            "Use a day in an open period or reopen the period."
        ),
        .dateInFuture: Entry(
            "date_in_future",
            "The date lies in the future of the court's clock.",
            "Record the event on or after the day it happens."
        ),
        .amountNotPositive: Entry(
            "amount_not_positive",
            "The amount is not more than zero.",
            "Give an amount of at least 0.01."
        ),
        .amountTooLarge: Entry(
            "amount_too_large",
            "The amount is larger than the ledger can hold.",
            "Check the amount for extra digits."
        ),
        .textTooLong: Entry(
            "text_too_long",
            "The text is longer than its field allows.",
            "Shorten the text."
        ),
        .dateNotValid: Entry(
            "date_not_valid",
            "The date is not a day of the calendar.",
            "Write the date as YYYY-MM-DD."
        ),
        .amountNotValid: Entry(
            "amount_not_valid",
            "The text is not an amount of dollars and cents.",
            "Write the amount as in 1234.56 with at most two decimals."
        ),
        .methodUnknown: Entry(
            "method_unknown",
            "The method of payment is not one that the ledger knows.",
            "Use cash, check, card, ach, wire or other."
        ),
        .accountRoleMissing: Entry(
            "account_role_missing",
            "The fund has no account for a role that this event needs.",
            "Define the fund's accounts from its chart before posting to it."
        ),
        .docketUnknown: Entry(
            "docket_unknown",
            "No docket has this reference.",
            "Check the reference or open the docket first."
        ),
        .docketExists: Entry(
            "docket_exists",
            "A docket with this reference already exists.",
            "Add the debt to the existing docket."
        ),
        .debtUnknown: Entry(
            "debt_unknown",
            "The docket has no debt with this number.",
            "List the docket's debts and use one of their numbers."
        ),
        .authorityOutsideWindow: Entry(
            "authority_outside_window",
            "The authority was not in force on that day.",
            "Use the version of the statute in force on that day."
        ),
        .amountOutsideStatute: Entry(
            "amount_outside_statute",
            "The amount is outside what the statute allows.",
            "Give an amount within the limits named in the detail."
        ),
        .authorityUnknown: Entry(
            "authority_unknown",
            "No rule has this citation.",
            "List the rules and use one of their citations."
        ),
        .recipientRoleUnresolved: Entry(
            "recipient_role_unresolved",
            "A recipient role of the statute has no recipient in this case.",
            "Name the recipient for the role."
        ),
        .indigentOwesNothing: Entry(
            "indigent_owes_nothing",
            "The statute does not let this debt be ordered of an indigent person.",
            "Leave the debt out or record a different finding."
        ),
        .appliedExceedsOwed: Entry(
            "applied_exceeds_owed",
            "More was applied to a debt than is owed.",
            "Leave the excess unapplied."
        ),
        .appliedDiffersFromReceived: Entry(
            "applied_differs_from_received",
            "The applied and unapplied parts do not add up to the amount received.",
            "Apply the whole amount or leave the rest unapplied."
        ),
        .gateClosed: Entry(
            "gate_closed",
            "The debt cannot be paid while a debt that comes before it by law is open.",
            "Apply the money to the open debts first."
        ),
        .paymentOrderPassed: Entry(
            "payment_order_passed",
            "Money was applied to a debt while one of higher rank is open.",
            "Apply the money in the docket's payment order."
        ),
        .recipientNotNamed: Entry(
            "recipient_not_named",
            "The share goes to a recipient that the rule does not name.",
            "Split the money as the stored rule says."
        ),
        .sharesNotExact: Entry(
            "shares_not_exact",
            "The shares do not divide the money as the stored rule says.",
            "Split the money again from what each recipient holds."
        ),
        .alreadyReversed: Entry(
            "already_reversed",
            "The entry was already reversed.",
            "Look up the reversal of the entry before trying again."
        ),
        .entryUnknown: Entry(
            "entry_unknown",
            "No entry has this number.",
            "Check the number of the entry."
        ),
        .receiptNumberTaken: Entry(
            "receipt_number_taken",
            "The receipt number is already used by this source.",
            "Use the number printed on the receipt or the next free one."
        ),
        .postingNotOfThisEvent: Entry(
            "posting_not_of_this_event",
            "The postings are not those that this event calls for.",
            "Let the ledger compute the postings of the event."
        ),
        .awardExceedsAvailable: Entry(
            "award_exceeds_available",
            "The award is larger than what the purse has available.",
            "Award no more than the available amount or wait for receipts."
        ),
        .purposeNotAllowed: Entry(
            "purpose_not_allowed",
            "The law does not let this purse pay for this purpose.",
            "Charge a purse whose law allows the purpose."
        ),
        .awardUnknown: Entry(
            "award_unknown",
            "No award has this number.",
            "List the awards of the fund and use one of their numbers."
        ),
        .disbursementExceedsAward: Entry(
            "disbursement_exceeds_award",
            "The disbursement is larger than what is left of the award.",
            "Pay no more than the undrawn part of the award."
        ),
        .deobligationExceedsAward: Entry(
            "deobligation_exceeds_award",
            "The deobligation is larger than what is left of the award.",
            "Deobligate no more than the undrawn part of the award."
        ),
        .samePersonTwice: Entry(
            "same_person_twice",
            "The same person cannot propose and approve.",
            "Let another person approve."
        ),
        .cashInsufficient: Entry(
            "cash_insufficient",
            "The account holds less cash than this payment needs.",
            "Wait for the money to be received or deposited."
        ),
        .remittanceExceedsDue: Entry(
            "remittance_exceeds_due",
            "The remittance is larger than what is due to the recipient.",
            "Remit no more than the amount due."
        ),
        .depositExceedsUndeposited: Entry(
            "deposit_exceeds_undeposited",
            "The deposit is larger than the undeposited cash.",
            "Deposit no more than was received and not yet deposited."
        ),
        .allotmentExceedsUnapportioned: Entry(
            "allotment_exceeds_unapportioned",
            "The allotment is larger than the unapportioned resources.",
            "Allot no more than the unapportioned amount."
        ),
        .awardReferenceTaken: Entry(
            "award_reference_taken",
            "The reference already names another award.",
            "Give the award a reference of its own."
        ),
        .periodNotEnded: Entry(
            "period_not_ended",
            "The period has not ended yet.",
            "Close the period after its last day."
        ),
        .periodAlreadyClosed: Entry(
            "period_already_closed",
            "The period is already closed.",
            "Reopen the period first if it must be closed again."
        ),
        .periodNotClosed: Entry(
            "period_not_closed",
            "The period is not closed.",
            "Close the period first."
        ),
        .principalUnknown: Entry(
            "principal_unknown",
            "No principal has this name.",
            "Check the name or add the principal."
        ),
        .roleAlreadyHeld: Entry(
            "role_already_held",
            "The principal already holds this role.",
            "Nothing needs to be granted."
        ),
        .roleNotHeld: Entry(
            "role_not_held",
            "The principal does not hold this role.",
            "List the roles of the principal and name one of them."
        ),
        .tokenNotValid: Entry(
            "token_not_valid",
            "The token is unknown or revoked or expired.",
            "Ask for a new token."
        ),
        .lastOwnerStays: Entry(
            "last_owner_stays",
            "The last owner of a jurisdiction cannot be removed.",
            "Grant the owner role to another person first."
        ),
        .fundUnknown: Entry(
            "fund_unknown",
            "No fund has this code.",
            "List the funds and use one of their codes."
        ),
        .purposeUnknown: Entry(
            "purpose_unknown",
            "No purpose has this code.",
            "List the purposes and use one of their codes."
        ),
        .recipientUnknown: Entry(
            "recipient_unknown",
            "No recipient has this code.",
            "List the recipients and use one of their codes."
        ),
        .definitionDiffers: Entry(
            "definition_differs",
            "The definition differs from the one already stored.",
            "Keep the stored definition or give the new one a new code."
        ),
        .jurisdictionUnknown: Entry(
            "jurisdiction_unknown",
            "No jurisdiction has this code.",
            "List the jurisdictions and use one of their codes."
        ),
        .purseUnknown: Entry(
            "purse_unknown",
            "The fund has no purse for this purpose and year.",
            "List the purses of the fund and use one of them."
        ),
        .settingNotValid: Entry(
            "setting_not_valid",
            "No setting has this name and takes this value.",
            "Use a name and a value that the detail allows."
        ),
    ]
}
