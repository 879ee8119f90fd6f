import Testing

struct SourceTests {
    @Test func `only doors print`() { hold(Self.prints) }
    @Test func `nothing is forced and nothing is left for later`() { hold(Self.leftovers) }
    @Test func `only the library is public`() { hold(Self.access) }
    @Test func `only mains read the environment`() { hold(Self.environment) }

    @Test(arguments: violations)
    func `a slip in a source is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("Sources/LedgerStore/A.swift", "    pri" + "nt(1)", prints),
        Violation("Tests/A/B.swift", "if a { debugPri" + "nt(1) }", prints),
        Violation("Sources/A/B.swift", "try" + "! a()", leftovers),
        Violation("sql/api/a.sql", "-- TO" + "DO: later", leftovers),
        Violation("scripts/test", "# FIX" + "ME", leftovers),
        Violation("Sources/LedgerStore/A.swift", "    public let a = 1", access),
        Violation("Sources/LedgerStore/A.swift", "Process" + "Info.processInfo", environment),
        Violation("Sources/LedgerCLI/A.swift", "get" + "env(\"A\")", environment),
    ]

    @Test func `what only looks like a slip is left alone`() {
        let tree = Tree([
            "Sources/LedgerCLI/A.swift": "print(1)",
            "Sources/LedgerStore/A.swift": "public import B\nblueprint(1)\n// pri" + "nt(1)",
            "Sources/LedgerModel/A.swift": "public let a = 1",
            "Sources/redress/main.swift": "Process" + "Info.processInfo.environment",
        ])
        let rules: [Rule] = [Self.prints, Self.leftovers, Self.access, Self.environment]
        for rule in rules { #expect(rule(tree).isEmpty) }
    }

    static func prints(_ tree: Tree) -> [Finding] {
        let doors: Set = ["LedgerCLI", "redress", "Benchmarks"]
        return tree.swift.filter { !doors.contains($0.target) }.flatMap { file in
            let calls = ["pri" + "nt(", "debugPri" + "nt("]
            return lines(of: file, calling: calls).map { line in
                Finding(file.path, line, "the code prints", use: "return it to a door")
            }
        }
    }

    static func leftovers(_ tree: Tree) -> [Finding] {
        let marks = [
            ("try" + "!", "throw or handle the error"), ("TO" + "DO", "do it or leave it out"),
            ("FIX" + "ME", "mend it"),
        ]
        return tree.files.flatMap { file in
            file.numbered.flatMap { line in
                marks.filter { line.text.contains($0.0) }
                    .map { Finding(file.path, line.number, "'\($0.0)'", use: $0.1) }
            }
        }
    }

    static func access(_ tree: Tree) -> [Finding] {
        let library: Set = ["LedgerModel", "LedgerOperations", "LedgerReports"]
        return tree.swift.filter { !library.contains($0.target) }.flatMap { file in
            file.numbered.filter { line in
                let words = line.text.split(separator: " ").prefix(2)
                return words.first == "public" && words.last != "import"
            }.map { Finding(file.path, $0.number, "the code is public", use: "write 'package'") }
        }
    }

    static func environment(_ tree: Tree) -> [Finding] {
        let mains: Set = ["redress", "Benchmarks"]
        return tree.swift.filter { !$0.isTest && !mains.contains($0.target) }.flatMap { file in
            lines(of: file, calling: ["Process" + "Info", "get" + "env("]).map { line in
                let instead = "take it as a parameter from the main"
                return Finding(file.path, line, "the environment is read", use: instead)
            }
        }
    }

    /// The lines of code that call one of these by its whole name.
    private static func lines(of file: TextFile, calling names: [String]) -> [Int] {
        file.numbered.filter { line in
            let code = line.text.drop { $0 == " " }
            return !code.hasPrefix("//")
                && names.contains { name in
                    code.ranges(of: name).contains { range in
                        let before = code[..<range.lowerBound].last
                        return before.map { !$0.isLetter && $0 != "." && $0 != "\"" } ?? true
                    }
                }
        }.map(\.number)
    }
}
