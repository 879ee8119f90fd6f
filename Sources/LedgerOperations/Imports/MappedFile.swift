import LedgerModel
import LedgerStatements

/// The lines of a file, without its header and its trailer.
struct MappedFile {
    /// What a trailer says the file holds.
    struct Controls: Hashable {
        var lines: Int?
        var sum: Money?
        let line: Int
    }

    let mapping: ImportMapping?
    private let kind: ImportKind
    private var reader: CSVReader
    private(set) var columns: FileColumns?
    private(set) var controls: Controls?

    init(_ kind: ImportKind, _ mapping: ImportMapping?) {
        self.kind = kind
        self.mapping = mapping
        reader = CSVReader(separator: mapping?.separator ?? UInt8(ascii: ","))
    }

    /// The next line, good or bad; nil at the end.
    mutating func next(pulling chunk: ImportBytes) throws -> CSVItem? {
        let encoding = mapping?.encoding ?? .utf8
        while let item = try reader.next(pulling: { try chunk().map(encoding.decoded) }) {
            guard let columns else {
                if try open(item) { continue }
                return item
            }
            guard case .record(let record) = item else { return item }
            if try isTrailer(record) { continue }
            if let controls {
                throw ImportFault(findings: [
                    "line \(record.line), column 1: a line follows the trailer on line "
                        + "\(controls.line)"
                ])
            }
            return checked(record, columns)
        }
        guard columns != nil else {
            throw ImportFault(findings: ["line 1, column 1: the file is empty"])
        }
        return nil
    }

    /// Reads the columns from the first line; false when that is a line of the file itself.
    private mutating func open(_ item: CSVItem) throws(ImportFault) -> Bool {
        let first: CSVRecord
        switch item {
        case .record(let record): first = record
        case .rejected(let finding, _): throw ImportFault(findings: [finding.description])
        case .rejectedRest: throw ImportFault(findings: ["line 1, column 1: no header"])
        }
        guard let mapping else {
            let opened = try FileColumns(first, kind)
            reader.expectedFieldCount = opened.count
            columns = opened
            return true
        }
        if let count = mapping.columnCount {
            guard first.count == count || first.count == count + 1 else {
                throw ImportFault(findings: [
                    "line \(first.line), column 1: \(first.count) columns where \(mapping.file) "
                        + "declares \(count)"
                ])
            }
            let isOfRejects = first.count == count + 1
            columns = FileColumns(mapping, count: count, isOfRejects: isOfRejects)
            return false
        }
        columns = try FileColumns(first, mapping)
        return true
    }

    private mutating func isTrailer(_ record: CSVRecord) throws -> Bool {
        guard let mapping, let trailer = mapping.trailer,
            record[0].hasPrefix(trailer.beginning)
        else { return false }
        func text(_ position: Int?) throws(ImportFault) -> (text: String, index: Int)? {
            guard let position else { return nil }
            guard position <= record.count else {
                throw ImportFault(findings: [
                    "\(mapping.file):\(trailer.line): the trailer on line \(record.line) has no "
                        + "position \(position)"
                ])
            }
            return (record[position - 1], position - 1)
        }
        var controls = Controls(line: record.line)
        if let (text, index) = try text(trailer.count) {
            guard text.utf8.count <= 12, let lines = Int(text), lines >= 0 else {
                throw fault(record, index, "this is no count of lines")
            }
            controls.lines = lines
        }
        if let (text, index) = try text(trailer.sum) {
            do throws(LedgerRefusal) {
                controls.sum = try (mapping.fields["amount"]?.amount ?? AmountFormat()).money(text)
            } catch { throw fault(record, index, error.description) }
        }
        self.controls = controls
        return true
    }

    private func fault(_ record: CSVRecord, _ index: Int, _ reason: String) -> ImportFault {
        let place = record.position(of: index)
        return ImportFault(findings: [
            "line \(place.line), column \(place.column): trailer: \(reason)"
        ])
    }

    /// The line, or why it does not have the fields of the file.
    ///
    /// A file with a trailer or without
    /// a header is counted here, since not all of its lines are alike.
    private func checked(_ record: CSVRecord, _ columns: FileColumns) -> CSVItem {
        guard mapping != nil else { return .record(record) }
        let expected = columns.count + (columns.names.isEmpty && columns.isOfRejects ? 1 : 0)
        if record.count > expected {
            let kind = CSVFinding.Kind.tooManyFields(expected: expected, found: record.count)
            return .rejected(record.finding(kind, at: expected), bytes: record.bytes)
        }
        if record.count < expected {
            let kind = CSVFinding.Kind.tooFewFields(expected: expected, found: record.count)
            return .rejected(record.finding(kind, at: record.count - 1), bytes: record.bytes)
        }
        return .record(record)
    }
}
