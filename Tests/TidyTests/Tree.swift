import Foundation
import Testing

/// The files that a rule reads: those of this repository, or a few made up to break the rule.
struct Tree: Sendable {
    let files: [TextFile]

    init(_ texts: [String: String]) {
        files = texts.sorted { $0.key < $1.key }.map { TextFile(path: $0.key, text: $0.value) }
    }

    /// Every text file of this repository, without what is built or ignored.
    static let shipped = Tree(read(root, ""))

    var swift: [TextFile] { files.filter(\.isSwift) }

    subscript(path path: String) -> TextFile? { files.first { $0.path == path } }

    func contains(_ path: String) -> Bool {
        let path = path.hasSuffix("/") ? String(path.dropLast()) : path
        return files.contains { $0.path == path || $0.isIn(path) }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func read(_ folder: URL, _ prefix: String) -> [String: String] {
        var texts: [String: String] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where !isIgnored(name) {
            let place = folder.appending(path: name)
            if let data = try? Data(contentsOf: place) {
                texts[prefix + name] = String(bytes: data, encoding: .utf8)
            } else {
                texts.merge(read(place, "\(prefix)\(name)/")) { first, _ in first }
            }
        }
        return texts
    }

    /// What `.gitignore` names, and the hidden folders of tools.
    private static func isIgnored(_ name: String) -> Bool {
        let kept = [".ci", ".dockerignore", ".editorconfig", ".gitignore", ".swift-format"]
        return name.hasPrefix(".") && !kept.contains(name)
            || ["Package.resolved", "__pycache__"].contains(name)
            || name.hasSuffix(".rejects.csv")
    }
}

/// A rule finds everything that breaks it.
typealias Rule = @Sendable (Tree) -> [Finding]

/// Holds this repository to a rule.
func hold(_ rule: Rule) {
    #expect(Tree.shipped.files.count > 100, "the tree was not read")
    for finding in rule(.shipped) { Issue.record("\(finding)") }
}
