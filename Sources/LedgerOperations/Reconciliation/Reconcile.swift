import Crypto
public import LedgerModel
import LedgerStore
import PostgresClient

/// What a run of the rules matched on one bank account.
public struct ReconcileRun: Hashable, Sendable {
    /// What one rule did.
    public struct Pass: Hashable, Sendable {
        /// The name of the rule.
        public let name: String
        /// How it looked for lines.
        public let pass: String
        /// How many lines of each side it looked at.
        public let statementLines: Int, bookLines: Int
        /// How many matches it confirmed, proposed and found ambiguous.
        public let confirmed: Int, proposed: Int, ambiguous: Int
        /// How many of its earlier proposals it did not find again and dissolved.
        public let dissolved: Int
    }

    /// What is not explained on one side.
    public struct Open: Hashable, Sendable {
        /// How many lines.
        public let lines: Int
        /// Their sum, above zero into the account.
        public let amount: Money
    }

    /// The code of the bank account.
    public let account: String
    /// The last day whose lines were looked at.
    public let through: LedgerDate
    /// The key under which the run can be finished or repeated.
    public let key: String
    /// The rules in their order.
    public let passes: [Pass]
    /// SHA-256 of all that was found, in its order; the same for the same inputs.
    public let resultHash: String
    /// What is still open on both sides, proposals included.
    public let openStatement: Open, openBook: Open
    /// Whether nothing was kept.
    public let isDryRun: Bool
}

extension Ledger {
    /// Matches what the bank says and what the books say about an account, through a day.
    ///
    /// Each rule is a transaction of its own: a run that was interrupted has done each rule wholly
    /// or not at all, and under the same request key it is finished. What was matched stays; a
    /// proposal that is not found any more is dissolved; what a person refused is not found again.
    /// Refused with `LG901` for an unknown account, `LG105` for a day to come.
    public func reconcile(
        _ account: String,
        through day: LedgerDate? = nil,
        _ options: CommandOptions = CommandOptions(),
        progress: @Sendable @escaping (String) -> Void = { _ in }
    ) async throws -> ReconcileRun {
        let books = try await books()
        let today = try date(.today, books)
        let through = day ?? today
        guard through <= today else {
            throw LedgerRefusal(.dateInFuture, detail: "reconcile through \(through)")
        }
        let entry = try await bankAccountEntry(account)
        let rules = try await matchRules(of: account).rules
        let key = options.requestKey
        let sweeps = try await attempt(key) {
            try await store.runMatchPasses(keeping: !options.isDryRun) {
                ReconcileRun.opensMore($0, rules)
            } _: { connection, sweep, number in
                if rules.count >= Int(number) { progress(rules[Int(number) - 1].name) }
                let key = sweep == 1 ? key : "\(key.prefix(190))#\(sweep)"
                let search = SumSearch(account: entry, key: key, number: number, day: through)
                let sums = try await search.sums(connection)
                return try await connection.runMatchPass(
                    account: entry,
                    key: key,
                    number: number,
                    asOf: through,
                    sums
                )
            }
        }
        let open = try await attempt {
            try await store.withTransaction {
                try await $0.openLines(account: entry, asOf: through)
            }
        }
        await sealQuietly(after: options)
        let hash = SHA256.hash(data: Array(sweeps.joined().map(\.hash).joined().utf8))
        return ReconcileRun(
            account: account,
            through: through,
            key: key,
            passes: ReconcileRun.passes(of: sweeps, rules),
            resultHash: hash.map(BankText.hex).joined(),
            openStatement: ReconcileRun.Open(open.statement),
            openBook: ReconcileRun.Open(open.book),
            isDryRun: options.isDryRun
        )
    }

    /// SHA-256 of all matches that stand on a bank account; the same inputs and rules give the
    /// same, however and how often they were matched.
    public func matchHash(of account: String) async throws -> String {
        let entry = try await bankAccountEntry(account)
        return try await attempt {
            try await store.withTransaction { try await $0.matchHash(account: entry) }
        }
    }
}

extension ReconcileRun {
    /// Whether lines were explained by what no other line fitted, so that fewer fit now: what was
    /// ambiguous before may be certain, and is looked at again until nothing more is.
    fileprivate static func opensMore(_ rows: [MatchPassRow], _ rules: [MatchRule]) -> Bool {
        let byKey: Set<MatchRule.Pass> = [.reference, .referenceAmount, .batch, .shared]
        return rows.contains { row in
            let place = Int(row.ruleNumber) - 1
            return row.confirmed > 0
                && !(rules.indices.contains(place) && byKey.contains(rules[place].pass))
        }
    }

    /// What all sweeps confirmed and dissolved, and what the last one left open.
    fileprivate static func passes(
        of sweeps: [[MatchPassRow]],
        _ rules: [MatchRule]
    ) -> [Pass] {
        (sweeps.last ?? []).enumerated().map { place, last in
            let rows = sweeps.compactMap { $0.indices.contains(place) ? $0[place] : nil }
            return Pass(
                name: rules.indices.contains(place) ? rules[place].name : "\(last.ruleNumber)",
                pass: rules.indices.contains(place) ? rules[place].pass.rawValue : "",
                statementLines: Int(rows[0].statementLines),
                bookLines: Int(rows[0].bookLines),
                confirmed: rows.reduce(0) { $0 + Int($1.confirmed) },
                proposed: Int(last.proposed),
                ambiguous: Int(last.ambiguous),
                dissolved: rows.reduce(0) { $0 + Int($1.dissolved) }
            )
        }
    }
}

extension ReconcileRun.Open {
    fileprivate init(_ row: OpenLinesRow) {
        lines = Int(row.lines)
        amount = row.amount
    }
}
