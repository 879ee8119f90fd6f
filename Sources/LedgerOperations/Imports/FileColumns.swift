import LedgerModel
import LedgerStatements

/// A value of a line that cannot be used, and the column where it stands.
struct FieldFault: Error {
    let index: Int
    let reason: String
}

/// Which column of a file holds which field, and how it is written there.
struct FileColumns: Sendable {
    private struct Column: Sendable {
        let index: Int?
        let constant: String
        let field: ImportMapping.Field?
        let kind: SensitiveText.Field
    }

    /// The names in the header; empty for a file without one.
    let names: [String]
    /// How many columns a line has, that of a reason not counted where there is no header.
    let count: Int
    /// Whether the lines carry the reason for which they were once rejected.
    let isOfRejects: Bool
    /// What columns hold, other than words.
    let kinds: [Int: SensitiveText.Field]
    private let columns: [String: Column]
    private let file: String

    /// The columns of a file that has the ledger's own names in its header.
    init(_ header: CSVRecord, _ kind: ImportKind) throws(ImportFault) {
        let header = try Self.header(
            header,
            required: kind.required,
            optional: kind.optional + [RejectedLine.column]
        )
        var columns: [String: Column] = [:]
        for name in kind.required + kind.optional {
            guard let index = header.index(of: name) else { continue }
            columns[name] = Column(
                index: index,
                constant: "",
                field: nil,
                kind: ImportKind.textKind(of: name)
            )
        }
        self.init(header, columns, file: "")
    }

    /// The columns of a file with a header that a mapping explains.
    init(_ record: CSVRecord, _ mapping: ImportMapping) throws(ImportFault) {
        var required: [String] = []
        var optional = mapping.ignored + [RejectedLine.column]
        for (name, field) in mapping.fields.sorted(by: { $0.value.line < $1.value.line }) {
            switch field.origin {
            case .column(let column): if !required.contains(column) { required.append(column) }
            case .position(let position):
                guard position <= record.count else {
                    throw ImportFault(findings: [
                        "\(mapping.file):\(field.line): \(name) is at position \(position), "
                            + "but the file has \(record.count) columns"
                    ])
                }
                optional.append(record[position - 1])
            case .constant: break
            }
        }
        let header = try Self.header(record, required: required, optional: optional)
        self.init(
            header,
            Self.columns(of: mapping) { header.index(of: $0) },
            file: mapping.file
        )
    }

    /// The columns of a file without a header.
    init(_ mapping: ImportMapping, count: Int, isOfRejects: Bool) {
        self.init(
            names: [],
            count: count,
            isOfRejects: isOfRejects,
            columns: Self.columns(of: mapping) { _ in nil },
            file: mapping.file
        )
    }

    private init(_ header: CSVHeader, _ columns: [String: Column], file: String) {
        self.init(
            names: header.names,
            count: header.count,
            isOfRejects: header.index(of: RejectedLine.column) != nil,
            columns: columns,
            file: file
        )
    }

    private init(
        names: [String],
        count: Int,
        isOfRejects: Bool,
        columns: [String: Column],
        file: String
    ) {
        self.names = names
        self.count = count
        self.isOfRejects = isOfRejects
        self.columns = columns
        self.file = file
        kinds = Dictionary(
            columns.values.compactMap { column in column.index.map { ($0, column.kind) } },
            uniquingKeysWith: { $0 == .words ? $1 : $0 }
        )
    }

    private static func columns(
        of mapping: ImportMapping,
        index: (String) -> Int?
    ) -> [String: Column] {
        var columns: [String: Column] = [:]
        for (name, field) in mapping.fields {
            var (place, constant): (Int?, String) = (nil, "")
            switch field.origin {
            case .column(let column): place = index(column)
            case .position(let position): place = position - 1
            case .constant(let value): constant = value
            }
            columns[name] = Column(
                index: place,
                constant: constant,
                field: field,
                kind: ImportKind.textKind(of: name)
            )
        }
        return columns
    }

    private static func header(
        _ record: CSVRecord,
        required: [String],
        optional: [String]
    ) throws(ImportFault) -> CSVHeader {
        do {
            return try CSVHeader(record, required: required, optional: optional)
        } catch {
            throw ImportFault(findings: error.findings.map(\.description))
        }
    }

    /// The text of a field as the ledger understands it; nil where there is none.
    func text(
        _ name: String,
        in record: CSVRecord,
        upTo limit: Int = 200
    ) throws(FieldFault) -> String? {
        guard let column = columns[name] else { return nil }
        var text = column.index.map { record[$0] } ?? column.constant
        if column.field != nil { text = text.trimmed }
        guard !text.isEmpty else { return nil }
        do throws(LedgerRefusal) {
            try SensitiveText.check(text, in: name, column.kind)
        } catch { throw fault(name, error.description) }
        if let field = column.field, let values = field.values {
            guard let value = values[text] else {
                throw fault(
                    name,
                    "\(name): \"\(text.prefix(40))\" has no value in \(file):\(field.line)"
                )
            }
            text = value
        }
        guard text.unicodeScalars.count <= limit else {
            throw fault(name, LedgerRefusal(.textTooLong, detail: "more than \(limit)"))
        }
        return text
    }

    /// An amount, or nil where there is none.
    func amount(_ name: String, in record: CSVRecord) throws(FieldFault) -> Money? {
        guard let text = try text(name, in: record) else { return nil }
        do throws(LedgerRefusal) {
            guard let format = columns[name]?.field?.amount else {
                return try Money(parsing: text)
            }
            return try format.money(text)
        } catch { throw fault(name, error) }
    }

    /// A small whole number, or nil where there is none.
    func count(_ name: String, in record: CSVRecord) throws(FieldFault) -> Int? {
        guard let text = try text(name, in: record) else { return nil }
        guard text.utf8.count <= 4, let count = Int(text), count >= 0 else {
            throw fault(name, "\(name): this is no small whole number")
        }
        return count
    }

    /// A day.
    func date(_ name: String, in record: CSVRecord) throws(FieldFault) -> LedgerDate {
        let text = try text(name, in: record) ?? ""
        do throws(LedgerRefusal) {
            guard let format = columns[name]?.field?.date else { return try LedgerDate(iso: text) }
            return try format.date(text)
        } catch { throw fault(name, error) }
    }

    func fault(_ name: String, _ refusal: LedgerRefusal) -> FieldFault {
        fault(name, "\(name): \(refusal)")
    }

    func fault(_ name: String, _ reason: String) -> FieldFault {
        FieldFault(index: columns[name]?.index ?? 0, reason: reason)
    }
}

extension String {
    fileprivate var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        let rest = drop(while: \.isWhitespace)
        let end = rest.lastIndex { !$0.isWhitespace }
        return end.map { String(rest[...$0]) } ?? ""
    }
}
