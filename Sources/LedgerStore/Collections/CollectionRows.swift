package import LedgerModel
import PostgresClient

/// A case as it was opened.
package struct DocketRow: Hashable, Sendable {
    package let id: Int64
    /// Empty where a court had it erased.
    package let reference: String
    package let fundID: Int32
    package let judgmentOn: LedgerDate
    package let isEntity: Bool
    package let paymentOrder: String
}

/// What a claim found out about one collection to be recorded.
package struct ClaimRow: Hashable, Sendable {
    /// nil when no docket has the reference.
    package let docketID: Int64?
    /// The entry already recorded under the request key.
    package let knownEntryID: Int64?
    /// What the payer has to make good before a debt gets anything.
    package var owedBack = Money.zero
}

/// A debt as it stands under the lock of its docket.
package struct DebtRow: Hashable, Sendable {
    package let docketID: Int64
    package let number: Int16
    package let kind: DebtKind
    package let rank: Int16
    package let isGated: Bool
    package let isGating: Bool
    /// What is owed in all; of a joint debt as far as its claim is open.
    package let owed: Money
    package let applied: Money
    /// What each share holds; of a joint debt, of the whole claim.
    package let held: [Money]
    package let planID: Int64
    package let authorityID: Int32
    package let fundID: Int32
    package let paymentOrder: String
    /// The joint claim that the debt is part of.
    package let claimID: Int64?
}

/// A stored share plan: one element of each array per share, caps by tier.
package struct PlanRow: Hashable, Sendable {
    package let id: Int64
    package let tiers: [Int16]
    package let weights: [Int64]
    package let caps: [Int64?]
    package let dueTo: [Int32]
    package let ownPurses: [Int32]
}

/// A receipt of a docket that has not been reversed, with what it posted.
package struct StandingReceipt: Hashable, Sendable {
    package let entryID: Int64
    package let amount: Money
    package let source: String
    package let number: String
    package let method: String
    package let payerReference: String?
    package let effectiveOn: LedgerDate
    package let origin: String
}

/// What an entry gave to one share of one debt.
package struct AppliedShare: Hashable, Sendable {
    package let entryID: Int64
    package let debt: Int16
    package let share: Int16
    package let amount: Money
}

extension DocketRow {
    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        reference = try row.decode(at: 1)
        fundID = try row.decode(at: 2)
        judgmentOn = try LedgerDate(row.decode(PostgresDate.self, at: 3))
        isEntity = try row.decode(at: 4)
        paymentOrder = try row.decode(at: 5)
    }
}

extension ClaimRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 1)
        knownEntryID = try row.decode(at: 2)
        owedBack = Money(cents: try row.decode(at: 3))
    }
}

extension DebtRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        kind = try row.word(at: 2)
        rank = try row.decode(at: 3)
        isGated = try row.decode(at: 4)
        isGating = try row.decode(at: 5)
        owed = Money(cents: try row.decode(at: 6))
        applied = Money(cents: try row.decode(at: 7))
        held = try row.decode([Int64].self, at: 8).map(Money.init(cents:))
        planID = try row.decode(at: 9)
        authorityID = try row.decode(at: 10)
        fundID = try row.decode(at: 11)
        paymentOrder = try row.decode(at: 12)
        claimID = try row.decode(at: 13)
    }
}

extension PlanRow {
    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        tiers = try row.decode(at: 1)
        weights = try row.decode(at: 2)
        caps = try row.decode(at: 3)
        dueTo = try row.decode(at: 4)
        ownPurses = try row.decode(at: 5)
    }
}

extension StandingReceipt {
    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        amount = Money(cents: try row.decode(at: 1))
        source = try row.decode(at: 2)
        number = try row.decode(at: 3)
        method = try row.decode(at: 4)
        payerReference = try row.decode(at: 5)
        effectiveOn = try LedgerDate(row.decode(PostgresDate.self, at: 6))
        origin = try row.decode(at: 7)
    }
}

extension AppliedShare {
    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        debt = try row.decode(at: 1)
        share = try row.decode(at: 2)
        amount = Money(cents: try row.decode(at: 3))
    }
}
