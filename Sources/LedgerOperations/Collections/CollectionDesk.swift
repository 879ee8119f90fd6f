import LedgerModel
import LedgerStore
import PostgresClient

/// Decides collections one after the other: each sees what those before it did.
struct CollectionDesk {
    /// A docket as it stands while a batch is decided.
    private struct Docket {
        let order: PaymentOrder
        let accounts: FundAccounts
        var debts: [OpenDebt]
        let targets: [Int16: [ShareTarget]]
    }

    private let books: StoredBooks
    private let plans: [Int64: StoredPlan]
    private var dockets: [Int64: Docket] = [:]
    private var accounts: [Int32: FundAccounts] = [:]
    /// What payers were given back before a bank took it back too.
    private var owedBack: [Int64: Money] = [:]

    init(_ books: StoredBooks, plans: [Int64: StoredPlan], claim: LedgerStore.Claim) throws {
        self.books = books
        self.plans = plans
        for row in claim.claims where row.owedBack.isPositive {
            if let docket = row.docketID { owedBack[docket] = row.owedBack }
        }
        let debts = claim.debts
        var first = debts.startIndex
        while first < debts.endIndex {
            let id = debts[first].docketID
            let end = debts[first...].firstIndex { $0.docketID != id } ?? debts.endIndex
            let rows = debts[first..<end]
            dockets[id] = Docket(
                order: try Self.order(rows[first].paymentOrder),
                accounts: try accounts(ofFund: rows[first].fundID),
                debts: try rows.map { try openDebt($0) },
                targets: Dictionary(
                    uniqueKeysWithValues: rows.map { ($0.number, plans[$0.planID]?.targets ?? []) }
                )
            )
            first = end
        }
    }

    /// Adds a docket on which no debt was ordered yet.
    mutating func add(_ docket: DocketRow) throws {
        dockets[docket.id] = Docket(
            order: try Self.order(docket.paymentOrder),
            accounts: try accounts(ofFund: docket.fundID),
            debts: [],
            targets: [:]
        )
    }

    func knows(_ docket: Int64) -> Bool { dockets[docket] != nil }

    /// Applies an amount to a docket's debts and says what it posts.
    ///
    /// Beside what is held back of it, it makes good first what its payer owes back.
    mutating func collect(
        _ amount: Money,
        docket id: Int64,
        earmark: DebtKind? = nil,
        holdingBack held: Money = .zero
    ) throws(LedgerRefusal) -> (allocation: Allocation, postings: [PostingDraft]) {
        guard var docket = dockets[id] else {
            throw LedgerRefusal(.docketUnknown, detail: "docket \(id)")
        }
        let owed = owedBack[id] ?? .zero
        let allocation = try docket.order.allocate(
            amount,
            to: docket.debts,
            earmark: earmark,
            holdingBack: try held + owed
        )
        let postings = try PostingRules.collection(
            allocation,
            targets: { docket.targets[$0] ?? [] },
            in: docket.accounts
        )
        for line in allocation.lines where line.applied.isPositive {
            try docket.debts.add(line.shares, to: line.debt)
        }
        dockets[id] = docket
        if owed.isPositive { owedBack[id] = max(.zero, try owed + held - allocation.heldBack) }
        return (allocation, postings)
    }

    /// Adds what was given to shares of a debt, or takes it away when negative.
    mutating func add(_ given: [AppliedShare], sign: Int64, docket id: Int64) throws {
        for share in given {
            guard let debt = dockets[id]?.debts.first(where: { $0.number == share.debt }) else {
                throw LedgerRefusal(.debtUnknown, detail: "debt \(share.debt)")
            }
            var amounts = [Money](repeating: .zero, count: debt.held.count)
            amounts[Int(share.share)] = Money(cents: sign * share.amount.cents)
            try dockets[id]?.debts.add(amounts, to: share.debt)
        }
    }

    private static func order(_ name: String) throws -> PaymentOrder {
        guard let order = PaymentOrder.named(name) else {
            throw LedgerFailure.database("a docket has the unknown payment order \(name)")
        }
        return order
    }

    private mutating func accounts(ofFund id: Int32) throws(LedgerRefusal) -> FundAccounts {
        if let known = accounts[id] { return known }
        let found = try books.accounts(in: books.custodialPurse(of: id))
        accounts[id] = found
        return found
    }

    private func openDebt(_ row: DebtRow) throws -> OpenDebt {
        guard let plan = plans[row.planID] else {
            throw LedgerFailure.database("a debt has the unknown share plan \(row.planID)")
        }
        return OpenDebt(
            number: row.number,
            kind: row.kind,
            rank: row.rank,
            isGated: row.isGated,
            isGating: row.isGating,
            owed: row.owed,
            applied: row.applied,
            plan: plan.plan,
            held: row.held,
            citation: books.authority(row.authorityID)?.citation ?? ""
        )
    }
}

extension [OpenDebt] {
    /// Adds amounts to what the shares of a debt hold, and their sum to what was applied.
    fileprivate mutating func add(
        _ amounts: [Money],
        to number: Int16
    ) throws(LedgerRefusal) {
        guard let index = firstIndex(where: { $0.number == number }) else { return }
        let debt = self[index]
        var held = debt.held
        for share in held.indices { held[share] = try held[share] + amounts[share] }
        self[index] = OpenDebt(
            number: debt.number,
            kind: debt.kind,
            rank: debt.rank,
            isGated: debt.isGated,
            isGating: debt.isGating,
            owed: debt.owed,
            applied: try debt.applied + Money.sum(amounts),
            plan: debt.plan,
            held: held,
            citation: debt.citation
        )
    }
}

extension Ledger {
    /// A desk for the dockets of a claim, with every plan and every docket without debts.
    func desk(
        _ claim: LedgerStore.Claim,
        _ books: StoredBooks,
        _ connection: isolated PostgresConnection
    ) async throws -> CollectionDesk {
        var plans = shelf.plans
        let missing = Set(claim.debts.map(\.planID)).filter { plans[$0] == nil }
        if !missing.isEmpty {
            var found: [Int64: StoredPlan] = [:]
            for row in try await connection.plans(missing.sorted()) {
                found[row.id] = try StoredPlan(row, books)
            }
            shelf.keep(found)
            plans.merge(found) { $1 }
        }
        var desk = try CollectionDesk(books, plans: plans, claim: claim)
        let bare = Set(claim.claims.compactMap(\.docketID)).filter { !desk.knows($0) }
        if !bare.isEmpty {
            for docket in try await connection.dockets([], ids: bare.sorted()) {
                try desk.add(docket)
            }
        }
        return desk
    }
}
