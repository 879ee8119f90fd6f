import LedgerModel

/// One collection as the caller stated it, ready to be decided.
struct CollectionLine: Sendable {
    var key: String
    var docket: String
    var amount: Money
    var effectiveOn: LedgerDate
    var method: String
    var number: String?
    var payerReference: String?
    var memo: String?
    var earmark: DebtKind?
}
