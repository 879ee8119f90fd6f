public import LedgerModel
import LedgerStore
import PostgresClient

/// A loss that the dockets of several defendants may owe.
public struct OpenClaim: Hashable, Sendable {
    /// The court's own reference for it, without a name.
    public var reference: String

    /// Whose loss it is.
    public var restitution: Restitution

    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?

    /// Describes a claim.
    public init(_ reference: String, _ restitution: Restitution, fund: String? = nil) {
        self.reference = reference
        self.restitution = restitution
        self.fund = fund
    }
}

extension Ledger {
    /// Opens a joint claim: never more than its loss is collected, whoever pays.
    ///
    /// What each docket owes of it is ordered by ``assess(_:_:)`` (18 U.S.C. 3664(h)).
    /// Refused with `LG211` when it is there already, `LG803` for an unknown payee, `LG306`
    /// without a loss.
    @discardableResult
    public func open(
        _ claim: OpenClaim,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let fund = try books.custodialFund(claim.fund)
        let plan = try PlanItem(claim.restitution.plan(), fund: fund.id, books)
        return try await record(
            .openClaims,
            [
                "fund": .number(Int64(fund.id)),
                "loss_cents": .number(try claim.restitution.total.cents),
                "plan": plan.field, "reference": .text(claim.reference),
            ],
            options
        )
    }
}
