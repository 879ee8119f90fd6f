import Testing

struct DocumentTests {
    @Test func `a path that a document names is there`() { hold(Self.paths) }
    @Test func `a document that is named anywhere is there`() { hold(Self.names) }
    @Test func `README lists every variable that the code reads`() { hold(Self.variables) }
    @Test func `README lists every exit code`() { hold(Self.exitCodes) }
    @Test func `ARCHITECTURE states every invariant that is cited`() { hold(Self.invariants) }
    @Test func `nothing speaks of the machine it was written on`() { hold(Self.machine) }

    @Test(arguments: violations)
    func `what a document gets wrong is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("README.md", "See `sql/nothing.sql`.", paths),
        Violation("README.md", "```\n./scripts/nothing --now\n```", line: 2, paths),
        Violation("README.md", "```text\nn/a\n```\n`sql/nothing`", line: 4, paths),
        Violation("README.md", "See [there](docs/there).", paths),
        Violation("sql/README.md", "See `nothing/<subject>/`.", paths),
        Violation("Sources/A/B.swift", "// as nothing.m" + "d says", names),
        Violation(
            ["README.md": "", "Sources/A/B.swift": "\"REDRESS_" + "NOTHING\""],
            at: ["Sources/A/B.swift:1"],
            variables
        ),
        Violation(
            ["README.md": "| 0 | done |", exitStatus: "case done = 0\ncase other = 9"],
            at: ["\(exitStatus):2"],
            exitCodes
        ),
        Violation(
            ["ARCHITECTURE.md": "**INV-1**", "sql/api/a.sql": "-- INV-" + "99: nothing"],
            at: ["sql/api/a.sql:1"],
            invariants
        ),
        Violation("scripts/test", "cd /" + "work/main", machine),
        Violation("Sources/A/B.swift", "let a = \"/" + "root/.cache\"", machine),
        Violation("README.md", "as the help" + "er said", machine),
        Violation("README.md", "see iss" + "ue #2", machine),
    ]

    /// Paths stand between backticks, in parentheses after a link's text, or in a block of code;
    /// not in a block of text, which is what a program prints.
    static func paths(_ tree: Tree) -> [Finding] {
        documents(tree).flatMap { file in
            var block: Substring?
            return file.numbered.flatMap { line -> [Finding] in
                if line.text.hasPrefix("```") {
                    block = block == nil ? line.text.dropFirst(3) : nil
                }
                guard block != "text" else { return [] }
                let isCode = block != nil
                return words(line.text, isCode: isCode).compactMap { path(in: $0, isCode: isCode) }
                    .filter { path in
                        let folder = file.folders.map { $0 + "/" }.joined()
                        return !tree.contains(path) && !tree.contains(folder + path)
                    }
                    .map { path in
                        Finding(file.path, line.number, "there is no \(path)", use: "name what is")
                    }
            }
        }
    }

    static func names(_ tree: Tree) -> [Finding] {
        let known = Set(tree.files.map(\.name))
        return found(in: tree.files, ".m" + "d") { line in
            line.split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }.map(String.init)
                .filter { $0.hasSuffix(".m" + "d") && $0.count > 3 && !known.contains($0) }
                .map { ("there is no \($0)", "say it here") }
        }
    }

    static func variables(_ tree: Tree) -> [Finding] {
        let readme = tree[path: "README.md"]?.text ?? ""
        let files = tree.files.filter { $0.isIn("Sources") || $0.isTest || $0.isScript }
        return found(in: files, "REDRESS_") { line in
            line.matches(of: /REDRESS_[A-Z_]+/).map { String($0.output) }
                .filter { !readme.contains("`\($0)`") }
                .map { ("README.md does not explain \($0)", "add it to the table") }
        }
    }

    static func exitCodes(_ tree: Tree) -> [Finding] {
        let readme = tree[path: "README.md"]?.text ?? ""
        return found(in: tree.files.filter { $0.path == exitStatus }, "case ") { line in
            line.matches(of: /= ([0-9]+)$/).map(\.output.1)
                .filter { !readme.contains("| \($0) |") }
                .map { ("README.md does not explain exit code \($0)", "add it to the table") }
        }
    }

    static func invariants(_ tree: Tree) -> [Finding] {
        let stated = tree[path: "ARCHITECTURE.md"]?.text ?? ""
        return found(in: tree.files, "INV-") { line in
            line.matches(of: /INV-[0-9]+/).map { String($0.output) }
                .filter { !stated.contains("**\($0)**") }
                .map { ("ARCHITECTURE.md does not state \($0)", "state it with its place") }
        }
    }

    static func machine(_ tree: Tree) -> [Finding] {
        let folders = ["work/", "root/", "opt/swift"]
        let strangers = ["help" + "er", "help" + "ers", "ag" + "ent", "assist" + "ant"]
        return tree.files.filter { $0.name != "Dockerfile" }.flatMap { file in
            file.numbered.compactMap { line in
                let isPath = folders.contains { starts("/" + $0, in: line.text) }
                let isStranger = strangers.contains { isWord($0, of: line.text) }
                let isTicket = line.text.contains("ssue ") && line.text.contains(/ssue #?[0-9]/)
                guard isPath || isStranger || isTicket else { return nil }
                let what = "speaks of one machine or one day"
                return Finding(file.path, line.number, what, use: "say what holds everywhere")
            }
        }
    }

    private static func isWord(_ word: String, of line: String) -> Bool {
        line.contains(word) && line.split { !$0.isLetter }.contains(Substring(word))
    }

    private static let exitStatus = "Sources/LedgerCLI/Output/ExitStatus.swift"

    private static func documents(_ tree: Tree) -> [TextFile] {
        tree.files.filter { $0.path.hasSuffix(".m" + "d") }
    }

    private static func found(
        in files: [TextFile],
        _ mark: String,
        _ problems: (String) -> [(what: String, instead: String)]
    ) -> [Finding] {
        files.flatMap { file in
            file.numbered.filter { $0.text.contains(mark) }.flatMap { line in
                problems(line.text).map {
                    Finding(file.path, line.number, $0.what, use: $0.instead)
                }
            }
        }
    }

    private static func words(_ line: String, isCode: Bool) -> [Substring] {
        if isCode { return line.split(separator: " ") }
        let spans = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }
            .flatMap { $0.element.split(separator: " ") }
        return spans + line.matches(of: /\]\(([^)]+)\)/).map(\.output.1)
    }

    /// The path that a word is, up to the first part that stands for something else; code also
    /// has names of files that its reader makes.
    private static func path(in word: Substring, isCode: Bool) -> String? {
        let word = word.hasPrefix("./") ? word.dropFirst(2) : word
        let plain = word.prefix { $0.isLetter || $0.isNumber || "/_.+-".contains($0) }
        let end = plain.lastIndex(of: "/").map { plain.index(after: $0) } ?? plain.startIndex
        let path = plain.count == word.count ? plain : plain[..<end]
        let endings = [".m" + "d", ".sql", ".swift", ".csv", ".yaml", ".yml"]
        let isPath = path.contains("/") || !isCode && endings.contains { path.hasSuffix($0) }
        guard isPath, let first = path.first, first.isLetter || path.hasPrefix(".ci/") else {
            return nil
        }
        return String(path)
    }

    private static func starts(_ path: String, in line: String) -> Bool {
        line.ranges(of: path).contains { range in
            let before = line[..<range.lowerBound].last
            return before.map { !$0.isLetter && !$0.isNumber && !"._-})".contains($0) } ?? true
        }
    }
}
