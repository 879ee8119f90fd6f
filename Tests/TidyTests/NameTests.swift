import Testing

struct NameTests {
    @Test func `a path says what is there, not that it is new, old or useful`() {
        hold(Self.words)
    }
    @Test func `folders are named after the subjects of the ledger`() { hold(Self.folders) }
    @Test func `a Swift file is named after its principal type`() { hold(Self.types) }
    @Test func `the name of a test is a sentence`() { hold(Self.tests) }

    @Test(arguments: violations)
    func `a bad name is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("Sources/LedgerModel/Money/MoneyUtils.swift", "", words),
        Violation("sql/api/journal/old_seal.sql", "", words),
        Violation("Sources/LedgerModel/MoneyV2.swift", "", words),
        Violation("Sources/LedgerCore/Money.swift", "", words),
        Violation("Sources/LedgerModel/Things/Money.swift", "struct Money {}", folders),
        Violation("sql/api/things/seal.sql", "", folders),
        Violation("Tests/LedgerModelTests/Pool/MoneyTests.swift", "", folders),
        Violation("Sources/LedgerModel/Money/Money.swift", "struct Cents {}", types),
        Violation("Tests/A/ATests.swift", "@Test func works() {}", tests),
        Violation("Tests/A/ATests.swift", "@Test(\n)\nfunc works() {}", line: 3, tests),
        Violation("Tests/A/ATests.swift", "import XC" + "Test", tests),
    ]

    static func words(_ tree: Tree) -> [Finding] {
        let forbidden: Set = [
            "new", "old", "legacy", "util", "utils", "utilities", "help" + "er", "help" + "ers",
            "misc", "v2", "v3",
        ]
        let forbiddenInTargets: Set = ["core", "common", "basics", "shared"]
        return tree.files.compactMap { file in
            let inTarget = forbiddenInTargets.intersection(parts(of: file.target))
            let word = forbidden.intersection(parts(of: file.path)).union(inTarget).min()
            return word.map { word in
                Finding(file.path, 1, "the path says '\(word)'", use: "say what is there")
            }
        }
    }

    static func folders(_ tree: Tree) -> [Finding] {
        tree.files.compactMap { file in
            guard let unknown = unknownFolder(of: file) else { return nil }
            let instead = "use one of the subjects, or add it to NameTests.swift with its reason"
            return Finding(file.path, 1, "'\(unknown)' is no subject", use: instead)
        }
    }

    /// A file with several types, or with extensions of others, is named after what they share.
    static func types(_ tree: Tree) -> [Finding] {
        tree.swift.compactMap { file in
            let types = Set(file.lines.compactMap { type(by: $0) })
            let others = file.lines.compactMap { extended(by: $0) }.filter { !types.contains($0) }
            guard types.count == 1, others.isEmpty, let type = types.first, type != file.stem
            else { return nil }
            return Finding(file.path, 1, "the file holds \(type)", use: "name it \(type).swift")
        }
    }

    static func tests(_ tree: Tree) -> [Finding] {
        tree.swift.filter(\.isTest).flatMap { file in
            var isAwaited = false
            return file.numbered.compactMap { line -> Finding? in
                let code = line.text.drop { $0 == " " }
                if code.hasPrefix("import XC" + "Test") {
                    return Finding(file.path, line.number, "another framework", use: "use Testing")
                }
                if code.hasPrefix("@Test") { isAwaited = true }
                guard isAwaited, code.contains("func ") else { return nil }
                isAwaited = false
                if code.contains("func `") { return nil }
                let instead = "write a sentence between backticks"
                return Finding(file.path, line.number, "the test's name is a word", use: instead)
            }
        }
    }

    private static func type(by line: String) -> String? {
        guard line.first?.isLetter == true, !line.hasPrefix("private") else { return nil }
        return name(after: ["struct", "enum", "class", "actor", "protocol"], in: line)
    }

    private static func extended(by line: String) -> String? {
        line.hasPrefix("extension ") ? name(after: ["extension"], in: line) : nil
    }

    private static func name(after words: Set<String>, in line: String) -> String? {
        let code = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "`") }
        guard let place = code.firstIndex(where: { words.contains(String($0)) }) else { return nil }
        return code.dropFirst(place + 1).first.map(String.init)
    }

    /// Subjects first, then what a layer adds to them.
    ///
    /// The till is the way of money from the counter to the bank.
    private static let subjects: Set = [
        "Access", "Collections", "Corrections", "Funds", "Grants", "Imports", "Journal",
        "Openings", "Reconciliation", "Reports", "Schema", "Till", "Verification",
    ]
    private static let ofLayer: [String: Set<String>] = [
        "LedgerCLI": ["Database", "Demo", "Output", "Session", "Statutes"],
        "LedgerModel": ["Money", "Privacy", "Refusals", "Time"],
        "LedgerOperations": ["Backup", "Configuration"],
        "LedgerReports": ["Document", "Rendering", "Snapshots", "Table"],
        "LedgerStatements": [
            "Assembly", "BAI2", "CSV", "Camt", "Corpus", "Formats", "Layers", "MT940", "Markup",
            "Mapped", "NACHA", "OFX", "QIF", "References",
        ],
        "LedgerStore": ["Backup"],
        "PostgresClient": ["Connection", "Pool", "Query", "Values"],
    ]

    private static func unknownFolder(of file: TextFile) -> String? {
        if file.isIn("sql/api") {
            return file.folders.dropFirst(2).first {
                !subjects.contains($0.prefix(1).uppercased() + $0.dropFirst())
            }
        }
        guard file.isIn("Sources") || file.isTest, !file.isIn("Sources/StatuteLibrary/Rules")
        else { return nil }
        let layer = file.isTest ? file.target.replacing(/Tests$/, with: "") : file.target
        let known = (layer.hasPrefix("Ledger") ? subjects : []).union(ofLayer[layer] ?? [])
        return file.folders.dropFirst(2).first { !known.contains($0) }
    }

    /// The words of a path: `sql/api/open_dockets.sql` and `OpenDockets.swift` both say "open".
    private static func parts(of path: String) -> [String] {
        var parts = [""]
        for character in path {
            if !character.isLetter && !character.isNumber {
                parts.append("")
            } else if character.isUppercase, parts.last?.last?.isUppercase != true {
                parts.append(String(character))
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.lowercased() }
    }
}
