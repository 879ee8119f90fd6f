extension RefusalWords {
    /// Statements and how their lines are explained.
    static let reconciliation: [LedgerRefusal.Code: RefusalWords] = [
        .bankAccountUnknown: RefusalWords(
            "bank_account_unknown",
            "No bank account has this code.",
            "List the bank accounts and use one of their codes."
        ),
        .accountNumberUnknown: RefusalWords(
            "account_number_unknown",
            "The file is about an account that is not registered.",
            "Register its number with the bank account or check the file."
        ),
        .bankAccountDiffers: RefusalWords(
            "bank_account_differs",
            "The file is about another account or currency than the one named.",
            "Name the account that the file is about."
        ),
        .statementSourceUnknown: RefusalWords(
            "statement_source_unknown",
            "No source of statements has this name.",
            "Declare how the files of the source are read."
        ),
        .statementNotWhole: RefusalWords(
            "statement_not_whole",
            "The lines brought are not those that the statement states.",
            "Import the whole file again."
        ),
        .statementFormatUnknown: RefusalWords(
            "statement_format_unknown",
            "The file does not say enough about how it is read.",
            "Name its format or a declared source."
        ),
        .statementUnknown: RefusalWords(
            "statement_unknown",
            "No statement has this number.",
            "List the statements and use one of their numbers."
        ),
        .statementNotQuarantined: RefusalWords(
            "statement_not_quarantined",
            "The statement does not wait to be released.",
            "List the statements to see how it stands."
        ),
        .statementFileOfAnotherSource: RefusalWords(
            "statement_file_of_another_source",
            "The same file was read before as one of another source.",
            "Name the source under which it was read."
        ),
        .lineAlreadyMatched: RefusalWords(
            "line_already_matched",
            "More of a line would be matched than it holds.",
            "List what explains the line and dissolve that match first."
        ),
        .matchNotBalanced: RefusalWords(
            "match_not_balanced",
            "The two sides of the match are not what it says.",
            "Match lines of both sides whose sums are equal."
        ),
        .matchLineUnknown: RefusalWords(
            "match_line_unknown",
            "The match names a line that does not stand on this bank account.",
            "List the open lines and use those."
        ),
        .matchStateDiffers: RefusalWords(
            "match_state_differs",
            "The match does not stand so that this could be done to it.",
            "Show the match to see how it stands."
        ),
        .matchWithoutEntry: RefusalWords(
            "match_without_entry",
            "What is written about a match must arrive in the transaction of its entry.",
            "Write through the functions of the ledger."
        ),
        .statementIsMatched: RefusalWords(
            "statement_is_matched",
            "Lines of the statement that would be superseded are matched.",
            "Dissolve these matches first."
        ),
        .matchRulesNotValid: RefusalWords(
            "match_rules_not_valid",
            "The rules cannot be used as they are stated.",
            "Show the rules of the account and state yours in the same way."
        ),
        .matchUnknown: RefusalWords(
            "match_unknown",
            "No match has this name.",
            "Show the open items and use one of the names given there."
        ),
        .originalUnknown: RefusalWords(
            "original_unknown",
            "No standing receipt fits what the bank returned.",
            "Name the receipt, or record what was received before."
        ),
        .originalAmbiguous: RefusalWords(
            "original_ambiguous",
            "More than one receipt fits what the bank returned.",
            "Name the receipt that was returned."
        ),
        .proposalsDiffer: RefusalWords(
            "proposals_differ",
            "The proposals are not those that were expected.",
            "Look at them again and state what you see."
        ),
        .lineRunsOtherWay: RefusalWords(
            "line_runs_other_way",
            "The line moves money the other way.",
            "Match it with the entry that it belongs to."
        ),
        .booksNotClosed: RefusalWords(
            "books_not_closed",
            "The books of the fund are not closed through this day.",
            "Close the period of the fund first."
        ),
        .periodSignedAlready: RefusalWords(
            "period_signed_already",
            "The account is signed through this day or a later one.",
            "Reopen the signed period or sign a later one."
        ),
        .bankNotHeard: RefusalWords(
            "bank_not_heard",
            "No statement of the bank covers this day.",
            "Import the statement of the last days first."
        ),
        .differenceUnexplained: RefusalWords(
            "difference_unexplained",
            "The three balances differ and no reason is named.",
            "Clear the difference or name it and have it approved."
        ),
        .periodIsSigned: RefusalWords(
            "period_is_signed",
            "The days concerned were signed by two persons.",
            "Reopen the signed period with a reason first."
        ),
        .signedSetDiffers: RefusalWords(
            "signed_set_differs",
            "Something changed since the sign-off was prepared.",
            "Look at the reconciliation again and prepare it anew."
        ),
        .signOffUnknown: RefusalWords(
            "sign_off_unknown",
            "No period of the account that ends on this day is signed.",
            "List the sign-offs and name one that is in force."
        ),
        .laterPeriodSigned: RefusalWords(
            "later_period_signed",
            "A later period of the account is signed.",
            "Reopen the later period first."
        ),
        .exceptionUnknown: RefusalWords(
            "exception_unknown",
            "No exception has this name now.",
            "List the exceptions and use one of their names."
        ),
        .resolutionNotFitting: RefusalWords(
            "resolution_not_fitting",
            "This exception does not end in this way.",
            "Match or book an open line or name an error of its own side."
        ),
    ]
}
