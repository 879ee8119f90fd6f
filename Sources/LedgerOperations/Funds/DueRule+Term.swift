import StatuteLibrary

extension DueRule {
    /// The one text under which the database knows it; nil when the statute sets no time.
    var term: String? {
        switch self {
        case .unstated: nil
        case .afterReceipt(let months): "after_receipt:\(months)"
        case .afterQuarter(let months): "after_quarter:\(months)"
        case .yearly(let month, let day):
            "yearly:\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
    }
}
