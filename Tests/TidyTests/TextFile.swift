/// A file of the tree, by its path from the root.
struct TextFile: Sendable {
    let path: String
    let text: String
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }

    /// The lines with their numbers, from 1.
    var numbered: [(number: Int, text: String)] {
        lines.enumerated().map { ($0.offset + 1, $0.element) }
    }

    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// The name without what follows its first dot.
    var stem: String { String(name.prefix { $0 != "." }) }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var isSQL: Bool { path.hasSuffix(".sql") }
    var isScript: Bool { isIn("scripts") || isIn(".ci") }
    var isTest: Bool { isIn("Tests") }

    func isIn(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }

    /// The target that a Swift file belongs to: its folder below `Sources` or `Tests`, or its
    /// topmost folder.
    var target: String {
        let isBelow = ["Sources", "Tests"].contains(folders.first) && folders.count > 1
        return (isBelow ? folders[1] : folders.first) ?? ""
    }
}
