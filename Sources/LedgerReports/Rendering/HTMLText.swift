/// Values as HTML.
enum HTMLText {
    /// The content of a cell.
    static func value(_ cell: ReportCell) -> String {
        switch cell {
        case .text(let text): escaped(text)
        case .money(let money): AmountText.forPeople(money)
        case .date(let date): "<time>\(date)</time>"
        case .count(let count): AmountText.forPeople(count)
        case .percent(let numerator, let denominator):
            AmountText.percent(numerator, of: denominator).map { $0 + "%" } ?? "n/a"
        case .empty: ""
        }
    }

    /// Named facts as a description list; nothing for none.
    static func list(_ fields: [ReportField], class name: String) -> String {
        guard !fields.isEmpty else { return "" }
        let items = fields.map { "<dt>\(escaped($0.label))</dt><dd>\(escaped($0.value))</dd>\n" }
        return "<dl class=\"\(name)\">\n\(items.joined())</dl>\n"
    }

    /// What stands before the body of a whole document.
    static func head(title: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        body { font-family: system-ui, sans-serif; margin: 2rem; }
        table { border-collapse: collapse; margin-block: 1.5rem; }
        caption { font-weight: bold; text-align: start; }
        th, td { padding: 0.2rem 0.6rem; text-align: start; font-weight: normal; }
        thead th { border-bottom: 2px solid; font-weight: bold; }
        tfoot th, tfoot td { border-top: 1px solid; font-weight: bold; }
        .money, .count, .percent { text-align: end; font-variant-numeric: tabular-nums; }
        .depth-1 { padding-inline-start: 2rem; }
        .depth-2 { padding-inline-start: 3.5rem; }
        .depth-3 { padding-inline-start: 5rem; }
        dt { float: inline-start; margin-inline-end: 0.5rem; }
        </style>
        </head>
        <body>

        """
    }

    /// Text made safe between tags and within quoted attributes.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
