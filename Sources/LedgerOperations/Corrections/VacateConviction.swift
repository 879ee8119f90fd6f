import Foundation
import LedgerModel
import LedgerStore
import PostgresClient
import StatuteLibrary

/// An order that vacates a conviction, in full or in part.
public struct VacateConviction: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String
    /// The reference of the order.
    public var order: String
    /// The debts that fall; without any, and without counts, all of the docket.
    public var debts: [Int16]
    /// How many counts fall: what rules order by the count is owed for those that stand.
    public var counts: Int?
    /// From when the order holds.
    public var effective: BusinessDay

    /// Describes an order.
    public init(
        _ docket: String,
        order: String,
        debts: [Int16] = [],
        counts: Int? = nil,
        effective: BusinessDay = .today
    ) {
        self.docket = docket
        self.order = order
        self.debts = debts
        self.counts = counts
        self.effective = effective
    }
}

/// The order with what it does to the debts, for a second person; a docket by its identity, which
/// survives an order to expunge.
private struct VacaturFacts: Codable {
    struct DebtCents: Codable {
        let debt: Int16
        let cents: Int64
    }

    let docket: Int64
    let orderReference: String
    let effectiveOn: String
    /// What is owed on every debt of the docket, where it falls or not.
    let owed: [DebtCents]
    /// What falls of which debts.
    let falls: [DebtCents]
}

extension Ledger {
    static let vacaturAction = "docket_vacate"

    /// Proposes to vacate; ``approve(vacatur:_:)`` of the entry by another clerk does it.
    ///
    /// What falls of which debts is reckoned now. Refused with `LG201` without the docket, `LG203`
    /// for an unknown debt.
    @discardableResult
    public func propose(
        _ vacatur: VacateConviction,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let docket = try await docket(vacatur.docket)
        let debts = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) {
                try await $0.orderedDebts(docket: docket.id)
            }
        }
        let facts = VacaturFacts(
            docket: docket.id,
            orderReference: vacatur.order,
            effectiveOn: "\(try date(vacatur.effective, books))",
            owed: debts.map { .init(debt: $0.number, cents: $0.owed.cents) },
            falls: try fallen(vacatur, debts, docket, books)
        )
        return try await record(
            .propose,
            ["action": .text(Self.vacaturAction), "statement": .text(try Self.json(facts))],
            options
        )
    }

    /// Vacates what another person proposed: the debts fall, all money of the docket is applied to
    /// what stays owed, and what is left over is payable to its payer.
    ///
    /// Shares that recipients were sent become due from them. Refused with `LG701` without such a
    /// proposal, `LG406` for its own author, `LG314` when other amounts are owed on the
    /// docket than when it was proposed, `LG223` without an order.
    @discardableResult
    public func approve(
        vacatur proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ChangedJudgment {
        let books = try await self.books()
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: ["proposal": .number(proposal)]
        )
        let (reply, reapplied, freed) = try await write(options) { connection in
            let reply = try await connection.ask(.vacateDockets, [command])[0]
            let statement = try await connection.proposal(proposal, of: Self.vacaturAction)
            guard reply.refusal == nil, !reply.isReplay, let statement else {
                return (reply, [ReturnedCollection.Reapplied](), Money.zero)
            }
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let facts = try decoder.decode(VacaturFacts.self, from: Data(statement.utf8))
            let (reapplied, freed) = try await vacate(facts, books, options, connection)
            return (reply, reapplied, freed)
        }
        return ChangedJudgment(
            recorded: try await recorded(reply, options),
            reapplied: reapplied,
            freed: freed
        )
    }

    private func vacate(
        _ facts: VacaturFacts,
        _ books: StoredBooks,
        _ options: CommandOptions,
        _ connection: isolated PostgresConnection
    ) async throws -> (reapplied: [ReturnedCollection.Reapplied], freed: Money) {
        guard let docket = try await connection.dockets([], ids: [facts.docket]).first else {
            throw LedgerRefusal(.docketUnknown, detail: "docket \(facts.docket)")
        }
        let day = try LedgerDate(iso: facts.effectiveOn)
        let before = try await connection.refundable(docket: docket.id).unapplied
        let key = options.requestKey
        let reapplied = try await reapply(docket, books, on: day, key, connection)
        let after = try await connection.refundable(docket: docket.id).unapplied
        let freed = max(try after - before, .zero)
        if freed.isPositive {
            let owed = DoorCommand(
                key: "\(key):owed",
                memo: nil,
                statement: [
                    "amount_cents": .number(freed.cents), "docket": .number(docket.id),
                    "effective_on": .day(day),
                ]
            )
            let reply = try await connection.ask(.oweRefunds, [owed])[0]
            if let refusal = reply.refusal { throw refusal }
        }
        return (reapplied, freed)
    }

    /// What falls of which debts, those that were owed at all.
    private func fallen(
        _ vacatur: VacateConviction,
        _ debts: [OrderedDebt],
        _ docket: DocketRow,
        _ books: StoredBooks
    ) throws -> [VacaturFacts.DebtCents] {
        for number in vacatur.debts where !debts.contains(where: { $0.number == number }) {
            throw LedgerRefusal(.debtUnknown, detail: "debt \(number)")
        }
        let library = try library()
        return try debts.compactMap { debt in
            let named = [debt.number, debt.parent].compactMap(\.self)
            guard vacatur.debts.isEmpty || vacatur.debts.contains(where: named.contains) else {
                return nil
            }
            var stands = Money.zero
            if let counts = vacatur.counts {
                let rest = try rest(of: debt, without: counts, docket, library, books)
                guard let rest else { return nil }
                stands = rest
            }
            let amount = try debt.owed - stands
            return amount.isPositive ? .init(debt: debt.number, cents: amount.cents) : nil
        }
    }

    /// What a rule orders for the counts that stand; nil where it leaves the amount to the court,
    /// whose amended judgment says it.
    private func rest(
        of debt: OrderedDebt,
        without counts: Int,
        _ docket: DocketRow,
        _ library: StatuteLibrary,
        _ books: StoredBooks
    ) throws -> Money? {
        guard counts > 0, debt.counts > counts else { return nil }
        do throws(LedgerRefusal) {
            return try library.rule(debt.rule, on: docket.judgmentOn).assess(
                grade: debt.grade.isEmpty ? nil : debt.grade,
                counts: debt.counts - counts,
                priors: debt.priors,
                isEntity: docket.isEntity,
                requested: nil,
                judgmentOn: docket.judgmentOn,
                countBasis: CountBasis(rawValue: debt.countBasis ?? books.jurisdiction.countBasis)
                    ?? .perOffender
            )
        } catch {
            guard error.code == .amountOutsideStatute else { throw error }
            return nil
        }
    }
}
