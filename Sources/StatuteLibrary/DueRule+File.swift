import LedgerModel

extension DueRule {
    /// Reads `unstated`, `{within_months: 1}`, `{after: quarter, within_months: 1}` or
    /// `{yearly: 08-15}`.
    init(_ node: FileNode) throws(StatuteFileError) {
        guard !node.isScalar else {
            guard try node.text() == "unstated" else {
                throw node.error("unstated or a mapping with within_months or yearly is needed")
            }
            self = .unstated
            return
        }
        let map = try node.mapping(["after", "within_months", "yearly"])
        switch (map["within_months"], map["yearly"]) {
        case (let months?, nil):
            let count = try months.number(in: 1...12)
            guard let after = map["after"] else {
                self = .afterReceipt(months: count)
                return
            }
            guard try after.text() == "quarter" else {
                throw after.error("only quarter can stand here")
            }
            self = .afterQuarter(months: count)
        case (nil, let day?):
            guard map["after"] == nil else { throw node.error("yearly excludes after") }
            self = try DueRule(yearly: day)
        default:
            throw node.error("either within_months or yearly is needed here")
        }
    }

    /// Reads a day of every year such as `08-15`.
    private init(yearly node: FileNode) throws(StatuteFileError) {
        // 2001 has no 29 February, so that the day exists in every year.
        guard let date = try? LedgerDate(iso: "2001-" + node.text()) else {
            throw node.error("a day of every year such as 08-15 is needed here")
        }
        self = .yearly(month: date.month, day: date.day)
    }
}

extension FileNode {
    /// A whole number within `range`.
    func number(in range: ClosedRange<Int>) throws(StatuteFileError) -> Int {
        let number = try number()
        guard range.contains(number) else {
            throw error("a number from \(range.lowerBound) to \(range.upperBound) is needed here")
        }
        return number
    }
}
