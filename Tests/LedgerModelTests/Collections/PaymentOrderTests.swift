import LedgerModel
import Testing

/// The worked cases of ordering money, to the cent.
struct PaymentOrderTests {
    /// A docket whose debts are paid one payment at a time.
    struct Docket {
        let order: PaymentOrder
        var debts: [OpenDebt]

        init(
            _ order: PaymentOrder = .federalDefault,
            _ debts: [(DebtKind, String, [Int64])]
        ) throws {
            self.order = order
            self.debts = try debts.enumerated().map { index, debt in
                OpenDebt(
                    number: Int16(index + 1),
                    kind: debt.0,
                    rank: order.rank(of: debt.0),
                    isGated: order.isGated(debt.0),
                    isGating: order.isGating(debt.0),
                    owed: try Money(parsing: debt.1),
                    applied: .zero,
                    plan: try SharePlan(tiers: [
                        ShareTier(shares: debt.2.map { Share(weight: $0, recipient: "r") })
                    ]),
                    held: debt.2.map { _ in .zero },
                    citation: "the statute"
                )
            }
        }

        /// Pays and returns `number amount` of each debt that got something, then the rest.
        mutating func pay(_ amount: String, earmark: DebtKind? = nil) throws -> String {
            let allocation = try order.allocate(
                Money(parsing: amount),
                to: debts,
                earmark: earmark
            )
            var words: [String] = []
            for line in allocation.lines where line.applied.isPositive {
                words.append("\(line.debt) \(line.applied)")
                if line.shares.count > 1 {
                    words.append("(\(line.shares.map(\.description).joined(separator: " ")))")
                }
                try apply(line)
            }
            if allocation.unapplied.isPositive { words.append("rest \(allocation.unapplied)") }
            return words.joined(separator: " ")
        }

        private mutating func apply(_ line: Allocation.Line) throws {
            debts = try debts.map { debt in
                guard debt.number == line.debt else { return debt }
                return OpenDebt(
                    number: debt.number,
                    kind: debt.kind,
                    rank: debt.rank,
                    isGated: debt.isGated,
                    isGating: debt.isGating,
                    owed: debt.owed,
                    applied: try debt.applied + line.applied,
                    plan: debt.plan,
                    held: try zip(debt.held, line.shares).map { try $0 + $1 },
                    citation: debt.citation
                )
            }
        }
    }

    @Test func `a judgment is paid in order to its end`() throws {
        var docket = try Docket(
            .federalDefault,
            [
                (.specialAssessment, "200.00", [1]), (.restitution, "10000.00", [60, 40]),
                (.fine, "2500.00", [1]), (.jvtaAssessment, "5000.00", [1]),
            ]
        )
        #expect(try docket.pay("150.00") == "1 150.00")
        #expect(try docket.pay("1000.00") == "1 50.00 2 950.00 (570.00 380.00)")
        #expect(try docket.pay("9333.33") == "2 9050.00 (5430.00 3620.00) 3 283.33")
        #expect(try docket.pay("3000.00") == "3 2216.67 4 783.33")
        #expect(try docket.pay("5000.00") == "4 4216.67 rest 783.33")
        #expect(try docket.pay("0.01") == "rest 0.01")
    }

    @Test func `an earmark never passes the gate`() throws {
        var almost = try Docket(
            .federalDefault,
            [(.jvtaAssessment, "5000.00", [1]), (.fine, "0.01", [1])]
        )
        #expect(try almost.pay("5000.00", earmark: .jvtaAssessment) == "2 0.01 1 4999.99")
        var far = try Docket(
            .federalDefault,
            [(.fine, "5000.01", [1]), (.jvtaAssessment, "5000.00", [1])]
        )
        #expect(try far.pay("5000.00", earmark: .jvtaAssessment) == "1 5000.00")
        let last = try far.order.allocate(
            Money(cents: 1),
            to: far.debts,
            earmark: .jvtaAssessment
        )
        #expect(last.lines.map(\.applied.cents) == [1, 0])
        #expect(!last.lines[1].skippedByGate)
    }

