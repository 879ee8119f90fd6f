import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient

/// A docket on which anything may happen, in the books and in the model of the law.
struct LawCourt {
    enum Place: String, CaseIterable, Sendable {
        case federal = "us"
        case minnesota = "us-mn-hennepin"
        case newJersey = "us-nj"
    }

    /// What the postings say of the docket.
    struct Books {
        var applied: [Int64]
        var shares: [[Int64]]
        var unapplied: Int64
        var payable: Int64
    }

    private static let docket = "L-1"

    let test: TestLedger
    private var clerk: Ledger
    /// Who approves what the clerk proposes.
    private let second: Ledger
    private var random: SeededGenerator
    private(set) var model = LawModel()
    /// Whether anything was reversed, after which shares heal only little by little.
    private(set) var wasTakenBack = false
    /// The standing receipts by the entry that holds them now.
    private var receipts: [(entry: Int64, cents: Int64)] = []

    static func open(_ place: Place, seed: UInt64) async throws -> LawCourt {
        let test = try await TestLedger.make(from: place.rawValue)
        let first = Case(test: test, clerk: try await test.clerk, docket: docket)
        var court = LawCourt(
            test: test,
            clerk: first.clerk,
            second: try await first.secondClerk(),
            random: SeededGenerator(seed: seed)
        )
        switch place {
        case .federal: try await court.judgeFederal()
        case .minnesota: try await court.judgeMinnesota()
        case .newJersey: try await court.judgeNewJersey()
        }
        return court
    }

    private init(test: TestLedger, clerk: Ledger, second: Ledger, random: SeededGenerator) {
        (self.test, self.clerk, self.second, self.random) = (test, clerk, second, random)
    }

