/// The values of a mapping by their keys.
package struct FileMapping {
    package let node: FileNode
    package let entries: [String: FileNode]

    /// The value of a key that may be missing.
    package subscript(key: String) -> FileNode? { entries[key] }

    /// The keys and values in the order of the file.
    var inOrder: [(key: String, value: FileNode)] {
        entries.map { ($0.key, $0.value) }.sorted { $0.value.line < $1.value.line }
    }

    /// The value of a key that must be there.
    package func required(_ key: String) throws(StatuteFileError) -> FileNode {
        guard let value = entries[key] else { throw node.error("the key \(key) is missing") }
        return value
    }

    /// The text of a key that must be there.
    package func text(_ key: String) throws(StatuteFileError) -> String { try required(key).text() }

    /// The texts of a list, empty when the key is missing.
    package func texts(_ key: String) throws(StatuteFileError) -> [String] {
        try entries[key]?.texts() ?? []
    }

    /// The nodes of a list, empty when the key is missing.
    package func list(_ key: String) throws(StatuteFileError) -> [FileNode] {
        try entries[key]?.list() ?? []
    }
}
