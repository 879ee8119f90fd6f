import LedgerModel
import LedgerStore
import StatuteLibrary

/// A debt as another system leaves it: what was ordered, and what each share holds of it.
struct OpeningDebt: Sendable {
    let line: Int
    let reference: String
    let judgmentOn: LedgerDate
    let isEntity: Bool
    let paymentOrder: String
    let authority: Int32
    let rank: Int16
    let grade: String
    let counts: Int16
    let priors: Int16
    let countBasis: CountBasis
    let ordered: Money
    let plan: SharePlan
    let item: PlanItem
    var held: [Money]
    let sent: [Money]

    var applied: Money { Money(cents: held.reduce(0) { $0 + $1.cents }) }
}

/// Reads the lines of the debts; what one rule asks for is looked up once.
struct OpeningDebtReader {
    private struct Law {
        let authority: AuthorityRow
        let rule: StatuteRule
        let basis: CountBasis
        /// The usual plan, or why only the judgment can say.
        let plan: Result<(SharePlan, PlanItem), LedgerRefusal>
    }

    let books: OpeningBooks
    private var laws: [String: Law] = [:]

    init(_ books: OpeningBooks) { self.books = books }

    mutating func read(_ record: OpeningRecord) throws(OpeningFault) -> OpeningDebt {
        let judgmentOn = try record.date("judgment_date", notAfter: books.cutOver)
        let law = try law(record, on: judgmentOn)
        let order = try record.text("payment_order") ?? books.books.jurisdiction.paymentOrder
        guard let paymentOrder = PaymentOrder.named(order) else {
            let refusal = LedgerRefusal(.paymentOrderPassed, detail: "no payment order \(order)")
            throw record.fault("payment_order", refusal)
        }
        let ordered = try record.positiveAmount("ordered")
        let (plan, item) = try plan(record, law, ordered)
        let held = try holdings("held", record, plan)
        let debt = OpeningDebt(
            line: record.line,
            reference: try record.requiredText("docket"),
            judgmentOn: judgmentOn,
            isEntity: try record.flag("entity", usually: false),
            paymentOrder: order,
            authority: law.authority.id,
            rank: paymentOrder.rank(of: law.authority.debtKind),
            grade: try record.text("grade") ?? "",
            counts: try record.number("counts", usually: 1, in: 1...Int16.max),
            priors: try record.number("priors", usually: 0, in: 0...Int16.max),
            countBasis: law.basis,
            ordered: ordered,
            plan: plan,
            item: item,
            held: held,
            sent: try holdings("sent", record, plan)
        )
        guard debt.applied <= ordered else {
            let detail = "\(debt.applied) held of \(ordered)"
            throw record.fault("held", LedgerRefusal(.appliedExceedsOwed, detail: detail))
        }
        return debt
    }

    private mutating func law(
        _ record: OpeningRecord,
        on judgment: LedgerDate
    ) throws(OpeningFault) -> Law {
        let name = try record.requiredText("rule", upTo: 120)
        let key = "\(name)/\(judgment)"
        if let known = laws[key] { return known }
        do throws(LedgerRefusal) {
            let rule = try books.library.rule(name, on: judgment)
            let authority = books.books.authorities.first {
                $0.rule == rule.id && $0.version == rule.version
            }
            guard let authority else {
                throw LedgerRefusal(.authorityUnknown, detail: "\(rule.id) in these books")
            }
            let law = Law(
                authority: authority,
                rule: rule,
                basis: rule.assessment.basis
                    ?? CountBasis(rawValue: books.books.jurisdiction.countBasis) ?? .perOffender,
                plan: usualPlan(of: rule)
            )
            if laws.count < 20_000 { laws[key] = law }
            return law
        } catch { throw record.fault("rule", error) }
    }

    private func usualPlan(of rule: StatuteRule) -> Result<(SharePlan, PlanItem), LedgerRefusal> {
        do throws(LedgerRefusal) {
            let plan = try books.plan(of: rule, losses: [])
            return .success((plan, try books.item(plan)))
        } catch { return .failure(error) }
    }

    private func plan(
        _ record: OpeningRecord,
        _ law: Law,
        _ ordered: Money
    ) throws(OpeningFault) -> (SharePlan, PlanItem) {
        let losses = try record.amounts("losses")
        do throws(LedgerRefusal) {
            guard !losses.isEmpty else { return try law.plan.get() }
            guard try Money.sum(losses.map(\.amount)) == ordered else {
                throw LedgerRefusal(.lossesDiffer, detail: "\(ordered) ordered")
            }
            let plan = try books.plan(of: law.rule, losses: losses)
            return (plan, try books.item(plan))
        } catch { throw record.fault("losses", error) }
    }

    /// What a column gives to each share, by the codes of the recipients.
    private func holdings(
        _ column: String,
        _ record: OpeningRecord,
        _ plan: SharePlan
    ) throws(OpeningFault) -> [Money] {
        var amounts = [Money](repeating: .zero, count: plan.shareCount)
        let codes = plan.shares.map(\.recipient)
        for (name, amount) in try record.amounts(column) {
            guard let share = codes.firstIndex(of: name) else {
                let known = codes.prefix(10).joined(separator: ", ")
                let detail = "\(name) is none of \(known)"
                throw record.fault(column, LedgerRefusal(.recipientNotNamed, detail: detail))
            }
            guard codes.lastIndex(of: name) == share else {
                throw record.fault(
                    column,
                    reason: "\(name) has several shares of this debt, so that one amount does "
                        + "not say what each holds"
                )
            }
            amounts[share] = amount
        }
        return amounts
    }
}
