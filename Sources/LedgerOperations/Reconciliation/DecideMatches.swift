public import LedgerModel
import LedgerStore
import PostgresClient

/// Which proposals somebody means.
public struct ProposalFilter: Hashable, Sendable {
    /// The code of the bank account.
    public var account: String
    /// The rule that made them; nil for any.
    public var rule: String?
    /// The last day of their lines; nil for any.
    public var through: LedgerDate?
    /// What no single one moves more than; nil for any amount.
    public var largest: Money?
    /// Whether those with rivals are left out.
    public var withoutRivals: Bool

    /// Describes a choice of proposals.
    public init(
        _ account: String,
        rule: String? = nil,
        through: LedgerDate? = nil,
        largest: Money? = nil,
        withoutRivals: Bool = false
    ) {
        self.account = account
        self.rule = rule
        self.through = through
        self.largest = largest
        self.withoutRivals = withoutRivals
    }

    func fits(_ proposal: MatchRecord) -> Bool {
        (rule == nil || proposal.rule == rule)
            && (through == nil || proposal.lines.allSatisfy { $0.bookedOn.isUpTo(through) })
            && (largest == nil || proposal.turnover <= largest ?? .zero)
            && (!withoutRivals || proposal.statementRivals + proposal.bookRivals == 0)
    }
}

extension Ledger {
    /// Accepts proposals, all of them or none; what they tie is explained from then on.
    ///
    /// Refused with `LG930` for an unknown name, `LG920` when another match was faster, `LG923`
    /// when one is ambiguous, has a difference or was decided before.
    @discardableResult
    public func accept(
        _ matches: [MatchName],
        reason: String? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await change("accepted", try await ids(of: matches), reason, options)
    }

    /// Rejects proposals, all of them or none; the same are not proposed again.
    ///
    /// Refused with `LG930` for an unknown name, `LG923` when one was decided before.
    @discardableResult
    public func reject(
        _ matches: [MatchName],
        reason: String? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await change("rejected", try await ids(of: matches), reason, options)
    }

    /// Dissolves a match; what it tied is open again, and what it had posted itself is taken back.
    ///
    /// Refused with `LG930` for an unknown name, `LG923` when it does not stand, `LG108` without a
    /// reason.
    @discardableResult
    public func unmatch(
        _ match: MatchName,
        reason: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await change("dissolved", try await ids(of: [match]), reason, options)
    }

    /// The proposals that fit and can be accepted as they are.
    public func proposals(_ filter: ProposalFilter) async throws -> [MatchRecord] {
        try await openItems(account: filter.account).proposals
            .filter { $0.canBeAccepted && filter.fits($0) }
    }

    /// Accepts or rejects all proposals that fit, if they are as many and move as much as somebody
    /// saw; `LG933` otherwise.
    @discardableResult
    public func decide(
        accepting: Bool,
        _ filter: ProposalFilter,
        expecting count: Int,
        moving turnover: Money,
        reason: String? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let proposals = try await proposals(filter)
        let sum = try Money.sum(proposals.map(\.turnover))
        guard proposals.count == count, sum == turnover else {
            throw LedgerRefusal(
                .proposalsDiffer,
                detail: "\(proposals.count) proposals that move \(sum)"
            )
        }
        let change = accepting ? "accepted" : "rejected"
        return try await self.change(change, proposals.map(\.id), reason, options)
    }

    func change(
        _ change: String,
        _ matches: [MatchRecord.ID],
        _ reason: String?,
        _ options: CommandOptions
    ) async throws -> Recorded {
        try SensitiveText.check(reason, in: "reason")
        return try await record(
            .changeMatches,
            [
                "change": .text(change), "reason": .text(reason),
                "matches": .list(
                    matches.map {
                        .object([
                            "entry": .number($0.entry), "match_no": .number(Int64($0.number)),
                        ])
                    }
                ),
            ],
            options
        )
    }

    private func ids(of names: [MatchName]) async throws -> [MatchRecord.ID] {
        let ids = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.entryIDs(numbered: Array(Set(names.map(\.entry))))
            }
        }
        return try names.map { name in
            guard let entry = ids[name.entry] else {
                throw LedgerRefusal(.matchUnknown, detail: "\(name)")
            }
            return MatchRecord.ID(entry: entry, number: name.number)
        }
    }
}

extension LedgerDate? {
    fileprivate func isUpTo(_ last: LedgerDate?) -> Bool {
        guard let self, let last else { return false }
        return self <= last
    }
}
