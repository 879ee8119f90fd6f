import Crypto
import Foundation
import Testing

struct SchemaFileTests {
    @Test func `migrations are numbered once, from 0001, without a gap`() { hold(Self.numbers) }
    @Test func `a landed migration is as it was recorded`() { hold(Self.digests) }
    @Test func `a file of the pour makes one object, named after it, and says what it is`() {
        hold(Self.objects)
    }
    @Test func `the schema lists every file exactly once`() { hold(Self.list) }
    @Test func `stone never mentions sand`() { hold(Self.stone) }

    @Test(arguments: violations)
    func `a disorder of the schema is found`(_ violation: Violation) { violation.prove() }

    static let violations = [
        Violation("sql/migrations/001_a.sql", "", numbers),
        Violation("sql/migrations/0002_a.sql", "", numbers),
        Violation(
            ["sql/migrations/0001_a.sql": "", "sql/migrations/0001_b.sql": ""],
            at: ["sql/migrations/0001_b.sql:1"],
            numbers
        ),
        Violation("sql/migrations/0001_a.sql", "", digests),
        Violation(
            [
                "sql/migrations/0001_a.sql": "SELECT 1;",
                recorded: "\(String(repeating: "0", count: 64))  0001_a.sql\n",
            ],
            at: ["sql/migrations/0001_a.sql:1"],
            digests
        ),
        Violation(recorded, "\(String(repeating: "0", count: 64))  0001_a.sql\n", digests),
        Violation("sql/api/journal/seal.sql", poured("sela"), objects),
        Violation("sql/api/journal/seal.sql", poured("seal") + poured("sela"), line: 5, objects),
        Violation("sql/api/journal/seal.sql", "-- Seals.\nSELECT 1;\n", objects),
        Violation("sql/api/journal/seal.sql", "\n" + poured("seal"), objects),
        Violation("sql/api/journal/seal.sql", "-- Seals.\nCREATE VIEW ledger_api.seal", objects),
        Violation(
            ["sql/LedgerSchema.swift": "", "sql/api/journal/seal.sql": ""],
            at: ["sql/api/journal/seal.sql:1"],
            list
        ),
        Violation("sql/LedgerSchema.swift", "\"api/journal/seal.sql\"", list),
        Violation(
            [
                "sql/LedgerSchema.swift": "\"0001_a\",\n\"0001_a\"",
                "sql/migrations/0001_a.sql": "",
            ],
            at: ["sql/LedgerSchema.swift:2"],
            list
        ),
        Violation("sql/migrations/0001_a.sql", "SELECT ledger_api.seal();", stone),
    ]

    static func numbers(_ tree: Tree) -> [Finding] {
        migrations(tree).enumerated().compactMap { index, file in
            let digits = String(index + 1)
            let number = String(repeating: "0", count: 4 - digits.count) + digits
            guard !file.name.hasPrefix(number + "_") else { return nil }
            return Finding(file.path, 1, "not migration \(number)", use: "number it \(number)_")
        }
    }

    static func digests(_ tree: Tree) -> [Finding] {
        let landed: [(name: String, digest: String)] = (tree[path: recorded]?.lines ?? []).map {
            (String($0.dropFirst(66)), String($0.prefix(64)))
        }
        let gone = landed.enumerated().compactMap { index, entry in
            tree.contains("sql/migrations/\(entry.name)")
                ? nil : Finding(recorded, index + 1, "\(entry.name) is gone", use: "restore it")
        }
        return gone
            + migrations(tree).compactMap { file in
                let digest = SHA256.hash(data: Data(file.text.utf8))
                    .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                guard let known = landed.first(where: { $0.name == file.name }) else {
                    let line = "add the line '\(digest)  \(file.name)' to \(recorded)"
                    return Finding(file.path, 1, "the migration is not recorded", use: line)
                }
                guard known.digest != digest else { return nil }
                let instead =
                    "restore it and write a new one; before the first release: record it anew"
                return Finding(file.path, 1, "a landed migration was edited", use: instead)
            }
    }

    static func objects(_ tree: Tree) -> [Finding] {
        poured(tree).flatMap { file in
            let made = file.numbered.compactMap { line in
                object(madeBy: line.text).map { (line.number, $0) }
            }
            var findings = made.dropFirst().map { number, name in
                Finding(file.path, number, "makes \(name) too", use: "give it a file of its own")
            }
            if made.first?.1 != file.stem {
                let what = "makes \(made.first?.1 ?? "nothing"), not \(file.stem)"
                findings.append(Finding(file.path, 1, what, use: "name file and object alike"))
            }
            let speaks = file.text.hasPrefix("-- ") && file.text.contains("\nCOMMENT ON ")
            if !speaks, findings.isEmpty {
                let instead = "open with a sentence and repeat it in COMMENT ON"
                findings.append(
                    Finding(file.path, 1, "the file does not say what it is", use: instead)
                )
            }
            return findings
        }
    }

    static func list(_ tree: Tree) -> [Finding] {
        let source = "sql/LedgerSchema.swift"
        guard let file = tree[path: source] else { return [] }
        var listed: Set<String> = []
        var findings: [Finding] = []
        for line in file.numbered {
            for literal in line.text.split(separator: "\"") {
                let isMigration = literal.prefix(5).wholeMatch(of: /[0-9]{4}_/) != nil
                guard isMigration || literal.hasSuffix(".sql") else { continue }
                let path = isMigration ? "sql/migrations/\(literal).sql" : "sql/\(literal)"
                if !tree.contains(path), literal != "migrations/\\(name).sql" {
                    let what = "\(literal) is listed"
                    findings.append(
                        Finding(source, line.number, what, use: "there is no such file")
                    )
                } else if !listed.insert(path).inserted {
                    let what = "\(literal) is listed again"
                    findings.append(Finding(source, line.number, what, use: "list it once"))
                }
            }
        }
        let files = tree.files.filter { $0.isSQL && ($0.isIn("sql/api") || $0.isIn(stoneFolder)) }
        return findings
            + files.filter { !listed.contains($0.path) }.map {
                Finding($0.path, 1, "the file is not poured", use: "list it in \(source)")
            }
    }

    static func stone(_ tree: Tree) -> [Finding] {
        migrations(tree).flatMap { file in
            file.numbered.filter { $0.text.contains("ledger_api") }.map { line in
                let instead = "move what needs it to sql/api"
                return Finding(file.path, line.number, "stone rests on sand", use: instead)
            }
        }
    }

    private static let stoneFolder = "sql/migrations"
    private static let recorded = "sql/migrations/HASHES"

    private static func migrations(_ tree: Tree) -> [TextFile] {
        tree.files.filter { $0.isSQL && $0.isIn(stoneFolder) }
    }

    /// Roles and grants make no object.
    private static func poured(_ tree: Tree) -> [TextFile] {
        let exempt = ["sql/api/grants.sql", "sql/api/roles.sql"]
        return tree.files.filter { $0.isSQL && $0.isIn("sql/api") && !exempt.contains($0.path) }
    }

    private static func object(madeBy line: String) -> String? {
        let line = line.drop { $0 == " " }
        guard line.hasPrefix("CREATE "), let range = line.firstRange(of: " ledger_api.") else {
            return nil
        }
        return String(line[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }

    private static func poured(_ name: String) -> String {
        "-- Seals.\nCREATE FUNCTION ledger_api.\(name)() RETURNS void\n"
            + "COMMENT ON FUNCTION ledger_api.\(name) IS 'Seals.';\n"
    }
}
