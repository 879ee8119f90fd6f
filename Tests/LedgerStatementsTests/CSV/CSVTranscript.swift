@testable import LedgerStatements

/// What a reader made of a text, in a form that is easy to write down and compare.
enum CSVTranscript {
    static func read(
        _ bytes: [UInt8],
        chunks: [Int] = [],
        reader: CSVReader = CSVReader()
    ) -> [CSVItem] {
        var reader = reader
        var sizes = chunks[...]
        var rest = bytes[...]
        var items: [CSVItem] = []
        let pull: () -> [UInt8]? = {
            guard !rest.isEmpty else { return nil }
            let size = sizes.popFirst() ?? rest.count
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        while let item = reader.next(pulling: pull) { items.append(item) }
        return items
    }

    /// A record as `a|b`, a finding as `!line:column@byte kind <bytes>`.
    static func lines(_ items: [CSVItem]) -> [String] {
        items.map { item in
            switch item {
            case .record(let record): record.texts.joined(separator: "|")
            case .rejected(let finding, let bytes):
                "!\(finding.line):\(finding.column)@\(finding.byteOffset) \(name(of: finding.kind))"
                    + " <\(String(decoding: bytes, as: UTF8.self))>"
            case .rejectedRest(let bytes): "+<\(String(decoding: bytes, as: UTF8.self))>"
            }
        }
    }

    private static func name(of kind: CSVFinding.Kind) -> Substring {
        "\(kind)".prefix { $0 != "(" }
    }

    /// All bytes handed out, in order.
    static func bytes(_ items: [CSVItem]) -> [UInt8] {
        items.flatMap { item in
            switch item {
            case .record(let record): record.bytes
            case .rejected(_, let bytes), .rejectedRest(let bytes): bytes
            }
        }
    }
}
