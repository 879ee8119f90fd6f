public import LedgerModel
import LedgerStore
import StatuteLibrary

/// One rule by which lines of a statement and of the books are matched.
public struct MatchRule: Hashable, Sendable {
    /// How lines are looked for.
    public enum Pass: String, CaseIterable, Sendable {
        /// One with one by an equal key and amount.
        case reference
        /// By an equal key where the amounts differ; only proposes.
        case referenceAmount = "reference_amount"
        /// One with several by an equal key, the sums equal.
        case batch
        /// One with all of a day and kind.
        case group
        /// What the books or the bank took back.
        case returned
        /// One with one by an amount that nothing else has.
        case amount
        /// Lines of one amount, as many with as many.
        case bucket
        /// Several with several by an equal key, the sums equal.
        case shared
        /// One with some that add up to it.
        case subset
        /// By the names in the text of the bank; only proposes.
        case names
    }

    /// The name of the rule in its set: lower-case letters, digits and hyphens.
    public var name: String
    /// How lines are looked for.
    public var pass: Pass
    /// The kinds of keys, surest first; `any` is a key of which the bank does not say what it is.
    public var kinds: [String]
    /// By how many banking days the bank may be before the books.
    public var daysBefore: Int
    /// By how many banking days the bank may be after the books.
    public var daysAfter: Int
    /// By how much amounts may differ.
    public var tolerance: Money
    /// Whether what is found is matched without a person.
    public var mayConfirm: Bool
    /// The role of the account to which a person may post what differs.
    public var differenceRole: String?
}

extension MatchRule {
    init(_ row: MatchRuleRow) {
        name = row.name
        pass = Pass(rawValue: row.pass) ?? .reference
        kinds = row.kinds
        daysBefore = Int(row.daysBefore)
        daysAfter = Int(row.daysAfter)
        tolerance = Money(cents: row.toleranceMinor)
        mayConfirm = row.mayConfirm
        differenceRole = row.differenceRole
    }

    /// Reads a file of rules, or throws an ``ImportFault`` that names file and line.
    static func rules(yaml text: String, file: String) throws(ImportFault) -> [MatchRule] {
        do {
            let root = try FileNode(yaml: text, file: file).mapping(["rules"])
            return try root.list("rules").map { node throws(StatuteFileError) in
                try MatchRule(node)
            }
        } catch {
            throw ImportFault(findings: ["\(error)"])
        }
    }

    private init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(
            ["name", "pass", "kinds", "days", "tolerance", "confirm", "difference"]
        )
        let days = try map["days"]?.mapping(["before", "after"])
        name = try map.text("name")
        pass = try map.required("pass").choice(Pass.self)
        kinds = try map["kinds"]?.texts() ?? []
        daysBefore = try days?["before"]?.number() ?? 0
        daysAfter = try days?["after"]?.number() ?? 0
        tolerance = try map["tolerance"]?.money() ?? .zero
        mayConfirm = try map["confirm"]?.flag() ?? false
        differenceRole = try map["difference"]?.text()
    }

    func field(number: Int? = nil) -> DoorCommand.Field {
        var fields: [String: DoorCommand.Field] = [
            "name": .text(name), "pass": .text(pass.rawValue), "kinds": .texts(kinds),
            "days_before": .number(Int64(daysBefore)), "days_after": .number(Int64(daysAfter)),
            "tolerance_minor": .number(tolerance.cents), "may_confirm": .flag(mayConfirm),
            "difference_role": .text(differenceRole),
        ]
        if let number { fields["rule_no"] = .number(Int64(number)) }
        return .object(fields)
    }
}
