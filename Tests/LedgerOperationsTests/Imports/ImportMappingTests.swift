import LedgerOperations
import Testing

@Suite struct ImportMappingTests {
    private static let fields = """
        fields:
          docket: { column: Case }
          amount: { column: Paid }
          date: { column: Day }
        """

    @Test func `a mapping says how each field is read`() throws {
        let mapping = try ImportMapping(
            yaml: """
                kind: collection
                source: county
                fields:
                  docket: { column: Case No }
                  amount: { position: 3, decimal: comma }
                  date: { column: Day, format: DD.MM.YYYY }
                  method: { column: Type, values: { CK: check, CA: cash } }
                  memo: { value: county system }
                ignore: [Clerk]
                """,
            file: "county.yaml"
        )
        #expect(mapping.kind == .collection && mapping.source == "county")
        #expect(
            mapping.summary.map { "\($0.field): \($0.origin)" } == [
                "docket: column Case No", "amount: position 3",
                "date: column Day, written DD.MM.YYYY", "method: column Type, 2 values",
                "memo: always county system",
            ]
        )
    }

    @Test(arguments: [
        ("kind: receipt\nsource: a\n\(fields)", "m.yaml:1: one of these is needed here"),
        ("kind: collection\n\(fields)", "m.yaml:1: the key source is missing"),
        ("kind: collection\nsource: a\nseparator: dot\n\(fields)", "m.yaml:3: one of these"),
        ("kind: collection\nsource: a\nencoding: ebcdic\n\(fields)", "m.yaml:3: one of these"),
        ("kind: collection\nsource: a\nheader: no\n\(fields)", "m.yaml:1: the key columns is"),
        ("kind: collection\nsource: a\ncolumns: 4\n\(fields)", "m.yaml:3: columns are counted"),
        (
            "kind: collection\nsource: a\nheader: no\ncolumns: 4\n\(fields)",
            "has positions, not names"
        ),
        (
            "kind: collection\nsource: a\nfields:\n  docket: { column: C }\n"
                + "  date: { column: D }",
            "m.yaml:4: the field amount is missing"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\n  colour: { column: X }",
            "m.yaml:7: unknown key colour"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\n  number: { column: X, value: Y }",
            "m.yaml:7: number needs one of column, position and value"
        ),
        (
            "kind: collection\nsource: a\nfields:\n  docket: { column: C }\n"
                + "  amount: { column: A }\n  date: { column: D, format: DD/MM/YY }",
            "m.yaml:6: a format has YYYY"
        ),
        (
            "kind: collection\nsource: a\nfields:\n  docket: { column: C }\n"
                + "  amount: { column: A, decimal: comma, grouping: comma }\n"
                + "  date: { column: D }",
            "m.yaml:5: none, point, comma, space or apostrophe"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\n  method: { column: M, values: { X: gold } }",
            "m.yaml:7: gold is no method of payment"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\n  memo: { value: 123-45-6789 }",
            "m.yaml:7: LG113"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\ntrailer: { begins: T }",
            "m.yaml:7: a trailer has a count, a sum or both"
        ),
        (
            "kind: collection\nsource: a\n\(fields)\ntrailer: { begins: T, count: 1 }",
            "m.yaml:7: the first position tells"
        ),
        ("kind: [", "m.yaml:"),
    ])
    func `what is wrong with a mapping is said with its line`(yaml: String, finding: String) {
        let fault = #expect(throws: ImportFault.self) {
            try ImportMapping(yaml: yaml, file: "m.yaml")
        }
        #expect(fault?.findings.count == 1)
        #expect(fault?.findings.first?.contains(finding) == true, "\(String(describing: fault))")
    }
}
