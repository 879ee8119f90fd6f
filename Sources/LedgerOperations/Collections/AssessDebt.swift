public import LedgerModel
import LedgerStore
import PostgresClient
import StatuteLibrary

/// A debt that a judgment orders.
public struct AssessDebt: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String

    /// The rule's short name or citation.
    public var rule: String

    /// The grade of the offense, where the rule asks for it.
    public var grade: String?

    /// The number of counts of conviction.
    public var counts: Int

    /// The number of prior convictions.
    public var priors: Int

    /// The court's own figure, needed where the rule gives a range.
    public var amount: Money?

    /// The recipients in roles of this case, by code; other roles are the jurisdiction's usual,
    /// except restitution payees, whom each judgment names.
    public var recipients: [String: [String]]

    /// How the judgment weighs the recipients of a role that it divides.
    public var weights: [String: [Int64]]

    /// Whom the judgment makes whole, by their losses; empty where it does not say so.
    ///
    /// The amount is then their sum.
    public var restitution: Restitution

    /// The joint claim that the debt is part of; the amount is then at most its loss, and all of
    /// it where the judgment does not say.
    public var claim: String?

    /// The yearly rate of interest in parts of a million, where the law gives interest on the debt;
    /// nil to record it later.
    public var interestRate: Int64?

    /// Describes a debt; set what its rule asks for beyond this.
    public init(_ rule: String, on docket: String, amount: Money? = nil) {
        self.rule = rule
        self.docket = docket
        self.amount = amount
        counts = 1
        priors = 0
        recipients = [:]
        weights = [:]
        restitution = Restitution()
    }
}

/// A debt as it was ordered.
public struct AssessedDebt: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded

    /// The number of the debt on its docket.
    public let debt: Int16

    /// What was ordered.
    public let amount: Money

    /// The statute under which it was ordered.
    public let citation: String

    /// Whether the statute's amount was taken for each count or once.
    public let countBasis: CountBasis
}