    /// Does one thing, in the books and in the model, and says what.
    mutating func act(_ step: Int) async throws -> String {
        let start = try LedgerDate(iso: "2024-05-01").daysSince2000
        let day = BusinessDay.on(try LedgerDate(daysSince2000: start + Int32(step)))
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<5: return try await takeBack(day)
        case 5..<7: return try await amend(day)
        case 7: return try await vacate(day)
        case 8..<11 where model.payable + model.unapplied > 0: return try await refund(day)
        default: return try await pay(step, day)
        }
    }

    private mutating func pay(_ step: Int, _ day: BusinessDay) async throws -> String {
        let most: Int64 = Bool.random(using: &random) ? 2_000 : 250_000
        let cents = Int64.random(in: 1...most, using: &random)
        let amount = Money(cents: cents)
        let paid = try await clerk.record(
            RecordCollection(amount, on: Self.docket, by: .check, received: day)
        )
        try await clerk.record(RecordDeposit("T-\(step)", stated: amount, deposited: day))
        receipts.append((paid.recorded.entry, cents))
        model.received += cents
        return "\(cents) received"
    }

    /// Any receipt, also one whose money was given back: the payer owes that to the court again,
    /// and makes it good before a debt gets anything.
    private mutating func takeBack(_ day: BusinessDay) async throws -> String {
        guard let place = receipts.indices.randomElement(using: &random) else {
            return "nothing returned"
        }
        let receipt = receipts.remove(at: place)
        let taken = try await clerk.take(
            back: ReturnCollection(receipt.entry, reason: .returnedCheck, returned: day)
        )
        follow(taken.reapplied)
        model.received -= receipt.cents
        wasTakenBack = true
        return "\(receipt.cents) taken back"
    }

    private mutating func amend(_ day: BusinessDay) async throws -> String {
        let debt = Int.random(in: model.debts.indices, using: &random)
        let cents = Int64.random(
            in: model.debts[debt].least...model.debts[debt].most,
            using: &random
        )
        guard cents != model.debts[debt].owed else { return "nothing amended" }
        let changed = try await clerk.amend(
            AmendDebt(
                Int16(debt + 1),
                on: Self.docket,
                to: Money(cents: cents),
                order: "O-1",
                effective: day
            )
        )
        follow(changed.reapplied)
        model.debts[debt].owed = cents
        return "debt \(debt + 1) amended to \(cents)"
    }

    /// What falls free is payable to the payer.
    private mutating func vacate(_ day: BusinessDay) async throws -> String {
        let debt = Int.random(in: model.debts.indices, using: &random)
        let proposed = try await clerk.propose(
            VacateConviction(
                Self.docket,
                order: "O-2",
                debts: [Int16(debt + 1)],
                effective: day
            )
        )
        let changed = try await second.approve(vacatur: proposed.entry)
        follow(changed.reapplied)
        let before = model.unapplied
        model.debts[debt].owed = 0
        let freed = max(0, model.unapplied - before)
        model.givenBack += freed
        model.payable += freed
        return "debt \(debt + 1) vacated"
    }

    private mutating func refund(_ day: BusinessDay) async throws -> String {
        let most = model.payable + max(0, model.unapplied)
        let cents = Int64.random(in: 1...most, using: &random)
        let proposed = try await clerk.propose(
            IssueRefund(Money(cents: cents), on: Self.docket, issued: day)
        )
        try await second.approve(refund: proposed.entry)
        let owed = min(cents, model.payable)
        model.payable -= owed
        model.givenBack += cents - owed
        return "\(cents) refunded"
    }

    private mutating func follow(_ moved: [ReturnedCollection.Reapplied]) {
        wasTakenBack = wasTakenBack || !moved.isEmpty
        for one in moved {
            for place in receipts.indices where receipts[place].entry == one.reversed {
                receipts[place].entry = one.entry
            }
        }
    }

    func books() async throws -> Books {
        var books = Books(
            applied: model.debts.map { _ in 0 },
            shares: model.debts.map { debt in debt.tiers.flatMap { $0.parts.map { _ in 0 } } },
            unapplied: 0,
            payable: 0
        )
        let rows = try await test.query(
            """
            SELECT a.role, p.debt_no, p.share_no, sum(
                CASE a.id WHEN p.credit_account_id THEN p.amount_cents ELSE -p.amount_cents END
            )::bigint
            FROM ledger.journal_entry AS e
            JOIN ledger.posting AS p ON p.jurisdiction_id = e.jurisdiction_id AND p.entry_id = e.id
            JOIN ledger.account AS a
                ON a.jurisdiction_id = e.jurisdiction_id
                AND a.id IN (p.debit_account_id, p.credit_account_id)
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND (a.role IN ('due_to', 'unapplied', 'refund_payable')
                    OR a.role = 'receivable' AND e.kind IN ('collection', 'reversal'))
            GROUP BY 1, 2, 3
            """
        )
        for row in rows {
            let cents = try row.decode(Int64.self, at: 3)
            let debt = try row.decode(Int16?.self, at: 1).map { Int($0) - 1 }
            let share = try row.decode(Int16?.self, at: 2).map(Int.init)
            switch (try row.decode(String.self, at: 0), debt, share) {
            case ("receivable", let debt?, _): books.applied[debt] += cents
            case ("due_to", let debt?, let share?): books.shares[debt][share] += cents
            case ("refund_payable", _, _): books.payable += cents
            default: books.unapplied += cents
            }
        }
        return books
    }
}

extension LawCourt {
    /// Title 18 in one of its three orders; restitution to victims first, then who paid them.
    private mutating func judgeFederal() async throws {
        let name = ["federal-default", "federal-3612c", "federal-2259A"].randomElement(
            using: &random
        )
        let places: [String: Int] =
            switch name {
            case "federal-3612c": ["avaa": 3, "fine": 3, "jvta": 3]
            case "federal-2259A": ["avaa": 3, "jvta": 4, "fine": 5]
            default: ["avaa": 3, "fine": 4, "jvta": 5]
            }
        try await begin(name)
        for payee in ["v-1", "v-2", "insurer"] { _ = try await test.owner.addPayee(payee) }
        clerk = try await test.clerk
        for item in ["special", "restitution", "avaa", "fine", "jvta"].shuffled(using: &random) {
            let cents = 1_000 * Int64.random(in: 1...90, using: &random)
            switch item {
            case "special":
                let counts = Int.random(in: 1...3, using: &random)
                try await order(
                    "us-3013",
                    nil,
                    LawModel.Debt(place: 1, owed: Int64(counts) * 10_000, least: 500)
                ) {
                    ($0.grade, $0.counts) = ("felony", counts)
                }
            case "restitution": try await orderRestitution(cents)
            case "avaa":
                let debt = LawModel.Debt(place: places[item] ?? 0, holdsOthers: true, owed: cents)
                try await order("us-2259A", cents, debt) { $0.grade = "production" }
            case "fine":
                let debt = LawModel.Debt(place: places[item] ?? 0, holdsOthers: true, owed: cents)
                try await order("us-3571", cents, debt) { $0.grade = "felony" }
            default:
                let debt = LawModel.Debt(
                    place: places[item] ?? 0,
                    waits: true,
                    owed: 500_000,
                    least: 500_000,
                    most: 500_000
                )
                try await order("us-3014", nil, debt)
            }
        }
    }

