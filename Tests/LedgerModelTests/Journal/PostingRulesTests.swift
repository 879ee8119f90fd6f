import LedgerModel
import Testing

/// Each event as a table: purse, debit, credit, amount, debt and share.
struct PostingRulesTests {
    /// Every kind of fund has its accounts at fixed identities, so that tables can name them.
    static func fund(_ kind: FundKind, purse: Int32 = 1) -> FundAccounts {
        let roles = ChartOfAccounts.accounts(for: kind).map(\.role)
        return FundAccounts(
            kind: kind,
            purse: purse,
            accounts: Dictionary(uniqueKeysWithValues: roles.map { ($0, Self.identity(of: $0)) })
        )
    }

    static func identity(of role: AccountRole) -> Int32 {
        Int32(AccountRole.allCases.firstIndex(of: role) ?? -1)
    }

    static func name(_ account: Int32) -> String {
        let roles = AccountRole.allCases
        return account < 100 ? roles[Int(account)].rawValue : "due_to_\(account - 100)"
    }

    static func table(_ drafts: [PostingDraft]) -> String {
        drafts.map { draft in
            var words = ["\(draft.purse)", name(draft.debit), name(draft.credit)]
            words.append(draft.amount.description)
            if let debt = draft.debt { words.append("debt \(debt)") }
            if let share = draft.share { words.append("share \(share)") }
            return words.joined(separator: " ")
        }.joined(separator: "\n")
    }

    static let hundred = Money(cents: 10_000)

    static func allocation(_ amount: Int64) throws -> Allocation {
        func plan(_ weights: [Int64]) throws -> SharePlan {
            try SharePlan(
                tiers: [ShareTier(shares: weights.map { Share(weight: $0, recipient: "r") })])
        }
        func debt(_ number: Int16, _ weights: [Int64]) throws -> OpenDebt {
            OpenDebt(
                number: number,
                kind: .fine,
                rank: number,
                isGated: false,
                isGating: false,
                owed: hundred,
                applied: .zero,
                plan: try plan(weights),
                held: weights.map { _ in .zero },
                citation: "the statute"
            )
        }
        return try PaymentOrder.stateDefault.allocate(
            Money(cents: amount),
            to: [debt(1, [40, 20, 40]), debt(2, [1])]
        )
    }

    static func targets(_ debt: Int16) -> [ShareTarget] {
        let own = OwnFund(
            purse: 9,
            dueFromCourt: identity(of: .dueFromCourt),
            revenue: identity(of: .revenue)
        )
        return debt == 1
            ? [
                .init(dueToAccount: 101), .init(dueToAccount: 102, ownFund: own),
                .init(dueToAccount: 103),
            ]
            : [.init(dueToAccount: 104)]
    }

