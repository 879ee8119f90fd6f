extension RefusalWords {
    /// Periods, people and what takes two of them.
    static let trust: [LedgerRefusal.Code: RefusalWords] = [
        .periodNotEnded: RefusalWords(
            "period_not_ended",
            "The period has not ended yet.",
            "Close the period after its last day."
        ),
        .periodAlreadyClosed: RefusalWords(
            "period_already_closed",
            "The period is already closed.",
            "Reopen the period first if it must be closed again."
        ),
        .periodNotClosed: RefusalWords(
            "period_not_closed",
            "The period is not closed.",
            "Close the period first."
        ),
        .principalUnknown: RefusalWords(
            "principal_unknown",
            "No principal has this name.",
            "Check the name or add the principal."
        ),
        .roleAlreadyHeld: RefusalWords(
            "role_already_held",
            "The principal already holds this role.",
            "Nothing needs to be granted."
        ),
        .roleNotHeld: RefusalWords(
            "role_not_held",
            "The principal does not hold this role.",
            "List the roles of the principal and name one of them."
        ),
        .tokenNotValid: RefusalWords(
            "token_not_valid",
            "The token is unknown or revoked or expired.",
            "Ask for a new token."
        ),
        .lastOwnerStays: RefusalWords(
            "last_owner_stays",
            "The last owner of a jurisdiction cannot be removed.",
            "Grant the owner role to another person first."
        ),
        .proposalUnknown: RefusalWords(
            "proposal_unknown",
            "No proposal of this kind has this number.",
            "List the proposals that wait and use one of their numbers."
        ),
        .proposalAlreadyApproved: RefusalWords(
            "proposal_already_approved",
            "The proposal was already approved.",
            "Nothing is left to be done for this proposal."
        ),
    ]
}
