extension RefusalWords {
    /// Money sent on, awarded and paid.
    static let moneyOut: [LedgerRefusal.Code: RefusalWords] = [
        .awardExceedsAvailable: RefusalWords(
            "award_exceeds_available",
            "The award is larger than what the purse has available.",
            "Award no more than the available amount or wait for receipts."
        ),
        .purposeNotAllowed: RefusalWords(
            "purpose_not_allowed",
            "The law does not let this purse pay for this purpose.",
            "Charge a purse whose law allows the purpose."
        ),
        .awardUnknown: RefusalWords(
            "award_unknown",
            "No award has this number.",
            "List the awards of the fund and use one of their numbers."
        ),
        .disbursementExceedsAward: RefusalWords(
            "disbursement_exceeds_award",
            "The disbursement is larger than what is left of the award.",
            "Pay no more than the undrawn part of the award."
        ),
        .deobligationExceedsAward: RefusalWords(
            "deobligation_exceeds_award",
            "The deobligation is larger than what is left of the award.",
            "Deobligate no more than the undrawn part of the award."
        ),
        .samePersonTwice: RefusalWords(
            "same_person_twice",
            "The same person cannot propose and approve.",
            "Let another person approve."
        ),
        .cashInsufficient: RefusalWords(
            "cash_insufficient",
            "The account holds less cash than this payment needs.",
            "Wait for the money to be received or deposited."
        ),
        .remittanceExceedsDue: RefusalWords(
            "remittance_exceeds_due",
            "The remittance is larger than what is due to the recipient.",
            "Remit no more than the amount due."
        ),
        .depositExceedsUndeposited: RefusalWords(
            "deposit_exceeds_undeposited",
            "The deposit is larger than the undeposited cash.",
            "Deposit no more than was received and not yet deposited."
        ),
        .allotmentExceedsUnapportioned: RefusalWords(
            "allotment_exceeds_unapportioned",
            "The allotment is larger than the unapportioned resources.",
            "Allot no more than the unapportioned amount."
        ),
        .awardReferenceTaken: RefusalWords(
            "award_reference_taken",
            "The reference already names another award.",
            "Give the award a reference of its own."
        ),
        .remittanceNotWhole: RefusalWords(
            "remittance_not_whole",
            "The amount is not the whole of what is released and due.",
            "State no amount or the one named in the detail."
        ),
        .nothingToRemit: RefusalWords(
            "nothing_to_remit",
            "Nothing that is released is due to the recipient.",
            "Wait for receipts or for the end of their hold."
        ),
        .repaymentExceedsOwed: RefusalWords(
            "repayment_exceeds_owed",
            "The repayment is larger than what the recipient owes.",
            "Take back no more than is due from the recipient."
        ),
        .belowVictimMinimum: RefusalWords(
            "below_victim_minimum",
            "Less is due to the payee than the least amount of a check.",
            "Wait until the least amount has come together."
        ),
        .checkNumberTaken: RefusalWords(
            "check_number_taken",
            "The check number is not free on this bank account.",
            "Use the number of the next unused check."
        ),
        .transferDayPassed: RefusalWords(
            "transfer_day_passed",
            "A transfer already covers a later day.",
            "Transfer through that day or a later one."
        ),
        .transferUnknown: RefusalWords(
            "transfer_unknown",
            "No law known here transfers this money into a fund of this jurisdiction.",
            "Name 3014(d) with a day or 3014(h)(1) with a year from 2015 on."
        ),
        .throughAfterSending: RefusalWords(
            "through_after_sending",
            "The last day covered lies after the day of sending.",
            "Cover no day after the day on which the money is sent."
        ),
    ]
}
