package import LedgerModel
import Yams

/// One node of a YAML file, read as text: YAML's own guesses at types never apply.
package struct FileNode {
    let node: Node
    package let file: String

    init(node: Node, file: String) {
        self.node = node
        self.file = file
    }

    /// Parses a whole file.
    package init(yaml text: String, file: String) throws(StatuteFileError) {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw StatuteFileError(file: file, line: 1, reason: "the file is empty")
            }
            self.init(node: node, file: file)
        } catch let error as StatuteFileError {
            throw error
        } catch {
            throw FileNode.located(error, file: file)
        }
    }

    private static func located(_ error: any Error, file: String) -> StatuteFileError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            StatuteFileError(file: file, line: mark.line, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            StatuteFileError(
                file: file,
                line: context.mark.line,
                reason: "the same key twice: \(duplicates.joined(separator: ", "))"
            )
        default:
            StatuteFileError(file: file, line: 1, reason: "not readable as YAML: \(error)")
        }
    }

    /// An error at this node.
    package func error(_ reason: String) -> StatuteFileError {
        StatuteFileError(file: file, line: node.mark?.line ?? 1, reason: reason)
    }

    /// The line of this node, from 1.
    package var line: Int { node.mark?.line ?? 1 }

    /// Whether this is a single value.
    package var isScalar: Bool { node.scalar != nil }

    /// The nodes of a list.
    package func list() throws(StatuteFileError) -> [FileNode] {
        guard case .sequence(let sequence) = node else { throw error("a list is needed here") }
        return sequence.map { FileNode(node: $0, file: file) }
    }

    /// A mapping with no other keys than `keys`.
    package func mapping(_ keys: [String]) throws(StatuteFileError) -> FileMapping {
        guard case .mapping(let mapping) = node else {
            throw error("a mapping of keys and values is needed here")
        }
        var entries: [String: FileNode] = [:]
        for (key, value) in mapping {
            let keyNode = FileNode(node: key, file: file)
            let name = try keyNode.text()
            guard keys.isEmpty || keys.contains(name) else {
                let known = keys.joined(separator: ", ")
                throw keyNode.error("unknown key \(name); known here: \(known)")
            }
            entries[name] = FileNode(node: value, file: file)
        }
        return FileMapping(node: self, entries: entries)
    }

    /// A single value that is not empty.
    package func text() throws(StatuteFileError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw error("a single value is needed here")
        }
        return scalar.string
    }

    /// A list of single values.
    package func texts() throws(StatuteFileError) -> [String] {
        try list().map { node throws(StatuteFileError) in try node.text() }
    }

    /// An amount of dollars.
    package func money() throws(StatuteFileError) -> Money {
        let text = try text()
        do throws(LedgerRefusal) { return try Money(parsing: text) } catch {
            throw self.error("\(error.message) \(error.detail)")
        }
    }

    /// A day written YYYY-MM-DD.
    package func date() throws(StatuteFileError) -> LedgerDate {
        let text = try text()
        do throws(LedgerRefusal) { return try LedgerDate(iso: text) } catch {
            throw self.error("\(error.message) \(error.detail)")
        }
    }

    /// `yes` or `no`.
    package func flag() throws(StatuteFileError) -> Bool {
        switch try text() {
        case "yes": return true
        case "no": return false
        default: throw error("yes or no is needed here")
        }
    }

    /// A whole number of at most nine digits.
    package func number() throws(StatuteFileError) -> Int {
        let text = try text()
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39) ~= $0 }),
            let number = Int(text)
        else { throw error("a whole number is needed here") }
        return number
    }

    /// One of the words of `Value`.
    package func choice<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type
    ) throws(StatuteFileError) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: try text()) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("one of these is needed here: \(known)")
        }
        return value
    }
}
