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

    /// Whether the court found the person indigent.
    public var isIndigent: Bool

    /// The court's own figure, needed where the rule gives a range.
    public var amount: Money?

    /// The recipients in roles of this case, by code; other roles are the jurisdiction's usual,
    /// except restitution payees, whom each judgment names.
    public var recipients: [String: [String]]

    /// How the judgment weighs the recipients of a role that it divides.
    public var weights: [String: [Int64]]

    /// Describes a debt; set what its rule asks for beyond this.
    public init(_ rule: String, on docket: String, amount: Money? = nil) {
        self.rule = rule
        self.docket = docket
        self.amount = amount
        counts = 1
        priors = 0
        isIndigent = false
        recipients = [:]
        weights = [:]
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
}

extension Ledger {
    /// Orders a debt under a rule in force on the day of judgment.
    ///
    /// Refused with `LG201` without the docket, `LG204` to `LG206` by the rule, `LG207` when a
    /// role has no recipient, and `LG208`, leaving no receivable, where the law spares the
    /// indigent.
    @discardableResult
    public func assess(
        _ debt: AssessDebt,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> AssessedDebt {
        let books = try await self.books()
        let library = try library()
        let (reply, assessment, number, citation) = try await write(options) { connection in
            guard let docket = try await connection.dockets([debt.docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: debt.docket)
            }
            let rule = try library.rule(debt.rule, on: docket.judgmentOn)
            let assessment = try Self.assessment(
                debt,
                rule,
                docket,
                key: options.requestKey,
                books
            )
            let plan = try Self.plan(of: debt, rule, fund: docket.fundID, books)
            let reply = try await connection.assess(
                [assessment],
                plans: PostgresJSON(try PlanItem.json([plan]))
            )[0]
            let number =
                reply.refusal == nil ? try await connection.debtNumber(of: reply.entryID) : 0
            return (reply, assessment, number, rule.citation)
        }
        return AssessedDebt(
            recorded: try await recorded(reply, options),
            debt: number,
            amount: assessment.amount,
            citation: citation
        )
    }

    static func assessment(
        _ debt: AssessDebt,
        _ rule: StatuteRule,
        _ docket: DocketRow,
        key: String,
        plan: Int32 = 1,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> Assessment {
        let amount = try rule.assess(
            grade: debt.grade,
            counts: debt.counts,
            priors: debt.priors,
            isEntity: docket.isEntity,
            requested: debt.amount,
            judgmentOn: docket.judgmentOn,
            countBasis: CountBasis(rawValue: books.jurisdiction.countBasis) ?? .perOffender,
            isIndigent: debt.isIndigent
        )
        let authority = books.authorities.first {
            $0.rule == rule.id && $0.version == rule.version
        }
        guard let authority, let counts = Int16(exactly: debt.counts) else {
            throw LedgerRefusal(.authorityUnknown, detail: "\(rule.id) in these books")
        }
        let accounts = try books.accounts(in: books.custodialPurse(of: docket.fundID))
        return Assessment(
            key: key,
            docketID: docket.id,
            authorityID: authority.id,
            grade: debt.grade ?? "",
            counts: counts,
            amount: amount,
            plan: plan,
            postings: try PostingRules.debtAssessed(0, amount: amount, in: accounts)
        )
    }

    static func plan(
        of debt: AssessDebt,
        _ rule: StatuteRule,
        fund: Int32,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> PlanItem {
        // Whom a judgment makes whole, no habit of the court can say.
        let named = Set(rule.shares.filter { $0.division == .byJudgment }.map(\.role))
        let usual = books.recipientsByRole.filter { !named.contains($0.key) }
        let roles = usual.merging(debt.recipients) { $1 }
        let plan = try rule.sharePlan(resolving: roles, weights: debt.weights)
        return try PlanItem(plan, fund: fund, books)
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