extension Ledger {
    /// Orders a debt under a rule in force on the day of judgment.
    ///
    /// Refused with `LG201` without the docket, `LG204` to `LG206` by the rule, `LG207` when a
    /// role has no recipient, and `LG208`, leaving no receivable, where the law spares the
    /// indigent and that is what the court found last; with `LG210` and `LG212` by the claim, and
    /// `LG214` when the losses are not what is ordered, `LG225` and `LG226` by the
    /// rate of interest.
    @discardableResult
    public func assess(
        _ debt: AssessDebt,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> AssessedDebt {
        let books = try await self.books()
        let library = try library()
        let (reply, assessment, number, rule) = try await write(options) { connection in
            guard let docket = try await connection.dockets([debt.docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: debt.docket)
            }
            let rule = try library.rule(debt.rule, on: docket.judgmentOn)
            let claim = try await Self.claim(of: debt, on: docket.id, connection)
            let assessment = try Self.assessment(
                debt,
                rule,
                docket,
                key: options.requestKey,
                claim: claim,
                books
            )
            let plan = try Self.plan(of: debt, rule, claim, fund: docket.fundID, books)
            let reply = try await connection.assess(
                [assessment],
                plans: PostgresJSON(try PlanItem.json([plan]))
            )[0]
            guard reply.refusal == nil else { return (reply, assessment, Int16(0), rule) }
            let number = try await connection.debtNumber(of: reply.entryID)
            if let rate = debt.interestRate {
                var each = options
                each.requestKey = "\(options.requestKey):interest"
                let term = SetInterestTerm(rate, of: number, on: debt.docket)
                let facts = try await connection.interestFacts(docket.id, number)
                let command = try Self.command(term, docket, facts, each, books, library)
                let set = try await connection.ask(.setInterestTerms, [command])[0]
                if let refusal = set.refusal { throw refusal }
            }
            return (reply, assessment, number, rule)
        }
        return AssessedDebt(
            recorded: try await recorded(reply, options),
            debt: number,
            amount: assessment.amount,
            citation: rule.citation,
            countBasis: assessment.countBasis
        )
    }

    /// The claim that a debt is part of, locked, with its plan.
    private static func claim(
        of debt: AssessDebt,
        on docket: Int64,
        _ connection: isolated PostgresConnection
    ) async throws -> (row: ClaimedLossRow, plan: PlanItem)? {
        guard let reference = debt.claim else { return nil }
        guard let row = try await connection.claims([reference], for: [docket]).first,
            let plan = try await connection.plans([row.planID]).first
        else { throw LedgerRefusal(.claimUnknown, detail: reference) }
        return (row, PlanItem(plan))
    }

    static func assessment(
        _ debt: AssessDebt,
        _ rule: StatuteRule,
        _ docket: DocketRow,
        key: String,
        plan: Int32 = 1,
        claim: (row: ClaimedLossRow, plan: PlanItem)? = nil,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> Assessment {
        let basis =
            rule.assessment.basis ?? CountBasis(rawValue: books.jurisdiction.countBasis)
            ?? .perOffender
        let amount = try rule.assess(
            grade: debt.grade,
            counts: debt.counts,
            priors: debt.priors,
            isEntity: docket.isEntity,
            requested: debt.requested(of: claim?.row),
            judgmentOn: docket.judgmentOn,
            countBasis: basis
        )
        let authority = books.authorities.first {
            $0.rule == rule.id && $0.version == rule.version
        }
        guard let authority, let counts = Int16(exactly: debt.counts),
            let priors = Int16(exactly: debt.priors)
        else { throw LedgerRefusal(.authorityUnknown, detail: "\(rule.id) in these books") }
        let accounts = try books.accounts(in: books.custodialPurse(of: docket.fundID))
        return Assessment(
            key: key,
            docketID: docket.id,
            authorityID: authority.id,
            grade: debt.grade ?? "",
            counts: counts,
            priors: priors,
            countBasis: basis,
            amount: amount,
            claimID: claim?.row.id,
            plan: plan,
            postings: try PostingRules.debtAssessed(
                0,
                amount: claim?.row.raised(by: amount) ?? amount,
                in: accounts
            )
        )
    }

    static func plan(
        of debt: AssessDebt,
        _ rule: StatuteRule,
        _ claim: (row: ClaimedLossRow, plan: PlanItem)? = nil,
        fund: Int32,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> PlanItem {
        if let claim { return claim.plan }
        if !debt.restitution.isEmpty {
            // The database refuses payees whom the rule does not name.
            return try PlanItem(debt.restitution.plan(), fund: fund, books)
        }
        // Whom a judgment makes whole, no habit of the court can say.
        let named = Set(rule.shares.filter { $0.division == .byJudgment }.map(\.role))
        let usual = books.recipientsByRole.filter { !named.contains($0.key) }
        let roles = usual.merging(debt.recipients) { $1 }
        let plan = try rule.sharePlan(resolving: roles, weights: debt.weights)
        return try PlanItem(plan, fund: fund, books)
    }
}

extension AssessDebt {
    /// What the court orders; nil leaves it to the statute.
    fileprivate func requested(of claim: ClaimedLossRow?) throws(LedgerRefusal) -> Money? {
        guard restitution.isEmpty else {
            let losses = try restitution.total
            guard claim == nil, amount == nil || amount == losses else {
                throw LedgerRefusal(.lossesDiffer, detail: "losses of \(losses)")
            }
            return losses
        }
        return amount ?? claim?.loss
    }
}

extension StoredBooks {
    /// The recipients of every role by default.
    var recipientsByRole: [String: [String]] {
        var byRole: [String: [String]] = [:]
        for recipient in recipients {
            for role in recipient.roles { byRole[role, default: []].append(recipient.code) }
        }
        return byRole
    }
}
