public import LedgerModel
import LedgerStore
import PostgresClient

/// A check that a court drew, and where it stands.
public struct Check: Hashable, Sendable {
    /// What became of a check, as far as the court's own books say.
    public enum State: String, CaseIterable, Hashable, Sendable, Codable {
        /// Not known to be paid; only a bank's statement says that it was.
        case outstanding
        /// Paid by the bank, as a statement says whose line was matched with it.
        case cleared
        /// Void; its money waits for the one to whom it was payable.
        case void
        /// Void; its money was paid by another check.
        case reissued
        /// Void; its money was turned over to the state or the Treasury.
        case escheated
    }

    /// Why a check will not be paid.
    public enum VoidReason: String, CaseIterable, Hashable, Sendable, Codable {
        /// Too old, by the setting `stale_check_days`.
        case stale
        /// Lost before it was paid.
        case lost
        /// Stopped at the bank.
        case stopped
    }

    package let id: Int64
    /// The code of the court's fund on whose account it was drawn.
    public let fund: String
    /// Its number on that account.
    public let number: Int64
    /// To whom, by a code or token; never a name.
    public let payableTo: String
    /// When it was drawn.
    public let issuedOn: LedgerDate
    /// How much.
    public let amount: Money
    /// Where it stands.
    public let state: State
    /// Its age in days.
    public let days: Int
    /// Whether it may be voided as stale, or its money be turned over.
    public let isDue: Bool

    init(_ row: CheckRow) {
        id = row.id
        fund = row.fund
        number = row.number
        payableTo = row.payableTo
        issuedOn = row.issuedOn
        amount = row.amount
        state = State(rawValue: row.state) ?? .outstanding
        days = row.days
        isDue = row.isDue
    }
}

extension Ledger {
    /// Every check and where it stood on a day.
    public func checks(on day: BusinessDay = .today) async throws -> [Check] {
        let books = try await self.books()
        let day = try date(day, books)
        return try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.checks(asOf: day).map(Check.init)
            }
        }
    }

    /// Voids a check that will not be paid; its money waits, unclaimed.
    ///
    /// Refused with `LG333` without such a check, `LG334` when it was voided before, `LG360` when
    /// the bank is known to have paid it, `LG335` as stale before its time.
    @discardableResult
    public func void(
        check number: Int64,
        fund: String? = nil,
        because reason: Check.VoidReason,
        on day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .voidChecks,
            [
                "check": .number(try await check(number, fund)),
                "effective_on": .day(try date(day, books)), "reason": .text(reason.rawValue),
            ],
            options
        )
    }

    /// Pays the unclaimed money of a void check by another one, whose number is the reference.
    ///
    /// Refused with `LG337` when no money waits for it, `LG416` for a number in use, `LG406` for
    /// whoever voided it.
    @discardableResult
    public func reissue(
        check number: Int64,
        as next: Int64? = nil,
        fund: String? = nil,
        on day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .payUnclaimed,
            [
                "check": .number(try await check(number, fund)),
                "check_number": .number(ifKnown: next),
                "effective_on": .day(try date(day, books)), "paid_to": .text("owner"),
            ],
            options
        )
    }

    /// Voids every check that is stale on a day; run again, it finds none.
    public func voidStaleChecks(
        through day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> [Check] {
        try await process(.outstanding, .voidChecks, ["reason": .text("stale")], day, options)
    }

    /// Turns over unclaimed money whose time is over on a day; run again, it finds none.
    ///
    /// Refused with `LG336` before the time of the setting `unclaimed_escheat_days`.
    public func escheatUnclaimedChecks(
        through day: BusinessDay = .today,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> [Check] {
        try await process(.void, .payUnclaimed, ["paid_to": .text("escheat")], day, options)
    }

    private func process(
        _ state: Check.State,
        _ door: Door,
        _ statement: [String: DoorCommand.Field],
        _ day: BusinessDay,
        _ options: CommandOptions
    ) async throws -> [Check] {
        let books = try await self.books()
        let day = try date(day, books)
        return try await write(options) { connection in
            let due = try await connection.checks(asOf: day).map(Check.init).filter {
                $0.state == state && $0.isDue
            }
            guard !due.isEmpty else { return [] }
            let commands = due.map { check in
                DoorCommand(
                    key: "\(options.requestKey):\(check.id)",
                    memo: options.memo,
                    statement: statement.merging([
                        "check": .number(check.id), "effective_on": .day(day),
                    ]) { $1 }
                )
            }
            for reply in try await connection.ask(door, commands) {
                if let refusal = reply.refusal { throw refusal }
            }
            return due
        }
    }

    private func check(_ number: Int64, _ fund: String?) async throws -> Int64 {
        let found = try await checks(on: .today).filter {
            $0.number == number && (fund == nil || $0.fund == fund)
        }
        guard found.count == 1 else {
            let detail =
                found.isEmpty ? "check \(number)" : "check \(number) of \(found.count) funds"
            throw LedgerRefusal(.checkUnknown, detail: detail)
        }
        return found[0].id
    }
}