    private mutating func orderRestitution(_ cents: Int64) async throws {
        let other = 1_000 * Int64.random(in: 1...40, using: &random)
        let insured = 1_000 * Int64.random(in: 1...40, using: &random)
        let debt = LawModel.Debt(
            place: 2,
            waits: false,
            holdsOthers: true,
            owed: cents + other + insured,
            least: 1,
            most: 2 * (cents + other + insured),
            tiers: [
                LawModel.Tier(limit: cents + other, parts: [cents / 1_000, other / 1_000]),
                LawModel.Tier(limit: nil, parts: [1]),
            ]
        )
        try await order("us-3663A", nil, debt) {
            $0.restitution = Restitution(
                victims: [
                    PayeeLoss("v-1", Money(cents: cents)), PayeeLoss("v-2", Money(cents: other)),
                ],
                compensators: [PayeeLoss("insurer", Money(cents: insured))]
            )
        }
    }

    /// The surcharge of section 609.3241, 40/20/40, and after it the fine of 609.101, 70/30.
    private mutating func judgeMinnesota() async throws {
        try await begin(nil)
        for item in ["surcharge", "fine"].shuffled(using: &random) {
            if item == "surcharge" {
                let cents = Int64.random(in: 50_000...75_000, using: &random)
                let debt = LawModel.Debt(place: 1, owed: cents, parts: [40, 20, 40])
                try await order("mn-609.3241", cents, debt) { $0.grade = "misdemeanor" }
            } else {
                let cents = Int64.random(in: 1...90_000, using: &random)
                try await order(
                    "mn-609.101-2",
                    cents,
                    LawModel.Debt(place: 2, owed: cents, parts: [70, 30])
                )
            }
        }
    }

    /// The fee of 500.00, 200/200/100.
    private mutating func judgeNewJersey() async throws {
        try await begin(nil)
        let debt = LawModel.Debt(
            place: 1,
            owed: 50_000,
            least: 50_000,
            most: 50_000,
            parts: [200, 200, 100]
        )
        try await order("nj-2C:34-1.2", nil, debt)
    }

    private func begin(_ order: String?) async throws {
        try await clerk.open(
            OpenDocket(
                Self.docket,
                judgmentOn: LedgerDate(iso: "2024-03-01"),
                paymentOrder: order
            )
        )
    }

    private mutating func order(
        _ rule: String,
        _ cents: Int64?,
        _ debt: LawModel.Debt,
        _ change: (inout AssessDebt) -> Void = { _ in }
    ) async throws {
        var assessment = AssessDebt(
            rule,
            on: Self.docket,
            amount: cents.map { Money(cents: $0) }
        )
        change(&assessment)
        try await clerk.assess(assessment)
        model.debts.append(debt)
    }
}

extension LawModel.Debt {
    /// A debt whose money goes to recipients in one proportion.
    fileprivate init(
        place: Int,
        waits: Bool = false,
        holdsOthers: Bool = false,
        owed: Int64,
        least: Int64 = 1,
        most: Int64? = nil,
        parts: [Int64] = [1]
    ) {
        self.init(
            place: place,
            waits: waits,
            holdsOthers: holdsOthers,
            owed: owed,
            least: least,
            most: most ?? 2 * owed,
            tiers: [LawModel.Tier(limit: nil, parts: parts)]
        )
    }
}
