public import LedgerModel
import LedgerStore
import PostgresClient

/// A sign-off that waits for its reviewer.
public struct PreparedSignOff: Sendable {
    /// How it was recorded; its entry is the number by which the reviewer signs.
    public let recorded: Recorded
    /// The adjusted balances of bank, books and cases.
    public let balances: [Money]
    /// How many statement lines, book lines and matches it covers.
    public let counts: [Int64]
    /// SHA-256 of everything that will be signed, in hexadecimal digits.
    public let digest: String
}

/// The sign-off as it was prepared, for a second person.
private struct SignOffFacts: Encodable {
    let account: String
    let through: String
    let digest: String
    let reason: String?
}

extension Ledger {
    /// Prepares the reconciliation of a bank account through a day for a reviewer.
    ///
    /// `reason` names the difference between the balances, where there is one. Refused with `LG901`
    /// for an unknown account, `LG950` while the books of its fund are open, `LG951` when the day
    /// is signed, `LG952` without statements, `LG953` for a difference without a reason.
    @discardableResult
    public func prepareSignOff(
        of account: String,
        through day: LedgerDate,
        reason: String? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> PreparedSignOff {
        try SensitiveText.check(reason, in: "reason")
        try await requireBankAccount(account)
        let found = try await attempt {
            try await store.withTransaction { connection in
                try await connection.preparedSignOff(of: account, through: day, reason: reason)
            }
        }
        if let code = found.code.flatMap(LedgerRefusal.Code.init) {
            throw LedgerRefusal(code, detail: "\(account) through \(day)")
        }
        let facts = SignOffFacts(
            account: account,
            through: "\(day)",
            digest: found.digest,
            reason: reason
        )
        let recorded = try await record(
            .propose,
            ["action": .text("sign_off"), "statement": .text(try Self.json(facts))],
            options
        )
        return PreparedSignOff(
            recorded: recorded,
            balances: [found.bank, found.books, found.cases],
            counts: found.counts,
            digest: found.digest
        )
    }

    /// Signs what another person prepared, if it is still the same.
    ///
    /// Refused with `LG406` for who prepared it, `LG701` and `LG702` without such a proposal that
    /// waits, `LG955` when something changed since, and as when it was prepared.
    @discardableResult
    public func signOff(
        _ proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(.signOffPeriods, ["proposal": .number(proposal)], options)
    }

    /// Lets the last signed period of an account change again.
    ///
    /// Refused with `LG406` for who reviewed it, `LG956` when the day is not signed, `LG957` when
    /// a later period is, `LG108` without a reason.
    @discardableResult
    public func reopenSignOff(
        of account: String,
        through day: LedgerDate,
        reason: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try SensitiveText.check(reason, in: "reason")
        return try await record(
            .reopenSignOffs,
            ["account": .text(account), "through": .day(day), "reason": .text(reason)],
            options
        )
    }

    /// Every sign-off, the newest last, and whether what was signed is unchanged.
    public func signedPeriods() async throws -> [SignedPeriod] {
        try await attempt { try await store.withTransaction { try await $0.signedPeriods() } }
    }

    /// How long open lines of each bank account count as under way.
    public func clearingWindows() async throws -> [ClearingWindow] {
        try await attempt { try await store.withTransaction { try await $0.clearingWindows() } }
    }

    /// Sets how long open lines of a kind count as under way; refused with `LG901` and `LG807`.
    @discardableResult
    public func set(
        _ window: ClearingWindow,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(
            .setClearingWindows,
            [
                "account": .text(window.account), "kind": .text(window.kind.rawValue),
                "days": .number(Int64(window.days)),
            ],
            options
        )
    }
}
