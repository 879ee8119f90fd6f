public import LedgerModel
import LedgerStore
import PostgresClient
import StatuteLibrary

/// The rate at which a debt bears interest, and how the court limited it.
public struct SetInterestTerm: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String
    /// The number of the debt on its docket.
    public var debt: Int16
    /// The yearly rate in parts of a million; nil for the one recorded before.
    public var rateMillionths: Int64?
    /// What interest shall never exceed, by order.
    public var cap: Money?
    /// The last day of interest, by order.
    public var endsOn: LedgerDate?
    /// Whether the court waived interest, by order.
    public var isWaived: Bool
    /// The reference of the order.
    public var order: String?

    /// Describes the terms.
    public init(_ rateMillionths: Int64?, of debt: Int16, on docket: String) {
        self.rateMillionths = rateMillionths
        self.debt = debt
        self.docket = docket
        isWaived = false
    }
}

extension Ledger {
    /// Records at which rate a debt bears interest under section 3612(f) of title 18; the
    /// terms recorded last hold, and the rate stays where none is given.
    ///
    /// Refused with `LG226` where the law gives no interest on the debt, `LG225` for a rate that
    /// is none, `LG223` where an order is missing to limit interest or to change a rate.
    @discardableResult
    public func set(
        _ term: SetInterestTerm,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let library = try library()
        let reply = try await write(options) { connection in
            guard let docket = try await connection.dockets([term.docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: term.docket)
            }
            let facts = try await connection.interestFacts(docket.id, term.debt)
            let command = try Self.command(term, docket, facts, options, books, library)
            return try await connection.ask(.setInterestTerms, [command])[0]
        }
        return try await recorded(reply, options)
    }

    static func command(
        _ term: SetInterestTerm,
        _ docket: DocketRow,
        _ facts: (authority: Int32?, rate: Int32?),
        _ options: CommandOptions,
        _ books: StoredBooks,
        _ library: StatuteLibrary
    ) throws -> DoorCommand {
        let rule = try facts.authority.flatMap { books.authority($0)?.rule }
            .map { try library.rule($0, on: docket.judgmentOn) }
        guard let rate = term.rateMillionths ?? facts.rate.map(Int64.init) else {
            throw LedgerRefusal(.interestTermNotValid, detail: "no rate was recorded before")
        }
        let first = try InterestAccrual.firstLiableDay(
            after: docket.judgmentOn,
            days: rule?.interest?.fromDay ?? 0
        )
        return DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: [
                "cap_cents": term.cap.map { .number($0.cents) } ?? .text(nil),
                "debt": .number(Int64(term.debt)), "docket": .number(docket.id),
                "ends_on": term.endsOn.map { .day($0) } ?? .text(nil),
                "first_liable_on": .day(first), "is_waived": .text("\(term.isWaived)"),
                "order": .text(term.order), "rate_millionths": .number(rate),
            ]
        )
    }
}
