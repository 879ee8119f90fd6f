import Testing

struct SizeTests {
    @Test func `a Swift file has at most 400 lines, in tests 600`() { hold(Self.swiftFiles) }
    @Test func `a function has at most 70 lines`() { hold(Self.functions) }
    @Test func `a function of the database has at most 200 lines, a migration 400`() {
        hold(Self.sqlFiles)
    }
    @Test func `a line has at most 100 columns`() { hold(Self.lines) }

    @Test(arguments: violations)
    func `what is too long is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("Sources/A/B.swift", blank(401), line: 401, swiftFiles),
        Violation("Tests/A/B.swift", blank(601), line: 601, swiftFiles),
        Violation("sql/api/journal/seal.sql", blank(201), line: 201, sqlFiles),
        Violation("sql/migrations/0001_a.sql", blank(401), line: 401, sqlFiles),
        Violation("Sources/A/B.swift", "    func a() {\n\(blank(69))    }\n", functions),
        Violation("Sources/A/B.swift", "init(\n) {\n\(blank(68))}\n", functions),
        Violation("sql/api/a.sql", wide("SELECT '"), lines),
        Violation("Sources/A/B.swift", "\n" + wide("// "), line: 2, lines),
        Violation("scripts/test", wide("echo "), lines),
    ]

    @Test func `what is just short enough is left alone`() {
        let tree = Tree([
            "Sources/A/B.swift": Self.blank(400),
            "Sources/A/C.swift":
                "protocol C {\n    func a()\n    func b() {\n\(Self.blank(68))    }\n}",
            "Sources/A/D.swift": "// https://example.org/" + Self.wide(""),
            "sql/a.sql": "COMMENT ON TABLE a IS\n'\(Self.wide(""))';",
        ])
        let rules: [Rule] = [Self.swiftFiles, Self.functions, Self.lines]
        for rule in rules { #expect(rule(tree).isEmpty) }
    }

    static func swiftFiles(_ tree: Tree) -> [Finding] {
        tree.swift.compactMap { tooLong($0, limit: $0.isTest ? 600 : 400, use: "split it by type") }
    }

    static func sqlFiles(_ tree: Tree) -> [Finding] {
        tree.files.filter(\.isSQL).compactMap { file in
            file.isIn("sql/migrations")
                ? tooLong(file, limit: 400, use: "write two migrations")
                : tooLong(file, limit: 200, use: "move a decision to a function of its own")
        }
    }

    static func lines(_ tree: Tree) -> [Finding] {
        tree.files.filter { $0.isSwift || $0.isSQL || $0.isScript }.flatMap { file in
            file.numbered
                .filter {
                    $0.text.utf8.count > 100 && $0.text.count > 100
                        && !isExcepted($0.text, in: file)
                }
                .map { line in
                    Finding(
                        file.path,
                        line.number,
                        "the line has \(line.text.count) columns",
                        use: "wrap it at 100"
                    )
                }
        }
    }

    /// A function ends where a closing brace stands below its first letter: the formatter sees to
    /// that.
    static func functions(_ tree: Tree) -> [Finding] {
        tree.swift.flatMap { file in
            file.numbered.filter { isDeclaration($0.text) }.compactMap { line in
                guard let length = length(ofFunctionAt: line.number - 1, in: file.lines),
                    length > 70
                else { return nil }
                let what = "the function has \(length) lines"
                return Finding(file.path, line.number, what, use: "name its parts, 70 at most")
            }
        }
    }

    private static func tooLong(_ file: TextFile, limit: Int, use instead: String) -> Finding? {
        let count = file.lines.count
        guard count > limit else { return nil }
        return Finding(file.path, count, "\(count) lines where \(limit) are allowed", use: instead)
    }

    /// A link cannot be wrapped, and neither can the sentence of a `COMMENT ON`.
    private static func isExcepted(_ line: String, in file: TextFile) -> Bool {
        line.contains("://")
            || file.isSQL && line.hasSuffix("';")
                && (line.hasPrefix("'") || line.hasPrefix("COMMENT ON"))
    }

    private static func isDeclaration(_ line: String) -> Bool {
        let words = line.split(separator: " ").prefix { !$0.hasPrefix("//") }
        return words.contains { word in
            word == "func" || ["init(", "init?(", "subscript("].contains { word.hasPrefix($0) }
        }
    }

    private static func length(ofFunctionAt start: Int, in lines: [String]) -> Int? {
        let indent = lines[start].prefix { $0 == " " }.count
        if lines[start].hasSuffix("}") { return 1 }
        for (index, line) in lines.enumerated().dropFirst(start + 1) where !line.isEmpty {
            let depth = line.prefix { $0 == " " }.count
            guard depth <= indent else { continue }
            let first = line.dropFirst(depth).first
            if depth == indent && first == "}" { return index - start + 1 }
            guard depth == indent && first == ")" else { return nil }
        }
        return nil
    }

    private static func blank(_ count: Int) -> String { String(repeating: "\n", count: count) }
    private static func wide(_ start: String) -> String {
        start + String(repeating: "x", count: 99)
    }
}
