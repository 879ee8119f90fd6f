public import LedgerModel
import LedgerStore

/// The rules of a bank account in their order.
public struct MatchRules: Hashable, Sendable {
    /// The version of the account's own rules; nil for those built in.
    public let version: Int?
    /// The rules, surest first.
    public let rules: [MatchRule]
}

/// What one rule would find in past days, and how that agrees with the matches that stand.
public struct TriedRule: Hashable, Sendable {
    /// The name of the rule.
    public let name: String
    /// How it looks for lines.
    public let pass: String
    /// What it would confirm, propose, and call ambiguous.
    public let confirmed: Int, proposed: Int, ambiguous: Int
    /// Of what it would confirm: how much is matched just so, and how much otherwise.
    public let confirmedRight: Int, confirmedWrong: Int
    /// Of what it would propose: how much is matched just so, and how much otherwise.
    public let proposedRight: Int, proposedWrong: Int

    /// In ten-thousandths: what it would confirm and is matched just so, of all it would confirm
    /// that is matched; nil where none is.
    public var precision: Int? {
        let matched = confirmedRight + confirmedWrong
        return matched == 0 ? nil : confirmedRight * 10_000 / matched
    }
}

extension Ledger {
    /// The rules that hold for a bank account; refused with `LG901`.
    public func matchRules(of account: String) async throws -> MatchRules {
        let entry = try await bankAccountEntry(account)
        let rows = try await attempt {
            try await store.withTransaction { try await $0.matchRules(account: entry) }
        }
        return MatchRules(
            version: rows.first?.version.map(Int.init),
            rules: rows.map(MatchRule.init)
        )
    }

    /// Gives a bank account rules of its own; the newest hold.
    ///
    /// `text` is YAML; throws an ``ImportFault`` with its lines where it cannot be read. Refused
    /// with `LG901`, and with `LG926` for rules that a ledger cannot keep.
    @discardableResult
    public func setMatchRules(
        yaml text: String,
        file: String,
        of account: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let rules = try MatchRule.rules(yaml: text, file: file)
        return try await record(
            .setMatchRules,
            [
                "bank_account": .number(try await bankAccountEntry(account)),
                "rules": .list(rules.map { $0.field() }),
            ],
            options
        )
    }

    /// What rules would find in the lines of some days as if nothing had been matched, beside the
    /// matches that stand; keeps nothing.
    ///
    /// Without `yaml` the rules that hold are tried. Sums of several lines are not searched.
    public func tryMatchRules(
        yaml text: String? = nil,
        file: String = "",
        of account: String,
        from begin: LedgerDate? = nil,
        through end: LedgerDate? = nil
    ) async throws -> [TriedRule] {
        let entry = try await bankAccountEntry(account)
        let rules: [MatchRule] =
            if let text {
                try MatchRule.rules(yaml: text, file: file)
            } else {
                try await matchRules(of: account).rules
            }
        let json = try DoorCommand.Field.list(
            rules.enumerated().map { $1.field(number: $0 + 1) }
        ).json
        let day = try await date(end.map(BusinessDay.on) ?? .today, books())
        let rows = try await attempt {
            try await store.withTransaction(keeping: false) {
                try await $0.tryMatchRules(account: entry, rules: json, from: begin, through: day)
            }
        }
        return rows.map(TriedRule.init)
    }

    func bankAccountEntry(_ code: String) async throws -> Int64 {
        let numbers = try await attempt {
            try await store.withTransaction { try await $0.bankAccountNumbers() }
        }
        guard let found = numbers.first(where: { $0.account == code }) else {
            throw LedgerRefusal(.bankAccountUnknown, detail: code)
        }
        return found.accountID
    }
}

extension TriedRule {
    fileprivate init(_ row: TriedRuleRow) {
        name = row.name
        pass = row.pass
        let counts = row.counts.map { Int($0) }
        (confirmed, proposed, ambiguous) = (counts[0], counts[1], counts[2])
        (confirmedRight, confirmedWrong) = (counts[3], counts[4])
        (proposedRight, proposedWrong) = (counts[5], counts[6])
    }
}
