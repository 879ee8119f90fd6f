extension RefusalWords {
    /// The journal and what every command states.
    static let journal: [LedgerRefusal.Code: RefusalWords] = [
        .notBound: RefusalWords(
            "not_bound",
            "The connection is not bound to a jurisdiction.",
            "Log in with a bound login or present a token first."
        ),
        .roleMissing: RefusalWords(
            "role_missing",
            "This login does not hold the role that the command needs.",
            "Ask an owner of the jurisdiction to grant the role."
        ),
        .requestKeyReused: RefusalWords(
            "request_key_reused",
            "The request key was already used for a different command.",
            "Send a new request under a new key."
        ),
        .historyIsAppendOnly: RefusalWords(
            "history_is_append_only",
            "Recorded history cannot be changed or deleted.",
            "Reverse the entry and record the right one."
        ),
        .postingWithoutHeader: RefusalWords(
            "posting_without_header",
            "A posting must arrive in the transaction of its journal entry.",
            "Write through the functions of the ledger."
        ),
        .postingCrossesBooks: RefusalWords(
            "posting_crosses_books",
            "Both accounts of a posting must belong to one fund and one set.",
            "Post a due-to and due-from pair with one posting in each fund."
        ),
        .periodClosed: RefusalWords(
            "period_closed",
            "The fiscal period is closed.",
            "Use a day in an open period or reopen the period."
        ),
        .dateInFuture: RefusalWords(
            "date_in_future",
            "The date lies in the future of the court's clock.",
            "Record the event on or after the day it happens."
        ),
        .amountNotPositive: RefusalWords(
            "amount_not_positive",
            "The amount is not more than zero.",
            "Give an amount of at least 0.01."
        ),
        .amountTooLarge: RefusalWords(
            "amount_too_large",
            "The amount is larger than the ledger can hold.",
            "Check the amount for extra digits."
        ),
        .textTooLong: RefusalWords(
            "text_too_long",
            "The text is longer than its field allows.",
            "Shorten the text."
        ),
        .dateNotValid: RefusalWords(
            "date_not_valid",
            "The date is not a day of the calendar.",
            "Write the date as YYYY-MM-DD."
        ),
        .amountNotValid: RefusalWords(
            "amount_not_valid",
            "The text is not an amount of dollars and cents.",
            "Write the amount as in 1234.56 with at most two decimals."
        ),
        .methodUnknown: RefusalWords(
            "method_unknown",
            "The method of payment is not one that the ledger knows.",
            "Use cash, check, card, ach, wire or other."
        ),
        .accountRoleMissing: RefusalWords(
            "account_role_missing",
            "The fund has no account for a role that this event needs.",
            "Define the fund's accounts from its chart before posting to it."
        ),
        .textSensitive: RefusalWords(
            "text_sensitive",
            "The text holds what looks like a Social Security, card or account number.",
            "Leave the number out and name an account by its last four digits."
        ),
    ]
}
