import LedgerModel
import StatuteLibrary
import Testing

/// A sound rule file, spoiled in one place at a time.
struct RuleFileTests {
    static let sound = """
        id: xx-1
        jurisdiction: us-xx
        citation: Example Code 1
        title: An example
        source: https://example.org
        as_of: 2024-01-01
        verified_by: nobody
        confidence: general
        window: {from: 2020-01-01, to: 2024-12-31}
        debt_kind: fee
        assessment:
          basis: per_offender
          amounts:
            - {amount: 500}
        shares:
          - {recipient: first, amount: 200}
          - {recipient: second, amount: 300}
        partial_payment: pro_rata
        rounding: furthest_behind
        remittance: {within_months: 1}
        payment_orders: [state-default]
        spending:
          allowed: [survivor_services]
        examples:
          - name: the fee
            assess: {judgment: 2024-01-01}
            gives: 500
          - name: a part
            split: {payments: [5], roles: {first: [a], second: [b]}}
            gives: [[2, 3]]
        """

    static func spoiled(_ old: String, _ new: String) -> String {
        sound.replacing(old, with: new, maxReplacements: 1)
    }

    @Test func `the sound file is read`() throws {
        let rule = try StatuteRule(yaml: Self.sound, file: "rule.yaml")
        #expect(rule.shares.map(\.role) == ["first", "second"])
        #expect(rule.runExamples().map(\.isAsExpected) == [true, true])
    }

