import LedgerModel

/// Values as JSON.
enum JSONText {
    /// The value of a cell.
    static func value(_ cell: ReportCell) -> String {
        switch cell {
        case .text(let text): string(text)
        case .money(let money): String(money.cents)
        case .date(let date): string("\(date)")
        case .count(let count): String(count)
        case .percent(let numerator, let denominator):
            "{\"numerator\": \(numerator), \"denominator\": \(denominator)}"
        case .empty: "null"
        }
    }

    /// An object of named facts.
    static func object(_ fields: [ReportField]) -> String {
        "{" + fields.map { "\(string($0.key)): \(string($0.value))" }.joined(separator: ", ") + "}"
    }

    /// What a column is.
    static func object(_ column: ReportColumn) -> String {
        let unit = column.kind == .money ? ", \"unit\": \"cents\"" : ""
        return "{\"key\": \(string(column.key)), \"heading\": \(string(column.heading)), "
            + "\"kind\": \"\(column.kind.rawValue)\"\(unit)}"
    }

    /// A quoted string.
    static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
