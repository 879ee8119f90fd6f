extension RefusalWords {
    /// The definition of the books.
    static let books: [LedgerRefusal.Code: RefusalWords] = [
        .fundUnknown: RefusalWords(
            "fund_unknown",
            "No fund has this code.",
            "List the funds and use one of their codes."
        ),
        .purposeUnknown: RefusalWords(
            "purpose_unknown",
            "No purpose has this code.",
            "List the purposes and use one of their codes."
        ),
        .recipientUnknown: RefusalWords(
            "recipient_unknown",
            "No recipient has this code.",
            "List the recipients and use one of their codes."
        ),
        .definitionDiffers: RefusalWords(
            "definition_differs",
            "The definition differs from the one already stored.",
            "Keep the stored definition or give the new one a new code."
        ),
        .jurisdictionUnknown: RefusalWords(
            "jurisdiction_unknown",
            "No jurisdiction has this code.",
            "List the jurisdictions and use one of their codes."
        ),
        .purseUnknown: RefusalWords(
            "purse_unknown",
            "The fund has no purse for this purpose and year.",
            "List the purses of the fund and use one of them."
        ),
        .settingNotValid: RefusalWords(
            "setting_not_valid",
            "No setting has this name and takes this value.",
            "Use a name and a value that the detail allows."
        ),
    ]
}
