import Foundation
import LedgerModel
import LedgerStore

/// A share plan with its accounts, as the database keeps it.
struct PlanItem: Encodable, Hashable {
    let tier: [Int16]
    let weight: [Int64]
    let cap: [Int64?]
    let due: [Int32]
    let own: [Int32]

    /// Resolves recipient codes to the liability accounts of `fund`; `LG803` for an unknown one.
    init(_ plan: SharePlan, fund: Int32, _ books: StoredBooks) throws(LedgerRefusal) {
        var due: [Int32] = []
        var own: [Int32] = []
        for share in plan.shares {
            guard let recipient = books.recipients.first(where: { $0.code == share.recipient })
            else { throw LedgerRefusal(.recipientUnknown, detail: share.recipient) }
            due.append(try books.dueTo(recipient.id, in: fund))
            own.append(recipient.ownPurseID ?? 0)
        }
        self.init(plan, due: due, own: own)
    }

    init(_ plan: SharePlan, due: [Int32], own: [Int32]) {
        self.due = due
        self.own = own
        tier = plan.tiers.enumerated().flatMap { index, tier in
            tier.shares.map { _ in Int16(index) }
        }
        weight = plan.shares.map(\.weight)
        cap = plan.tiers.map { $0.cap?.cents }
    }

    /// A plan that the database keeps already.
    init(_ row: PlanRow) {
        tier = row.tiers
        weight = row.weights
        cap = row.caps
        due = row.dueTo
        own = row.ownPurses
    }

    /// The plan as a part of a statement.
    var field: DoorCommand.Field {
        .object([
            "tier": .list(tier.map { .number(Int64($0)) }),
            "weight": .list(weight.map { .number($0) }),
            "cap": .list(cap.map { $0.map { .number($0) } ?? .text(nil) }),
            "due": .list(due.map { .number(Int64($0)) }),
            "own": .list(own.map { .number(Int64($0)) }),
        ])
    }

    static func json(_ plans: [PlanItem]) throws -> String {
        String(decoding: try JSONEncoder().encode(plans), as: UTF8.self)
    }
}

extension StoredPlan {
    /// Brings a stored plan back: weights and caps, and where each share goes.
    init(_ row: PlanRow, _ books: StoredBooks) throws(LedgerRefusal) {
        var tiers: [ShareTier] = []
        for (index, cap) in row.caps.enumerated() {
            let shares = row.tiers.indices.filter { Int(row.tiers[$0]) == index }.map {
                Share(weight: row.weights[$0], recipient: "\(row.dueTo[$0])")
            }
            tiers.append(ShareTier(cap: cap.map(Money.init(cents:)), shares: shares))
        }
        var targets: [ShareTarget] = []
        for (due, own) in zip(row.dueTo, row.ownPurses) {
            let ownFund = try books.purse(own).map { purse throws(LedgerRefusal) in
                let accounts = try books.accounts(in: purse)
                return OwnFund(
                    purse: purse.id,
                    dueFromCourt: try accounts.account(.dueFromCourt),
                    revenue: try accounts.account(.revenue)
                )
            }
            targets.append(ShareTarget(dueToAccount: due, ownFund: ownFund))
        }
        plan = try SharePlan(tiers: tiers)
        self.targets = targets
    }
}
