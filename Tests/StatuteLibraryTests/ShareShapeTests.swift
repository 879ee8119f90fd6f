import LedgerModel
import StatuteLibrary
import Testing

/// How the statutory shapes become tiers.
struct ShareShapeTests {
    static func plan(_ shares: String, roles: [String: [String]]) throws -> SharePlan {
        let text = RuleFileTests.sound
            .replacing("  - {recipient: first, amount: 200}\n", with: shares)
            .replacing("  - {recipient: second, amount: 300}\n", with: "")
            .replacing("partial_payment: pro_rata\n", with: "")
        let head = text.split(separator: "  - name: a part")[0]
        return try StatuteRule(yaml: String(head), file: "rule.yaml").sharePlan(resolving: roles)
    }

    static func describe(_ plan: SharePlan) -> String {
        plan.tiers.map { tier in
            let shares = tier.shares.map { "\($0.recipient) \($0.weight)" }
            return "\(tier.cap?.description ?? "-"): \(shares.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    static let roles = ["first": ["a"], "second": ["b"], "many": ["c", "d", "e"]]

    @Test func `percentages keep the fewest digits`() throws {
        let half = """
              - {recipient: first, percent: 50}
              - {recipient: second, percent: 42.5}
              - {recipient: first, percent: 7.5}

            """
        #expect(try Self.describe(Self.plan(half, roles: Self.roles)) == "-: a 575, b 425")
        let equal = """
              - {recipient: first, percent: 50}
              - {recipient: many, division: equal, percent: 50}

            """
        #expect(
            try Self.describe(Self.plan(equal, roles: Self.roles)) == "-: a 150, c 50, d 50, e 50"
        )
    }

    @Test func `components are weights as they stand`() throws {
        let shares = """
              - {recipient: first, component: 100}
              - {recipient: second, component: 10}
              - {recipient: third, component: 5}

            """
        let plan = try Self.plan(
            shares,
            roles: ["first": ["a"], "second": ["b"], "third": ["c"]]
        )
        #expect(Self.describe(plan) == "-: a 100, b 10, c 5")
        let split = try plan.split(Money(cents: 100_000), held: [.zero, .zero, .zero])
        #expect(split.map(\.description) == ["869.56", "86.96", "43.48"])
    }

    @Test func `fixed amounts make one tier pro rata`() throws {
        let rule = try StatuteRule(yaml: RuleFileTests.sound, file: "rule.yaml")
        let plan = try rule.sharePlan(resolving: Self.roles)
        #expect(Self.describe(plan) == "500.00: a 2, b 3")
    }

    @Test func `fixed amounts make one tier each in sequence, and a last one for the rest`()
        throws
    {
        let text = RuleFileTests.spoiled("pro_rata", "sequential")
            .replacing("gives: [[2, 3]]", with: "gives: [[5, 0]]")
        let rule = try StatuteRule(yaml: text, file: "rule.yaml")
        #expect(
            try Self.describe(rule.sharePlan(resolving: Self.roles)) == "200.00: a 1; 300.00: b 1"
        )
        let rest = text.replacing("second, amount: 300", with: "second, remainder: yes")
        let open = try StatuteRule(yaml: rest, file: "rule.yaml")
        #expect(try Self.describe(open.sharePlan(resolving: Self.roles)) == "200.00: a 1; -: b 1")
    }

    @Test func `a court that pays New Jersey's fee in sequence fills the first share first`() throws
    {
        let shares = """
              - {recipient: first, amount: 200}
              - {recipient: second, amount: 200}
              - {recipient: third, amount: 100}

            """
        let text = RuleFileTests.spoiled("pro_rata", "sequential")
            .replacing("  - {recipient: first, amount: 200}\n", with: shares)
            .replacing("  - {recipient: second, amount: 300}\n", with: "")
        let head = text.split(separator: "  - name: a part")[0]
        let plan = try StatuteRule(yaml: String(head), file: "rule.yaml").sharePlan(
            resolving: ["first": ["fund"], "second": ["provider"], "third": ["police"]]
        )
        let split = try plan.split(Money(cents: 123_45), held: [.zero, .zero, .zero])
        #expect(split.map(\.description) == ["123.45", "0.00", "0.00"])
    }

    @Test func `a total is made of components only where there are any`() throws {
        let rule = try StatuteRule(yaml: RuleFileTests.sound, file: "rule.yaml")
        let refusal = #expect(throws: LedgerRefusal.self) {
            try rule.total(ofComponent: Money(cents: 1))
        }
        #expect(refusal?.code == .amountOutsideStatute)
    }
}
