package import LedgerModel

/// A debt as another system leaves it.
package struct BroughtDebt: Sendable {
    /// What one share holds and what of that was sent on already.
    package struct Share: Sendable {
        package let share: Int16
        package let held: Money
        package let sent: Money

        package init(share: Int16, held: Money, sent: Money) {
            self.share = share
            self.held = held
            self.sent = sent
        }
    }

    package let reference: String
    package let judgmentOn: LedgerDate
    package let isEntity: Bool
    package let paymentOrder: String
    package let authorityID: Int32
    package let grade: String
    package let counts: Int16
    package let priors: Int16
    package let countBasis: CountBasis
    package let ordered: Money
    /// Which of the plans that go with it, counted from 1.
    package let plan: Int32
    package let shares: [Share]

    package init(
        reference: String,
        judgmentOn: LedgerDate,
        isEntity: Bool,
        paymentOrder: String,
        authorityID: Int32,
        grade: String,
        counts: Int16,
        priors: Int16,
        countBasis: CountBasis,
        ordered: Money,
        plan: Int32,
        shares: [Share]
    ) {
        self.reference = reference
        self.judgmentOn = judgmentOn
        self.isEntity = isEntity
        self.paymentOrder = paymentOrder
        self.authorityID = authorityID
        self.grade = grade
        self.counts = counts
        self.priors = priors
        self.countBasis = countBasis
        self.ordered = ordered
        self.plan = plan
        self.shares = shares
    }
}

/// A receipt as another system leaves it.
package struct BroughtReceipt: Sendable {
    /// What it gave to one share of a debt.
    package struct Share: Sendable {
        package let debt: Int16
        package let share: Int16
        package let amount: Money

        package init(debt: Int16, share: Int16, amount: Money) {
            self.debt = debt
            self.share = share
            self.amount = amount
        }
    }

    package let docket: String?
    package let number: String
    package let receivedOn: LedgerDate
    package let amount: Money
    package let method: String
    package let payerReference: String?
    package let isDeposited: Bool
    package let shares: [Share]

    package init(
        docket: String?,
        number: String,
        receivedOn: LedgerDate,
        amount: Money,
        method: String,
        payerReference: String?,
        isDeposited: Bool,
        shares: [Share]
    ) {
        self.docket = docket
        self.number = number
        self.receivedOn = receivedOn
        self.amount = amount
        self.method = method
        self.payerReference = payerReference
        self.isDeposited = isDeposited
        self.shares = shares
    }
}

/// A check that another system drew and no bank has paid.
package struct BroughtCheck: Sendable {
    package let number: Int64
    package let payableTo: String
    package let issuedOn: LedgerDate
    package let amount: Money
    package let kind: String?

    package init(
        number: Int64,
        payableTo: String,
        issuedOn: LedgerDate,
        amount: Money,
        kind: String?
    ) {
        self.number = number
        self.payableTo = payableTo
        self.issuedOn = issuedOn
        self.amount = amount
        self.kind = kind
    }
}
