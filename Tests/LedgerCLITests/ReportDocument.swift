import Foundation
import Testing

/// A result in JSON, taken apart.
struct ReportDocument: Decodable {
    struct Section: Decodable {
        let section: String
        let rows: [[String: Cell]]
        let totals: [[String: Cell]]
    }

    /// What stands in a cell, as text; amounts are integers of cents.
    struct Cell: Decodable, Equatable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int64.self) {
                text = "\(number)"
            } else if let string = try? value.decode(String.self) {
                text = string
            } else {
                text = ""
            }
        }

        var cents: Int64 { Int64(text) ?? 0 }
    }

    let report: String
    let title: String
    let parameters: [String: String]
    let sections: [Section]
    let notes: [String: String]

    init(_ json: String) throws {
        self = try JSONDecoder().decode(ReportDocument.self, from: Data(json.utf8))
    }

    /// The rows of a section.
    func rows(_ section: String) throws -> [[String: Cell]] {
        try #require(sections.first { $0.section == section }).rows
    }

    /// The amount in cents of a total of a section.
    func total(_ section: String, _ column: String) throws -> Int64 {
        let totals = try #require(sections.first { $0.section == section }).totals
        return try #require(totals.first?[column]).cents
    }
}
