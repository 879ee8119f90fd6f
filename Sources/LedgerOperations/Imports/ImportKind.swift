import LedgerModel

/// What the lines of a file are.
public enum ImportKind: String, CaseIterable, Hashable, Sendable {
    /// Receipts.
    case collection
    /// Dockets with one debt a line.
    case docket

    /// The fields that a line must have.
    var required: [String] {
        switch self {
        case .collection: ["docket", "amount", "date"]
        case .docket: ["docket", "judgment_date", "rule"]
        }
    }

    /// The fields that a line may have.
    var optional: [String] {
        switch self {
        case .collection: ["number", "method", "payer_reference", "memo"]
        case .docket: ["amount", "grade", "counts", "priors", "entity"]
        }
    }

    /// The fields that hold a day.
    static let dates: Set = ["date", "judgment_date"]

    /// The fields that hold an amount.
    static let amounts: Set = ["amount"]

    /// How much a field may say in digits.
    static func textKind(of field: String) -> SensitiveText.Field {
        switch field {
        case "number": .slip
        case "docket", "amount", "date", "judgment_date": .reference
        default: .words
        }
    }
}