    @Test(
        arguments: [
            ("id: xx-1", "id: [", 3, "did not find expected"),
            ("id: xx-1", "colour: red\nid: xx-1", 1, "unknown key colour"),
            ("id: xx-1", "id: xx-1\nid: xx-2", 1, "the same key twice: id"),
            ("title: An example\n", "", 1, "the key title is missing"),
            ("title: An example", "title: [a]", 4, "a single value is needed"),
            ("as_of: 2024-01-01", "as_of: 2024-1-1", 6, "not a day of the calendar"),
            ("confidence: general", "confidence: sure", 8, "text_read, secondary, general"),
            ("from: 2020-01-01, to: 2024", "from: 2025-01-01, to: 2024", 9, "ends before"),
            ("window: {from", "window: {until: 1, from", 9, "unknown key until"),
            ("debt_kind: fee", "debt_kind: NO", 10, "one of these is needed"),
            ("basis: per_offender", "basis: per_day", 12, "per_count, per_offender"),
            ("- {amount: 500}", "- {amount: 5e2}", 14, "only digits"),
            ("- {amount: 500}", "- {amount: -500}", 14, "only digits"),
            ("- {amount: 500}", "- {amount: 500.001}", 14, "two decimals"),
            ("- {amount: 500}", "- {minimum: 6, maximum: 5}", 14, "below the minimum"),
            ("- {amount: 500}", "- {amount: 500, minimum: 5}", 14, "excludes"),
            ("- {amount: 500}", "- {amount: 500, priors: few}", 14, "priors such as"),
            ("- {amount: 500}", "- {amount: 500, entity: true}", 14, "yes or no"),
            ("    - {amount: 500}", "    []", 12, "an amount is needed"),
            ("- {amount: 500}", "- {amount: 500}\n  reducible_by: 3/2", 15, "2/3"),
            ("amount: 200", "amount: 201", 16, "add up to 501.00"),
            ("amount: 200", "percent: 40", 16, "cannot be mixed"),
            ("amount: 200", "amount: 200, percent: 4", 16, "one of percent"),
            ("amount: 200", "amount: 0", 16, "above 0"),
            ("amount: 200", "remainder: yes", 16, "the remainder is the last"),
            ("second, amount: 300", "second, amount: 300, division: fair", 17, "by_judgment"),
            ("partial_payment: pro_rata\n", "", 16, "need partial_payment"),
            ("rounding: furthest_behind", "rounding: half_up", 19, "furthest_behind"),
            ("{within_months: 1}", "monthly", 20, "unstated or a mapping"),
            ("{within_months: 1}", "{within_months: 13}", 20, "from 1 to 12"),
            ("{within_months: 1}", "{within_days: 1}", 20, "unknown key within_days"),
            ("{within_months: 1}", "{after: quarter}", 20, "either within_months or yearly"),
            ("within_months: 1}", "within_months: 1, after: year}", 20, "only quarter"),
            ("{within_months: 1}", "{yearly: 02-29}", 20, "a day of every year"),
            ("{within_months: 1}", "{yearly: 01-01, after: quarter}", 20, "excludes after"),
            ("[state-default]", "[state-default]\ninterest: {over: 1}", 22, "from_day is missing"),
            ("[state-default]", "[state-default]\nlate: 30", 22, "a mapping of keys"),
            ("[state-default]", "[state-default]\nceases_after_years: 0", 22, "from 1 to 100"),
            (
                "[state-default]",
                "[state-default]\nliability_ends: {years_after_judgment: 101}", 22,
                "from 1 to 100"
            ),
            ("[state-default]", "[by-mood]", 21, "no payment order is called by-mood"),
            ("[state-default]", "[]", 21, "a payment order is needed"),
            ("[state-default]", "[state-default]\ngated_by: [fine]", 22, "another gate"),
            ("[survivor_services]", "[parties]", 23, "one of these is needed"),
            ("gives: 500", "gives: 501", 25, "gives 500.00, not 501.00"),
            ("gives: 500", "refused: LG204", 25, "gives 500.00, not LG204"),
            ("gives: 500", "refused: LG999", 27, "one of these is needed"),
            ("gives: [[2, 3]]", "gives: [[3, 2]]", 28, "gives 2.00 / 3.00, not 3.00 / 2.00"),
            ("gives: [[2, 3]]", "gives: [[2, 3]]\n    refused: LG204", 28, "either gives"),
            ("payments: [5]", "payments: 5", 29, "a list is needed"),
        ] as [(String, String, Int, String)]
    )
    func `a spoiled file is refused at its line with the reason`(
        old: String,
        new: String,
        line: Int,
        reason: String
    ) {
        let error = #expect(throws: StatuteFileError.self) {
            try StatuteRule(yaml: Self.spoiled(old, new), file: "rule.yaml")
        }
        #expect(error?.file == "rule.yaml")
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func `percentages that do not make a hundred are refused`() {
        let text = Self.spoiled("amount: 200", "percent: 40")
            .replacing("amount: 300", with: "percent: 59.9999")
            .replacing("partial_payment: pro_rata\n", with: "")
        let error = #expect(throws: StatuteFileError.self) {
            try StatuteRule(yaml: text, file: "rule.yaml")
        }
        #expect(error?.line == 16)
        #expect(error?.reason == "the shares add up to 99.9999 percent, not 100")
    }

    @Test(arguments: ["", "just words", "- a list", "\u{0}"])
    func `what is no rule file at all is refused`(text: String) {
        let error = #expect(throws: StatuteFileError.self) {
            try StatuteRule(yaml: text, file: "rule.yaml")
        }
        #expect(error?.line == 1)
    }

    @Test func `overlapping versions are refused and versions in a row are told apart`() throws {
        let first = try StatuteRule(yaml: Self.sound, file: "first.yaml")
        func second(_ day: String) throws -> StatuteRule {
            try StatuteRule(
                yaml: Self.spoiled("from: 2020-01-01, to: 2024-12-31", "from: \(day)")
                    .replacing("judgment: 2024-01-01", with: "judgment: 2026-01-01"),
                file: "second.yaml"
            )
        }
        let library = try StatuteLibrary(rules: [second("2025-01-01"), first], profiles: [])
        let date = try LedgerDate(iso: "2024-12-31")
        #expect(try library.rule("xx-1", on: date) == first)
        #expect(try library.rule("xx-1", on: date.adding(days: 1)).effectiveTo == nil)
        let error = #expect(throws: StatuteFileError.self) {
            try StatuteLibrary(rules: [second("2024-12-31"), first], profiles: [])
        }
        #expect(
            error?.description
                == "second.yaml:9: the window overlaps the one in first.yaml"
        )
    }

    @Test func `a missing file and an empty folder are named`() {
        let file = #expect(throws: StatuteFileError.self) {
            try StatuteLibrary.load(file: "nowhere/rule.yaml")
        }
        #expect(file?.description == "nowhere/rule.yaml:1: the file cannot be read")
        #expect(throws: StatuteFileError.self) { try StatuteLibrary.load(folder: "nowhere") }
    }
}
