import Testing

struct RefusalListTests {
    @Test func `every code of a refusal is in the list`() { hold(Self.used) }
    @Test func `the list and the type of refusals say the same`() { hold(Self.same) }
    @Test func `the list is in order and names no code twice`() { hold(Self.order) }

    @Test(arguments: violations)
    func `a code that is astray is found`(_ violation: Violation) { violation.prove() }

    private static let list = "sql/refusals.csv"
    private static let type = "Sources/LedgerModel/Refusals/LedgerRefusal+Code.swift"
    private static let words = "Sources/LedgerModel/Refusals/RefusalWords+Journal.swift"
    private static let wordFiles = "Sources/LedgerModel/Refusals/RefusalWords+"
    private static let head = "code,name,message,hint\n"
    private static let row = "LG" + "001,not_bound,Not bound.,Log in.\n"

    static let violations = [
        Violation("sql/api/a.sql", "'LG" + "999'", used),
        Violation("Sources/A/B.swift", "\n// `LG" + "999`", line: 2, used),
        Violation([list: head + row, type: "", words: literals], at: ["\(list):2"], same),
        Violation(
            [
                list: head + row, words: literals,
                type: "case notBound = \"LG" + "001\"\ncase other = \"LG" + "002\"",
            ],
            at: ["\(type):2"],
            same
        ),
        Violation(
            [list: head + row, words: literals, type: "case unbound = \"LG" + "001\""],
            at: ["\(list):2"],
            same
        ),
        Violation(
            [list: head + row, words: "", type: "case notBound = \"LG" + "001\""],
            at: ["\(list):2"],
            same
        ),
        Violation(list, head + row + row, line: 3, order),
        Violation(list, head + "LG" + "000,zero,Zero.,None.\n", line: 2, order),
        Violation(list, head + "LG" + "002,a,Not, quite.,None.\n", line: 2, order),
    ]

    private static let literals = "\"Not bound.\"\n\"Log in.\""

    static func used(_ tree: Tree) -> [Finding] {
        let known = Set(rows(tree).map(\.fields[0]))
        let files = tree.files.filter { $0.isSQL || $0.isSwift && $0.isIn("Sources") }
        return files.flatMap { file in
            file.numbered.filter { $0.text.contains("LG") }.flatMap { line in
                line.text.matches(of: /\bLG[0-9]{3}\b/).map { String($0.output) }
                    .filter { !known.contains($0) }
                    .map {
                        Finding(
                            file.path,
                            line.number,
                            "\($0) is unknown",
                            use: "list it in \(list)"
                        )
                    }
            }
        }
    }

    static func same(_ tree: Tree) -> [Finding] {
        guard let type = tree[path: type] else { return [] }
        let words = tree.files.filter { $0.path.hasPrefix(wordFiles) }.map(\.text).joined()
        let cases = type.numbered.compactMap { line in
            line.text.firstMatch(of: /case (\w+) = "(LG[0-9]{3})"/).map {
                (number: line.number, name: snake($0.output.1), code: String($0.output.2))
            }
        }
        let rows = rows(tree)
        let missing = cases.filter { entry in !rows.contains { $0.fields[0] == entry.code } }
        return missing.map { entry in
            Finding(
                type.path,
                entry.number,
                "\(entry.code) is not listed",
                use: "add it to \(list)"
            )
        }
            + rows.compactMap { row in
                let isNamed = cases.contains {
                    $0.code == row.fields[0] && $0.name == row.fields[1]
                }
                let isSaid = row.fields[2...].allSatisfy { words.contains("\"\($0)\"") }
                guard !isNamed || !isSaid else { return nil }
                let what = "\(row.fields[0]) has another name or words in Swift"
                return Finding(list, row.number, what, use: "write both alike")
            }
    }

    static func order(_ tree: Tree) -> [Finding] {
        let rows = rows(tree)
        return zip([""] + rows.map(\.fields[0]), rows).compactMap { before, row in
            let isFull = row.fields.count == 4 && !row.fields.contains("")
            guard before >= row.fields[0] || row.fields[0].hasSuffix("000") || !isFull else {
                return nil
            }
            let instead = "write one row per code, ascending, with name, message and hint"
            return Finding(list, row.number, "the row is out of order", use: instead)
        }
    }

    private static func rows(_ tree: Tree) -> [(number: Int, fields: [String])] {
        (tree[path: list]?.numbered ?? []).dropFirst().map { ($0.number, fields($0.text)) }
    }

    /// The fields of a row; between quotes a comma is text.
    private static func fields(_ row: String) -> [String] {
        var isQuoted = false
        var fields = [""]
        for character in row {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    private static func snake(_ name: Substring) -> String {
        name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }
}