    @Test func `what the gate holds back is explained with its section`() throws {
        let docket = try Docket(
            .federalDefault,
            [(.fine, "10.00", [1]), (.jvtaAssessment, "5000.00", [1])]
        )
        let allocation = try docket.order.allocate(
            Money(cents: 999),
            to: docket.debts,
            earmark: .jvtaAssessment
        )
        #expect(allocation.lines.map(\.skippedByGate) == [false, true])
        #expect(
            allocation.explanation == [
                "fine under the statute, rank 5 by 18 U.S.C. 3612(c)(3): owed 10.00, paid 9.99",
                "jvta_assessment under the statute, rank 8 by 18 U.S.C. 3014(b): "
                    + "owed 5000.00, held back until the debts before it close",
                "marked for jvta_assessment: noted; the law decides the order",
            ]
        )
    }

    @Test func `an AVAA assessment comes before the fine and before the gate`() throws {
        var docket = try Docket(
            .federalDefault,
            [
                (.specialAssessment, "100.00", [1]), (.restitution, "3000.00", [1]),
                (.avaaAssessment, "12000.00", [1]), (.fine, "1000.00", [1]),
                (.jvtaAssessment, "5000.00", [1]),
            ]
        )
        #expect(try docket.pay("16000.00") == "1 100.00 2 3000.00 3 12000.00 4 900.00")
        #expect(try docket.pay("100.00") == "4 100.00")
        #expect(try docket.pay("0.01") == "5 0.01")
    }

    @Test func `a gate stands above rank in the strict orders`() throws {
        var docket = try Docket(
            .federal2259A,
            [
                (.jvtaAssessment, "10.00", [1]), (.cost, "5.00", [1]), (.fine, "5.00", [1]),
                (.avaaAssessment, "5.00", [1]),
            ]
        )
        #expect(try docket.pay("9.00") == "4 5.00 3 4.00")
        #expect(try docket.pay("4.00") == "1 3.00 3 1.00")
        #expect(try docket.pay("20.00") == "1 7.00 2 5.00 rest 8.00")
    }

    @Test func `once the gate opens the gated debt comes before lower ranks`() throws {
        var docket = try Docket(
            .federalDefault,
            [
                (.cost, "5.00", [1]), (.penalty, "5.00", [1]), (.jvtaAssessment, "10.00", [1]),
                (.fine, "1.00", [1]),
            ]
        )
        #expect(try docket.pay("13.00") == "4 1.00 3 10.00 2 2.00")
    }

    @Test(arguments: PaymentOrder.all)
    func `every order places every kind with a citation`(order: PaymentOrder) {
        #expect(PaymentOrder.named(order.name) == order)
        for kind in DebtKind.allCases {
            #expect(order.ranks.count { $0.kind == kind } == 1)
            #expect(!order.citation(for: kind).isEmpty)
        }
    }

    @Test(arguments: [.penalty, .fineInterest, .restitutionInterest, .cost] as [DebtKind])
    func `no gate waits for interest, penalties or costs by the order alone`(kind: DebtKind) {
        #expect(PaymentOrder.all.allSatisfy { !$0.isGating(kind) })
    }

    static let places: [(PaymentOrder, String)] = [
        (
            .federalDefault,
            "1 special_assessment; 2 restitution; 3 restitution_interest; 4 avaa_assessment; "
                + "5 fine; 6 fine_interest; 7 community_restitution; 8 jvta_assessment; "
                + "9 penalty; 10 cost; 11 surcharge fee forfeiture"
        ),
        (
            .federal3612c,
            "1 special_assessment; 2 restitution; 3 restitution_interest; "
                + "4 avaa_assessment fine community_restitution jvta_assessment surcharge fee "
                + "forfeiture; 5 cost; 6 fine_interest; 7 penalty"
        ),
        (
            .federal2259A,
            "1 special_assessment; 2 restitution; 3 restitution_interest; 4 avaa_assessment; "
                + "5 community_restitution jvta_assessment; 6 fine surcharge fee forfeiture; "
                + "7 cost; 8 fine_interest; 9 penalty"
        ),
        (
            .stateDefault,
            "1 surcharge special_assessment; 2 restitution community_restitution; 3 fine; 4 fee; "
                + "5 penalty; 6 cost; 7 forfeiture; "
                + "8 restitution_interest fine_interest avaa_assessment jvta_assessment"
        ),
    ]

    @Test(arguments: places)
    func `every order has its places`(order: PaymentOrder, places: String) {
        let ranks = Set(order.ranks.map(\.rank)).sorted()
        let words = ranks.map { rank in
            let kinds = order.ranks.filter { $0.rank == rank }.map(\.kind.rawValue)
            return "\(rank) \(kinds.joined(separator: " "))"
        }
        #expect(words.joined(separator: "; ") == places)
    }

    @Test func `interest follows its own principal and community restitution holds the gate`()
        throws
    {
        var docket = try Docket(
            .federalDefault,
            [
                (.penalty, "8.00", [1]), (.jvtaAssessment, "7.00", [1]),
                (.communityRestitution, "6.00", [1]), (.fineInterest, "5.00", [1]),
                (.fine, "4.00", [1]), (.restitutionInterest, "3.00", [1]),
                (.restitution, "2.00", [1]), (.specialAssessment, "1.00", [1]),
            ]
        )
        #expect(
            try docket.pay("20.99")
                == "8 1.00 7 2.00 6 3.00 5 4.00 4 5.00 3 5.99"
        )
        #expect(try docket.pay("16.00") == "3 0.01 2 7.00 1 8.00 rest 0.99")
    }

    @Test func `no payment and no broken debt is allocated`() throws {
        let docket = try Docket(.stateDefault, [(.fine, "1.00", [1])])
        let zero = #expect(throws: LedgerRefusal.self) {
            try docket.order.allocate(.zero, to: docket.debts)
        }
        #expect(zero?.code == .amountNotPositive)
        let debt = docket.debts[0]
        let over = OpenDebt(
            number: 1,
            kind: .fine,
            rank: 1,
            isGated: false,
            isGating: false,
            owed: .zero,
            applied: Money(cents: 1),
            plan: debt.plan,
            held: debt.held,
            citation: ""
        )
        let refusal = #expect(throws: LedgerRefusal.self) {
            try docket.order.allocate(Money(cents: 1), to: [over])
        }
        #expect(refusal?.code == .appliedExceedsOwed)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no payment passes an open gate, loses a cent or skips a rank`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let order = PaymentOrder.all[Int.random(in: 0...2, using: &generator)]
        let kinds = DebtKind.allCases
        var docket = try Docket(
            order,
            (0..<6).map { _ in
                let cents = Int64.random(in: 1...2000, using: &generator)
                return (
                    kinds[Int.random(in: 0..<kinds.count, using: &generator)],
                    Money(cents: cents).description, [3, 1]
                )
            }
        )
        for _ in 0..<12 {
            let payment = Money(cents: .random(in: 1...1500, using: &generator))
            let before = docket.debts
            let allocation = try order.allocate(payment, to: before)
            let applied = try Money.sum(allocation.lines.map(\.applied))
            #expect(try applied + allocation.unapplied == payment, "seed \(seed)")
            _ = try docket.pay(payment.description)
            let gatingOpen = docket.debts.contains { $0.isGating && $0.applied < $0.owed }
            for (old, new) in zip(before, docket.debts) where new.applied > old.applied {
                #expect(!(new.isGated && gatingOpen), "seed \(seed)")
                let passed = docket.debts.contains {
                    $0.rank < new.rank && $0.applied < $0.owed && !$0.isGated
                }
                #expect(!passed, "seed \(seed)")
            }
        }
    }
}
