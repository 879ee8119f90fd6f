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
    /// What was given back of it since, which no debt gets.
    var heldBack = Money.zero
    /// Whether the key and the number name the line within its docket only.
    var isNamedWithinDocket = false

    /// The line by the name that it has among the lines of all dockets.
    func named(within docket: Int64?) -> CollectionLine {
        guard isNamedWithinDocket, let docket else { return self }
        var line = self
        line.key += ":\(docket)"
        line.number = number.map { "\($0)-\(docket)" }
        return line
    }
}
