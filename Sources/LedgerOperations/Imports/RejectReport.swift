import LedgerModel

/// The lines that were not imported, as a CSV file that grows.
///
/// Written as the file itself is, with the reason in a last column, so that it can be corrected
/// and imported in its place. A text that may not be kept is left out of it.
struct RejectReport {
    private let names: [String]
    private let hasHeader: Bool
    private let kinds: [Int: SensitiveText.Field]
    private let separator: UInt8
    private let encoding: FileEncoding
    private(set) var count = 0

    init(_ columns: FileColumns, _ mapping: ImportMapping?) {
        hasHeader = !columns.names.isEmpty
        let names = hasHeader ? columns.names : Array(repeating: "", count: columns.count)
        let hasReason = names.contains { $0.lowercased() == RejectedLine.column }
        self.names = hasReason ? names : names + [RejectedLine.column]
        kinds = columns.kinds
        separator = mapping?.separator ?? UInt8(ascii: ",")
        encoding = mapping?.encoding ?? .utf8
    }

    mutating func add(_ line: RejectedLine, _ write: ([UInt8]) throws -> Void) throws {
        if count == 0, hasHeader { try write(csv(names)) }
        count += 1
        var values: [String] = []
        for (index, name) in names.enumerated() {
            if name.lowercased() == RejectedLine.column {
                values.append("line \(line.line), column \(line.column): \(line.reason)")
            } else {
                values.append(index < line.fields.count ? kept(line.fields[index], index) : "")
            }
        }
        try write(csv(values))
    }

    private func kept(_ text: String, _ index: Int) -> String {
        SensitiveText.found(in: text, kinds[index] ?? .words) == nil ? text : ""
    }

    private func csv(_ values: [String]) -> [UInt8] {
        let quoted = values.map { value in
            let needsQuotes = value.utf8.contains { byte in
                [separator, UInt8(ascii: "\""), 0x0A, 0x0D].contains(byte)
            }
            guard needsQuotes else { return value }
            let doubled = value.split(separator: "\"", omittingEmptySubsequences: false)
            return "\"\(doubled.joined(separator: "\"\""))\""
        }
        let line = quoted.joined(separator: String(Unicode.Scalar(separator)))
        return encoding.encoded(Array(line.utf8) + [0x0D, 0x0A])
    }
}
