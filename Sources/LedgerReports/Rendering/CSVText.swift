/// Values as CSV fields.
enum CSVText {
    /// The field for a typed value.
    static func field(_ cell: ReportCell) -> String {
        switch cell {
        case .text(let text): self.text(text)
        case .money(let money): "\(money)"
        case .date(let date): "\(date)"
        case .count(let count): String(count)
        case .percent(let numerator, let denominator):
            AmountText.percent(numerator, of: denominator) ?? ""
        case .empty: ""
        }
    }

    /// The field for words: made harmless to spreadsheets, then quoted where RFC 4180 asks for it.
    static func text(_ text: String) -> String {
        let harmless = startsLikeFormula(text) ? "'" + text : text
        guard harmless.utf8.contains(where: mustBeQuoted) else { return harmless }
        var quoted = "\""
        for scalar in harmless.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    private static func startsLikeFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            true
        default: false
        }
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }
}
