import Foundation

/// A document of this repository.
struct DocumentFile {
    /// A block between fences, and where it begins.
    struct Block {
        let kind: String
        let text: String
        let line: Int
    }

    let path: String
    let text: String

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every document above the sources and beside the schema.
    static var all: [DocumentFile] {
        get throws {
            try ["", "sql/", "Benchmarks/"].flatMap { folder in
                try FileManager.default
                    .contentsOfDirectory(atPath: root.appending(path: folder).path)
                    .filter { $0.hasSuffix(".md") }.sorted()
                    .map { try DocumentFile(folder + $0) }
            }
        }
    }

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    var blocks: [Block] {
        var blocks: [Block] = []
        var open: (kind: String, line: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if !line.hasPrefix("```") {
                open?.lines.append(line)
            } else if let block = open {
                let text = block.lines.joined(separator: "\n")
                blocks.append(Block(kind: block.kind, text: text, line: block.line))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), index + 1, [])
            }
        }
        return blocks
    }

    /// What stands between single backticks.
    var spans: [String] {
        text.split(separator: "\n").flatMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }
}
