import LedgerModel

/// A value as it stands in a table.
struct TableCell {
    /// What is shown.
    let text: String
    /// The cells it takes.
    let width: Int
    /// Whether it may be shortened.
    let isText: Bool
    /// Whether it is below zero; the parentheses say so, colour may repeat it.
    let isNegative: Bool

    /// Lays out a value; positive numbers leave room for the parenthesis of negative ones.
    init(_ cell: ReportCell, depth: Int = 0) {
        switch cell {
        case .text(let text):
            self.init(TextFitting.spaces(depth * 2) + TextFitting.oneLine(text), isText: true)
        case .money(let money):
            self.init(number: AmountText.forPeople(money), isNegative: money.cents < 0)
        case .count(let count):
            self.init(number: AmountText.forPeople(count), isNegative: count < 0)
        case .date(let date):
            self.init("\(date)")
        case .percent(let numerator, let denominator):
            let percent = AmountText.percent(numerator, of: denominator)
            self.init(percent.map { $0 + "%" } ?? "n/a")
        case .empty:
            self.init("")
        }
    }

    /// The words, no wider than `width`.
    func shortened(to width: Int) -> TableCell {
        guard self.width > width else { return self }
        return TableCell(TextFitting.shortened(text, to: width), isText: isText)
    }

    private init(number: String, isNegative: Bool) {
        self.init(isNegative ? number : number + " ", isNegative: isNegative)
    }

    private init(_ text: String, isText: Bool = false, isNegative: Bool = false) {
        self.text = text
        self.width = DisplayWidth.of(text)
        self.isText = isText
        self.isNegative = isNegative
    }
}
