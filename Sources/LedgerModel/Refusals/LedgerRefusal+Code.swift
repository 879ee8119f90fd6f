extension LedgerRefusal {
    /// The one list of refusals; the database returns the same codes as SQLSTATEs.
    public enum Code: String, CaseIterable, Hashable, Sendable, Codable {
        /// The connection is not bound to a jurisdiction.
        case notBound = "LG001"
        /// This login does not hold the role that the command needs.
        case roleMissing = "LG002"
        /// The request key was already used for a different command.
        case requestKeyReused = "LG003"
        /// Recorded history cannot be changed or deleted.
        case historyIsAppendOnly = "LG101"
        /// A posting must arrive in the transaction of its journal entry.
        case postingWithoutHeader = "LG102"
        /// Both accounts of a posting must belong to one fund and one set.
        case postingCrossesBooks = "LG103"
        /// The fiscal period is closed.
        case periodClosed = "LG104"
        /// The date lies in the future of the court's clock.
        case dateInFuture = "LG105"
        /// The amount is not more than zero.
        case amountNotPositive = "LG106"
        /// The amount is larger than the ledger can hold.
        case amountTooLarge = "LG107"
        /// The text is longer than its field allows.
        case textTooLong = "LG108"
        /// The date is not a day of the calendar.
        case dateNotValid = "LG109"
        /// The text is not an amount of dollars and cents.
        case amountNotValid = "LG110"
        /// The method of payment is not one that the ledger knows.
        case methodUnknown = "LG111"
        /// The fund has no account for a role that this event needs.
        case accountRoleMissing = "LG112"
        /// The text holds what looks like a Social Security, card or account number.
        case textSensitive = "LG113"
        /// No docket has this reference.
        case docketUnknown = "LG201"
        /// A docket with this reference already exists.
        case docketExists = "LG202"
        /// The docket has no debt with this number.
        case debtUnknown = "LG203"
        /// The authority was not in force on the day of judgment or award.
        case authorityOutsideWindow = "LG204"
        /// The amount is outside what the statute allows.
        case amountOutsideStatute = "LG205"
        /// No rule has this citation.
        case authorityUnknown = "LG206"
        /// A recipient role of the statute has no recipient in this case.
        case recipientRoleUnresolved = "LG207"
        /// The statute does not let this debt be ordered of an indigent person.
        case indigentOwesNothing = "LG208"
        /// The reference of the docket was already erased.
        case docketExpunged = "LG209"
        /// No joint claim has this reference.
        case claimUnknown = "LG210"
        /// A joint claim with this reference already exists.
        case claimExists = "LG211"
        /// The debt is larger than the loss of its joint claim.
        case claimExceeded = "LG212"
        /// The shares of the debt are not those of its joint claim.
        case sharesNotOfClaim = "LG213"
        /// The losses of the payees do not add up to what is ordered.
        case lossesDiffer = "LG214"
        /// The instalments do not add up to what is still owed.
        case scheduleNotWhole = "LG215"
        /// The instalments do not fall due one after the other from the judgment on.
        case scheduleNotInOrder = "LG216"
        /// More would be taken off the debt than is open.
        case changeExceedsOpen = "LG220"
        /// The law does not change this debt for this reason.
        case reasonNotForDebt = "LG221"
        /// The reductions come to more than the rule allows.
        case reductionExceedsLimit = "LG222"
        /// The change names no order.
        case orderMissing = "LG223"
        /// The amount is not the one that the ledger reckons.
        case accrualDiffers = "LG224"
        /// The law does not allow interest on these terms.
        case interestTermNotValid = "LG225"
        /// The law gives no interest on this debt.
        case debtBearsNoInterest = "LG226"
        /// More would be written off than is open.
        case writeOffExceedsOpen = "LG227"
        /// The law has not ended liability for this debt by that day.
        case liabilityNotEnded = "LG228"
        /// Liability does not end by an event of this kind.
        case liabilityEventUnknown = "LG229"
        /// The event is dated before the judgment or after the recorded death.
        case liabilityEventOutOfTime = "LG230"
        /// More was applied to a debt than is owed.
        case appliedExceedsOwed = "LG301"
        /// The applied and unapplied parts do not add up to the amount received.
        case appliedDiffersFromReceived = "LG302"
        /// The debt cannot be paid while a debt that comes before it by law is open.
        case gateClosed = "LG303"
        /// Money was applied to a debt while one of higher rank is open.
        case paymentOrderPassed = "LG304"
        /// The share goes to a recipient that the rule does not name.
        case recipientNotNamed = "LG305"
        /// The shares do not divide the money as the stored rule says.
        case sharesNotExact = "LG306"
        /// The entry was already reversed.
        case alreadyReversed = "LG307"
        /// No entry has this number.
        case entryUnknown = "LG308"
        /// The receipt number is already used by this source.
        case receiptNumberTaken = "LG309"
        /// The postings are not those that this event calls for.
        case postingNotOfThisEvent = "LG310"
        /// Two dockets of one joint claim stand in one batch.
        case jointClaimTwice = "LG311"
        /// A receipt is not taken back for this reason.
        case reversalReasonUnknown = "LG312"
        /// A receipt that moves does not stand again when the transaction ends.
        case receiptNotStanding = "LG313"
        /// What is owed on the docket changed since the act was proposed.
        case booksMoved = "LG314"
        /// No conviction of the docket was vacated.
        case vacaturMissing = "LG315"
        /// The receipt named does not stand for the same money.
        case doubleNotStanding = "LG316"
        /// Money of the receipt was counted at the close of its till or for a deposit.
        case doubleWasCounted = "LG317"
        /// Money is left unapplied while a debt that takes it is open.
        case moneyLeftUnapplied = "LG318"
        /// Two people have not counted the checks that the till took.
        case tillChecksNotCounted = "LG319"
        /// The till is not open.
        case tillNotOpen = "LG320"
        /// The till is open already.
        case tillAlreadyOpen = "LG321"
        /// The two counts of the till differ.
        case tillCountsDiffer = "LG322"
        /// Two people have not counted the till since money last moved there.
        case tillNotCounted = "LG323"
        /// No money is left to deposit.
        case nothingToDeposit = "LG324"
        /// A receipt named for the deposit is not among the undeposited money.
        case receiptNotUndeposited = "LG325"
        /// The act needs a reason.
        case reasonMissing = "LG326"
        /// A receipt is voided only on its day and before its till is closed or it is deposited.
        case voidTooLate = "LG327"
        /// The stated amount is not that of the receipts.
        case depositAmountDiffers = "LG328"
        /// The origin of the money is not one that the ledger knows.
        case originUnknown = "LG329"
        /// The refund is more than the docket has to give back.
        case refundExceedsUnapplied = "LG330"
        /// The act takes two persons.
        case secondPersonNeeded = "LG331"
        /// Recipients have not made good so much of what was advanced for refunds.
        case advanceNotMadeGood = "LG332"
        /// No check of this number was drawn on this fund.
        case checkUnknown = "LG333"
        /// The check was already voided.
        case checkVoidAlready = "LG334"
        /// The check is not old enough to be stale.
        case checkNotStale = "LG335"
        /// Unclaimed money may not be turned over yet.
        case escheatTooEarly = "LG336"
        /// No unclaimed money waits for this check.
        case nothingUnclaimed = "LG337"
        /// Money of the receipt was given back to its payer.
        case receiptRefunded = "LG338"
        /// The two dockets belong to different funds.
        case fundDiffers = "LG339"
        /// The file does not have as many lines as its control total says.
        case controlCountDiffers = "LG340"
        /// The amounts of the file do not add up to its control total.
        case controlSumDiffers = "LG341"
        /// The file ends without the control totals that its mapping declares.
        case controlMissing = "LG342"
        /// The file states the same receipt number twice.
        case receiptNumberRepeated = "LG343"
        /// The file holds payments that look alike and a strict import was asked for.
        case lookAlikesFound = "LG344"
        /// This very file was already imported under another source.
        case fileOfAnotherSource = "LG345"
        /// No import has this number.
        case importUnknown = "LG346"
        /// The import was already undone.
        case importUndoneAlready = "LG347"
        /// Money of the import was already deposited or sent on.
        case importMoneyMovedOn = "LG348"
        /// Something that the import opened was changed or paid on since.
        case importBuiltUpon = "LG349"
        /// The fund was already opened with its history.
        case fundOpenedBefore = "LG350"
        /// The fund has entries of its own.
        case fundInUse = "LG351"
        /// The opening is not the one that was proposed.
        case openingDiffers = "LG352"
        /// The control totals differ from what the files say.
        case controlsDiffer = "LG353"
        /// The trial balance of the new books differs from the old one.
        case trialBalancesDiffer = "LG354"
        /// An opening is kept only when it is approved and both trial balances agree.
        case openingNotTied = "LG355"
        /// No opening of this number is being brought in.
        case openingNotInHand = "LG356"
        /// Lines of one docket say different things of it.
        case docketLinesDiffer = "LG357"
        /// More was sent on to a recipient than it holds of banked money.
        case sentExceedsHeld = "LG358"
        /// Undeposited receipts come to more than was applied on their docket.
        case receiptsExceedHeld = "LG359"
        /// The bank paid the check.
        case checkPaid = "LG360"
        /// The award is larger than what the purse has available.
        case awardExceedsAvailable = "LG401"
        /// The law does not let this purse pay for this purpose.
        case purposeNotAllowed = "LG402"
        /// No award has this number.
        case awardUnknown = "LG403"
        /// The disbursement is larger than what is left of the award.
        case disbursementExceedsAward = "LG404"
        /// The deobligation is larger than what is left of the award.
        case deobligationExceedsAward = "LG405"
        /// The same person cannot propose and approve.
        case samePersonTwice = "LG406"
        /// The account holds less cash than this payment needs.
        case cashInsufficient = "LG407"
        /// The remittance is larger than what is due to the recipient.
        case remittanceExceedsDue = "LG408"
        /// The deposit is larger than the undeposited cash.
        case depositExceedsUndeposited = "LG409"
        /// The allotment is larger than the unapportioned resources.
        case allotmentExceedsUnapportioned = "LG410"
        /// The reference already names another award.
        case awardReferenceTaken = "LG411"
        /// The amount is not the whole of what is released and due.
        case remittanceNotWhole = "LG412"
        /// Nothing that is released is due to the recipient.
        case nothingToRemit = "LG413"
        /// The repayment is larger than what the recipient owes.
        case repaymentExceedsOwed = "LG414"
        /// Less is due to the payee than the least amount of a check.
        case belowVictimMinimum = "LG415"
        /// The check number is not free on this bank account.
        case checkNumberTaken = "LG416"
        /// A transfer already covers a later day.
        case transferDayPassed = "LG417"
        /// No law known here transfers this money into a fund of this jurisdiction.
        case transferUnknown = "LG418"
        /// The last day covered lies after the day of sending.
        case throughAfterSending = "LG419"
        /// The period has not ended yet.
        case periodNotEnded = "LG501"
        /// The period is already closed.
        case periodAlreadyClosed = "LG502"
        /// The period is not closed.
        case periodNotClosed = "LG503"
        /// No principal has this name.
        case principalUnknown = "LG601"
        /// The principal already holds this role.
        case roleAlreadyHeld = "LG602"
        /// The principal does not hold the role that this needs.
        case roleNotHeld = "LG603"
        /// The token is unknown or revoked or expired.
        case tokenNotValid = "LG604"
        /// The last owner of a jurisdiction cannot be removed.
        case lastOwnerStays = "LG605"
        /// No proposal of this kind has this number.
        case proposalUnknown = "LG701"
        /// The proposal was already approved.
        case proposalAlreadyApproved = "LG702"
        /// No fund has this code.
        case fundUnknown = "LG801"
        /// No purpose has this code.
        case purposeUnknown = "LG802"
        /// No recipient has this code.
        case recipientUnknown = "LG803"
        /// The definition differs from the one already stored.
        case definitionDiffers = "LG804"
        /// No jurisdiction has this code.
        case jurisdictionUnknown = "LG805"
        /// The fund has no purse for this purpose and year.
        case purseUnknown = "LG806"
        /// No setting has this name, or the setting does not take this value.
        case settingNotValid = "LG807"
        /// No bank account has this code.
        case bankAccountUnknown = "LG901"
        /// The file is about an account that is not registered.
        case accountNumberUnknown = "LG902"
        /// The file is about another account or currency than the one named.
        case bankAccountDiffers = "LG903"
        /// No source of statements has this name.
        case statementSourceUnknown = "LG904"
        /// The lines brought are not those that the statement states.
        case statementNotWhole = "LG905"
        /// The file does not say enough about how it is read.
        case statementFormatUnknown = "LG906"
        /// No statement has this number.
        case statementUnknown = "LG907"
        /// The statement does not wait to be released.
        case statementNotQuarantined = "LG908"
        /// The same file was read before as one of another source.
        case statementFileOfAnotherSource = "LG909"
        /// More of a line would be matched than it holds.
        case lineAlreadyMatched = "LG920"
        /// The two sides of the match are not what it says.
        case matchNotBalanced = "LG921"
        /// The match names a line that does not stand on this bank account.
        case matchLineUnknown = "LG922"
        /// The match does not stand so that this could be done to it.
        case matchStateDiffers = "LG923"
        /// What is written about a match must arrive in the transaction of its entry.
        case matchWithoutEntry = "LG924"
        /// Lines of the statement that would be superseded are matched.
        case statementIsMatched = "LG925"
        /// The rules cannot be used as they are stated.
        case matchRulesNotValid = "LG926"
        /// No match has this name.
        case matchUnknown = "LG930"
        /// No standing receipt fits what the bank returned.
        case originalUnknown = "LG931"
        /// More than one receipt fits what the bank returned.
        case originalAmbiguous = "LG932"
        /// The proposals are not those that were expected.
        case proposalsDiffer = "LG933"
        /// The line moves money the other way.
        case lineRunsOtherWay = "LG934"
        /// The books of the fund are not closed through this day.
        case booksNotClosed = "LG950"
        /// The account is signed through this day or a later one.
        case periodSignedAlready = "LG951"
        /// No statement of the bank covers this day.
        case bankNotHeard = "LG952"
        /// The three balances differ and no reason is named.
        case differenceUnexplained = "LG953"
        /// The days concerned were signed by two persons.
        case periodIsSigned = "LG954"
        /// Something changed since the sign-off was prepared.
        case signedSetDiffers = "LG955"
        /// No period of the account that ends on this day is signed.
        case signOffUnknown = "LG956"
        /// A later period of the account is signed.
        case laterPeriodSigned = "LG957"
        /// No exception has this name now.
        case exceptionUnknown = "LG958"
        /// This exception does not end in this way.
        case resolutionNotFitting = "LG959"
    }
}