    @Test func `a debt is assessed`() throws {
        let state = try PostingRules.debtAssessed(
            3,
            amount: Self.hundred,
            in: Self.fund(.custodial)
        )
        #expect(Self.table(state) == "1 receivable uncollected 100.00 debt 3")
        let federal = try PostingRules.debtAssessed(
            3,
            amount: Self.hundred,
            in: Self.fund(.custodialFederal)
        )
        #expect(
            Self.table(federal) == """
                1 receivable custodial_revenue 100.00 debt 3
                1 accrued_collections uncollected 100.00 debt 3
                """
        )
    }

    @Test func `a collection reaches each share, the own fund and the rest`() throws {
        let drafts = try PostingRules.collection(
            Self.allocation(20_050),
            targets: Self.targets,
            in: Self.fund(.custodial)
        )
        #expect(
            Self.table(drafts) == """
                1 undeposited receivable 100.00 debt 1
                1 uncollected due_to_1 40.00 debt 1 share 0
                1 uncollected due_to_2 20.00 debt 1 share 1
                9 due_from_court revenue 20.00 debt 1 share 1
                1 uncollected due_to_3 40.00 debt 1 share 2
                1 undeposited receivable 100.00 debt 2
                1 uncollected due_to_4 100.00 debt 2 share 0
                1 undeposited unapplied 0.50
                """
        )
    }

    @Test func `a federal collection also moves what was accrued, and zero shares move nothing`()
        throws
    {
        let drafts = try PostingRules.collection(
            Self.allocation(1),
            targets: Self.targets,
            in: Self.fund(.custodialFederal)
        )
        #expect(
            Self.table(drafts) == """
                1 undeposited receivable 0.01 debt 1
                1 uncollected due_to_1 0.01 debt 1 share 0
                1 collections_for_others accrued_collections 0.01 debt 1
                """
        )
    }

    @Test func `a reversal mirrors every posting`() throws {
        let drafts = try PostingRules.collection(
            Self.allocation(100),
            targets: Self.targets,
            in: Self.fund(.custodial)
        )
        let reversed = try PostingRules.reversal(of: drafts)
        #expect(
            Self.table(reversed) == """
                1 receivable undeposited 1.00 debt 1
                1 due_to_1 uncollected 0.40 debt 1 share 0
                1 due_to_2 uncollected 0.20 debt 1 share 1
                9 revenue due_from_court 0.20 debt 1 share 1
                1 due_to_3 uncollected 0.40 debt 1 share 2
                """
        )
        #expect(try PostingRules.reversal(of: reversed) == drafts)
        let returned = try PostingRules.reversal(of: drafts, bankOf: Self.fund(.custodial))
        #expect(Self.table(returned).hasPrefix("1 receivable bank 1.00 debt 1\n"))
        #expect(Self.table(Array(returned.dropFirst())) == Self.table(Array(reversed.dropFirst())))
    }

    @Test func `a fund receives, allots, awards, pays and takes back`() throws {
        let state = Self.fund(.specialRevenue)
        let federal = Self.fund(.federal)
        #expect(
            try Self.table(PostingRules.fundReceipt(Self.hundred, in: state)) == """
                1 cash revenue 100.00
                1 resources available 100.00
                """
        )
        #expect(
            try Self.table(PostingRules.fundReceipt(Self.hundred, in: federal)) == """
                1 cash revenue 100.00
                1 resources unapportioned 100.00
                """
        )
        #expect(
            try Self.table(PostingRules.allotment(Self.hundred, in: federal)) == """
                1 unapportioned apportioned 100.00
                1 apportioned available 100.00
                """
        )
        for fund in [state, federal] {
            #expect(
                try Self.table(PostingRules.award(Self.hundred, in: fund))
                    == "1 available obligated 100.00"
            )
            #expect(
                try Self.table(PostingRules.disbursement(Self.hundred, in: fund)) == """
                    1 expenditure cash 100.00
                    1 obligated expended 100.00
                    """
            )
            #expect(
                try Self.table(PostingRules.deobligation(Self.hundred, in: fund))
                    == "1 obligated available 100.00"
            )
        }
    }

    @Test func `nothing moves nothing`() throws {
        #expect(try PostingRules.allotment(.zero, in: Self.fund(.federal)).isEmpty)
        #expect(try PostingRules.award(.zero, in: Self.fund(.federal)).isEmpty)
    }

    @Test func `an event that the fund has no accounts for is refused`() {
        let missing = #expect(throws: LedgerRefusal.self) {
            try PostingRules.allotment(Self.hundred, in: Self.fund(.specialRevenue))
        }
        #expect(missing?.code == .accountRoleMissing)
        #expect(missing?.detail == "unapportioned")
        let unnamed = #expect(throws: LedgerRefusal.self) {
            try PostingRules.collection(
                Self.allocation(1),
                targets: { _ in [] },
                in: Self.fund(.custodial)
            )
        }
        #expect(unnamed?.code == .recipientNotNamed)
    }

    @Test(arguments: FundKind.allCases)
    func `a chart names each role and number once`(kind: FundKind) {
        let accounts = ChartOfAccounts.accounts(for: kind)
        #expect(Set(accounts.map(\.role)).count == accounts.count)
        #expect(Set(accounts.map(\.number)).count == accounts.count)
        #expect(accounts.allSatisfy { ($0.set == .budgetary) == ($0.accountClass == .budgetary) })
        let due = ChartOfAccounts.dueTo(ordinal: 7, recipient: "the city", in: kind)
        #expect(due.number == (kind == .custodialFederal ? "298000.007" : "2100.007"))
        #expect(due.role == .dueTo && due.normalSide == .credit)
    }
}
