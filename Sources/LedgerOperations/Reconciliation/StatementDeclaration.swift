import LedgerModel
import LedgerStatements
import StatuteLibrary

/// How the files of a source are read, as a person declared it.
struct StatementDeclaration {
    let name: String
    let format: StatementFormat
    let options: StatementOptions

    /// Reads the text of a declaration, or throws an ``ImportFault`` that names file and line.
    init(yaml text: String, file: String) throws(ImportFault) {
        do {
            let root = try FileNode(yaml: text, file: file)
            let known = try root.mapping([])
            format = try known.required("format").choice(StatementFormat.self)
            let map = try root.mapping(["source", "format"] + Self.keys(of: format))
            name = try map.text("source")
            var options = StatementOptions()
            switch format {
            case .bai2:
                for (key, node) in try map["directions"]?.mapping([]).entries ?? [:] {
                    guard let code = Int(key) else { throw node.error("\(key) is no type code") }
                    options.bai2Directions[code] = try Self.direction(node)
                }
            case .camt: options.turnsReversals = try map["turns_reversals"]?.flag() ?? false
            case .csv: options.csv = try CSVMapping(map)
            case .qif: options.qif = try QIFMapping(map)
            case .mt940, .nacha, .ofx: break
            }
            self.options = options
        } catch {
            throw ImportFault(findings: ["\(error)"])
        }
    }

    private static func keys(of format: StatementFormat) -> [String] {
        switch format {
        case .bai2: ["directions"]
        case .camt: ["turns_reversals"]
        case .csv:
            [
                "separator", "skip", "decimal", "grouping", "dates", "identity", "account",
                "currency", "amount", "booked", "value", "balance", "newest_first", "type",
                "texts", "references", "trailer",
            ]
        case .qif: ["currency", "dates", "decimal", "grouping"]
        case .mt940, .nacha, .ofx: []
        }
    }

    private static func direction(
        _ node: FileNode
    ) throws(StatuteFileError) -> BAI2TypeCode.Direction {
        switch try node.text() {
        case "credit": return .credit
        case "debit": return .debit
        case "none": return .none
        default: throw node.error("one of these is needed here: credit, debit, none")
        }
    }
}

extension CSVMapping {
    /// An account that is not declared is the one that the import names.
    fileprivate init(_ map: FileMapping) throws(StatuteFileError) {
        let account = try map["account"].map(Self.source) ?? .fixed("")
        try self.init(
            account: account,
            currency: Self.source(map.required("currency")),
            amount: Self.amount(map.required("amount")),
            bookedOn: map.text("booked")
        )
        separator = try map["separator"].map(FileMarks.separator) ?? separator
        skippedRecords = try map["skip"]?.number() ?? 0
        decimalMark = try map["decimal"].map(FileMarks.mark) ?? decimalMark
        groupMark = try map["grouping"].map(FileMarks.mark)
        dateOrder = try map["dates"].map(FileMarks.dateOrder)
        identity = try map["identity"]?.text() ?? ""
        valueOn = try map["value"]?.text()
        balance = try map["balance"]?.text()
        isNewestFirst = try map["newest_first"]?.flag() ?? false
        typeCode = try map["type"]?.text()
        texts = try map.texts("texts")
        if let node = map["references"] {
            for (key, value) in try node.mapping([]).entries.sorted(by: { $0.key < $1.key }) {
                references.append((key, try value.choice(StatementReference.Kind.self)))
            }
        }
        trailer = try map["trailer"].map(Self.trailer)
    }

    private static func source(_ node: FileNode) throws(StatuteFileError) -> Source {
        if node.isScalar { return .fixed(try node.text()) }
        return .column(try node.mapping(["column"]).text("column"))
    }

    private static func amount(_ node: FileNode) throws(StatuteFileError) -> Amount {
        let map = try node.mapping([
            "column", "turned", "credit", "debit", "by", "credits", "debits",
        ])
        if map["credit"] != nil || map["debit"] != nil {
            return .split(credit: try map.text("credit"), debit: try map.text("debit"))
        }
        let column = try map.text("column")
        guard let mark = map["by"] else {
            return .signed(column, turned: try map["turned"]?.flag() ?? false)
        }
        return .marked(
            column,
            by: try mark.text(),
            credits: Set(try map.texts("credits")),
            debits: Set(try map.texts("debits"))
        )
    }

    private static func trailer(_ node: FileNode) throws(StatuteFileError) -> Trailer {
        let map = try node.mapping(["begins", "count", "sum"])
        func field(_ key: String) throws(StatuteFileError) -> Int? {
            guard let node = map[key] else { return nil }
            let position = try node.number()
            guard position > 1 else { throw node.error("the first position tells the trailer") }
            return position - 1
        }
        return Trailer(
            marker: try map.text("begins"),
            countField: try field("count"),
            totalField: try field("sum")
        )
    }
}

extension QIFMapping {
    fileprivate init(_ map: FileMapping) throws(StatuteFileError) {
        try self.init(
            account: "",
            currency: map.text("currency"),
            dateOrder: FileMarks.dateOrder(map.required("dates"))
        )
        decimalMark = try map["decimal"].map(FileMarks.mark) ?? decimalMark
        if let node = map["grouping"] { groupMark = try FileMarks.mark(node) }
        if groupMark == decimalMark { groupMark = nil }
    }
}

/// The words for single characters and for the order of dates.
private enum FileMarks {
    static func separator(_ node: FileNode) throws(StatuteFileError) -> UInt8 {
        try word(
            node,
            [
                "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"),
                "tab": UInt8(ascii: "\t"), "pipe": UInt8(ascii: "|"),
            ]
        )
    }

    static func mark(_ node: FileNode) throws(StatuteFileError) -> UInt8 {
        try word(
            node,
            [
                "point": UInt8(ascii: "."), "comma": UInt8(ascii: ","),
                "space": UInt8(ascii: " "), "apostrophe": UInt8(ascii: "'"),
            ]
        )
    }

    static func dateOrder(_ node: FileNode) throws(StatuteFileError) -> DateOrder {
        try word(node, ["YMD": .yearMonthDay, "MDY": .monthDayYear, "DMY": .dayMonthYear])
    }

    private static func word<Value>(
        _ node: FileNode,
        _ words: [String: Value]
    ) throws(StatuteFileError) -> Value {
        guard let value = words[try node.text()] else {
            throw node.error(
                "one of these is needed here: \(words.keys.sorted().joined(separator: ", "))"
            )
        }
        return value
    }
}
