import Foundation
import LedgerOperations

/// A mapping read from the disk.
enum MappingFile {
    private static let limit = 1 << 20

    /// The text of a declaration, which is a small file.
    static func text(_ path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: limit + 1)
        else { throw FileFailure(problem: "The file \(path) cannot be read.") }
        guard data.count <= limit, let text = String(data: data, encoding: .utf8) else {
            throw ImportFault(findings: ["\(path):1: this is no mapping, but \(data.count) bytes"])
        }
        return text
    }

    static func read(_ path: String, _ kind: ImportKind? = nil) throws -> ImportMapping {
        let mapping = try ImportMapping(yaml: text(path), file: path)
        if let kind, mapping.kind != kind {
            throw FileFailure(
                problem: "\(path) is for lines of kind \(mapping.kind.rawValue).",
                remedy: "Use it with `redress \(mapping.kind.rawValue) import`."
            )
        }
        return mapping
    }
}
