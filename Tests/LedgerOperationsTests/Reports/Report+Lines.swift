import LedgerModel
import LedgerReports

extension Report {
    /// The words of a section's lines; amounts as plain numbers of dollars.
    func lines(_ section: String) -> [[String]] { words(section, .line) }

    /// The words of a section's totals.
    func totals(_ section: String) -> [[String]] { words(section, .total) }

    private func words(_ key: String, _ role: ReportRow.Role) -> [[String]] {
        guard let section = sections.first(where: { $0.key == key }),
            case .list(let rows) = section.rows
        else { return [] }
        return rows.filter { $0.role == role }.map { $0.cells.map(Self.word) }
    }

    private static func word(_ cell: ReportCell) -> String {
        switch cell {
        case .text(let text): text
        case .money(let money): money.description
        case .date(let date): date.description
        case .count(let count): count.description
        case .percent(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .empty: ""
        }
    }
}
