import Testing

struct DirectionTests {
    @Test func `imports point downwards only`() { hold(Self.imports) }
    @Test func `pure layers import nothing that could do input or output`() { hold(Self.purity) }

    @Test(arguments: violations)
    func `an import against the direction is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("Sources/LedgerCLI/A.swift", "import PostgresClient", imports),
        Violation("Sources/LedgerStore/A.swift", "package import CLibPQ", imports),
        Violation("Tests/LedgerCLITests/A.swift", "import CLibPQ", imports),
        Violation("Sources/LedgerOperations/A.swift", "\nimport ArgumentParser", line: 2, imports),
        Violation("Sources/LedgerReports/A.swift", "@testable import LedgerStore", imports),
        Violation("Sources/LedgerModel/A.swift", "import Foundation", purity),
        Violation("Sources/LedgerReports/A.swift", "import struct Foundation.Data", purity),
        Violation("Sources/LedgerStatements/A.swift", "public import Dispatch", purity),
    ]

    /// Who may import a module; tests and the benchmarks may import all but the C library.
    private static let importers: [String: Set<String>] = [
        "ArgumentParser": ["LedgerCLI", "redress"],
        "CLibPQ": ["PostgresClient"],
        "EmbeddedPostgres": ["LedgerCLI"],
        "LedgerCLI": ["redress"],
        "LedgerOperations": ["LedgerCLI"],
        "LedgerReports": ["LedgerCLI", "LedgerOperations"],
        "LedgerSchema": ["LedgerStore"],
        "LedgerStatements": ["LedgerOperations"],
        "LedgerStore": ["LedgerOperations"],
        "PostgresClient": ["LedgerOperations", "LedgerStore"],
        "StatuteLibrary": ["LedgerCLI", "LedgerOperations"],
        "Yams": ["StatuteLibrary"],
    ]

    static func imports(_ tree: Tree) -> [Finding] {
        tree.swift.flatMap { file in
            modules(file).compactMap { line, module in
                guard let allowed = importers[module], !allowed.contains(file.target) else {
                    return nil
                }
                let isFree = (file.isTest || file.isIn("Benchmarks")) && module != "CLibPQ"
                guard !isFree else { return nil }
                let instead = "go through \(allowed.sorted().joined(separator: " or "))"
                return Finding(file.path, line, "\(file.target) imports \(module)", use: instead)
            }
        }
    }

    static func purity(_ tree: Tree) -> [Finding] {
        let pure: Set = ["LedgerModel", "LedgerReports", "LedgerStatements"]
        return tree.swift.filter { pure.contains($0.target) }.flatMap { file in
            modules(file).filter { $0.module != "LedgerModel" }.map { line, module in
                let instead = "take values, and leave \(module) to the layers above"
                return Finding(file.path, line, "a pure layer imports \(module)", use: instead)
            }
        }
    }

    private static func modules(_ file: TextFile) -> [(line: Int, module: String)] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return file.numbered.compactMap { line in
            let words = line.text.split(separator: " ")
            guard line.text.first != " ", let place = words.prefix(3).firstIndex(of: "import")
            else {
                return nil
            }
            let name = words[(place + 1)...].first { !kinds.contains(String($0)) }
            return name.map { (line.number, String($0.prefix { $0 != "." })) }
        }
    }
}
