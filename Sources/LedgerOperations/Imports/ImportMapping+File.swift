import LedgerModel
import StatuteLibrary

extension ImportMapping {
    /// Reads the text of a mapping, or throws an ``ImportFault`` that names file and line.
    public init(yaml text: String, file: String) throws(ImportFault) {
        do {
            try self.init(FileNode(yaml: text, file: file), file: file)
        } catch {
            throw ImportFault(findings: ["\(error)"])
        }
    }

    private init(_ root: FileNode, file: String) throws(StatuteFileError) {
        let keys = [
            "kind", "source", "encoding", "separator", "header", "columns", "fields", "ignore",
            "trailer",
        ]
        let map = try root.mapping(keys)
        self.file = file
        kind = try map.required("kind").choice(ImportKind.self)
        source = try Self.text(map.required("source"), upTo: 60)
        encoding = try map["encoding"]?.choice(FileEncoding.self) ?? .utf8
        separator = try map["separator"].map(Self.separator) ?? UInt8(ascii: ",")
        columnCount = try Self.columnCount(map)
        ignored = try map.texts("ignore")
        let known = kind.required + kind.optional
        let declared = try map.required("fields").mapping(known)
        var fields: [String: Field] = [:]
        for (name, node) in declared.entries {
            fields[name] = try Self.field(name, node, columns: columnCount)
        }
        for name in kind.required where fields[name] == nil {
            throw declared.node.error("the field \(name) is missing")
        }
        self.fields = fields
        trailer = try map["trailer"].map(Self.trailer)
    }

    private static func columnCount(_ map: FileMapping) throws(StatuteFileError) -> Int? {
        guard try map["header"]?.flag() == false else {
            if let node = map["columns"] {
                throw node.error("columns are counted only where there is no header")
            }
            return nil
        }
        let count = try map.required("columns").number()
        guard (1...500).contains(count) else {
            throw try map.required("columns").error("a file has 1 to 500 columns")
        }
        return count
    }

    private static func separator(_ node: FileNode) throws(StatuteFileError) -> UInt8 {
        let words = [
            "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"), "tab": UInt8(ascii: "\t"),
            "pipe": UInt8(ascii: "|"),
        ]
        guard let byte = words[try node.text()] else {
            throw node.error("one of these is needed here: comma, semicolon, tab, pipe")
        }
        return byte
    }

    private static func field(
        _ name: String,
        _ node: FileNode,
        columns: Int?
    ) throws(StatuteFileError) -> Field {
        let isDate = ImportKind.dates.contains(name)
        let isAmount = ImportKind.amounts.contains(name)
        var keys = ["column", "position", "value", "values"]
        if isDate { keys.append("format") }
        if isAmount { keys += ["decimal", "grouping", "unit"] }
        let map = try node.mapping(keys)
        var field = Field(origin: try origin(name, map, columns: columns), line: node.line)
        if let values = map["values"] {
            var known: [String: String] = [:]
            for (key, value) in try values.mapping([]).entries { known[key] = try value.text() }
            field.values = known
        }
        if let format = map["format"] {
            guard let date = DateFormat(try format.text()) else {
                throw format.error(
                    "a format has YYYY, MM or M, and DD or D, each once, with - / . or a space"
                )
            }
            field.date = date
        }
        field.amount = try amountFormat(map)
        if name == "method" {
            for value in field.values.map({ Array($0.values) }) ?? [] {
                guard PaymentMethod(rawValue: value) != nil else {
                    throw node.error("\(value) is no method of payment that the ledger knows")
                }
            }
        }
        return field
    }

    private static func origin(
        _ name: String,
        _ map: FileMapping,
        columns: Int?
    ) throws(StatuteFileError) -> Origin {
        let given = ["column", "position", "value"].filter { map[$0] != nil }
        guard given.count == 1 else {
            throw map.node.error("\(name) needs one of column, position and value")
        }
        if let node = map["column"] {
            guard columns == nil else {
                throw node.error("a file without a header has positions, not names")
            }
            return .column(try node.text())
        }
        if let node = map["position"] {
            let position = try node.number()
            guard (1...(columns ?? 500)).contains(position) else {
                throw node.error("the file has no position \(position)")
            }
            return .position(position)
        }
        let node = try map.required("value")
        let value = try text(node, upTo: 200)
        guard SensitiveText.found(in: value) == nil else {
            throw node.error(LedgerRefusal(.textSensitive).description)
        }
        return .constant(value)
    }

    private static func amountFormat(_ map: FileMapping) throws(StatuteFileError) -> AmountFormat {
        var format = AmountFormat()
        if let node = map["unit"] {
            switch try node.text() {
            case "cents": format.isInCents = true
            case "dollars": break
            default: throw node.error("dollars or cents is needed here")
            }
        }
        if let node = map["decimal"] {
            guard let mark = marks[try node.text()] else {
                throw node.error("point or comma is needed here")
            }
            format.decimal = mark
            format.grouping = nil
        }
        if let node = map["grouping"] {
            let word = try node.text()
            let others: [String: Character?] = ["space": " ", "apostrophe": "'", "none": nil]
            guard let mark = marks[word].map(Optional.some) ?? others[word],
                mark != format.decimal
            else {
                throw node.error(
                    "none, point, comma, space or apostrophe is needed here, not the decimal mark"
                )
            }
            format.grouping = mark
        }
        return format
    }

    private static let marks: [String: Character] = ["point": ".", "comma": ","]

    private static func trailer(_ node: FileNode) throws(StatuteFileError) -> Trailer {
        let map = try node.mapping(["begins", "count", "sum"])
        let (count, sum) = (try map["count"]?.number(), try map["sum"]?.number())
        guard count != nil || sum != nil else {
            throw node.error("a trailer has a count, a sum or both, by position")
        }
        guard [count, sum].allSatisfy({ ($0 ?? 2) >= 2 }) else {
            throw node.error("the first position tells the trailer from other lines")
        }
        return Trailer(beginning: try map.text("begins"), count: count, sum: sum, line: node.line)
    }

    private static func text(
        _ node: FileNode,
        upTo limit: Int
    ) throws(StatuteFileError) -> String {
        let text = try node.text()
        guard text.unicodeScalars.count <= limit else {
            throw node.error("at most \(limit) characters are possible here")
        }
        return text
    }
}
