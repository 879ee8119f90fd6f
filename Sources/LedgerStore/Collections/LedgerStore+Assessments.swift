package import LedgerModel
package import PostgresClient

/// A debt to be ordered on a docket.
package struct Assessment: Sendable {
    package let key: String
    package let docketID: Int64
    package let authorityID: Int32
    package let grade: String
    package let counts: Int16
    package let priors: Int16
    package let countBasis: CountBasis
    package let amount: Money
    /// The joint claim that the debt is part of.
    package let claimID: Int64?
    /// Which of the plans that go with it, counted from 1.
    package let plan: Int32
    package let postings: [PostingDraft]

    package init(
        key: String,
        docketID: Int64,
        authorityID: Int32,
        grade: String,
        counts: Int16,
        priors: Int16,
        countBasis: CountBasis,
        amount: Money,
        claimID: Int64?,
        plan: Int32,
        postings: [PostingDraft]
    ) {
        self.key = key
        self.docketID = docketID
        self.authorityID = authorityID
        self.grade = grade
        self.counts = counts
        self.priors = priors
        self.countBasis = countBasis
        self.amount = amount
        self.claimID = claimID
        self.plan = plan
        self.postings = postings
    }
}

extension PostgresConnection {
    /// Orders debts; `plans` is the array that `ledger_api.assess_debts` takes.
    package func assess(
        _ debts: [Assessment],
        plans: PostgresJSON
    ) async throws -> [DoorReply] {
        let lines = debts.enumerated().flatMap { index, debt in
            debt.postings.map { (item: Int32(index + 1), draft: $0) }
        }
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.assess_debts(
                \(debts.map(\.key)), \(debts.map(\.docketID)), \(debts.map(\.authorityID)),
                \(debts.map(\.grade)), \(debts.map(\.counts)), \(debts.map(\.priors)),
                \(debts.map(\.countBasis.rawValue)), \(debts.map(\.amount.cents)),
                \(debts.map(\.claimID)), \(plans), \(debts.map(\.plan)),
                \(lines.map(\.item)),
                \(lines.map(\.draft.purse)), \(lines.map(\.draft.debit)),
                \(lines.map(\.draft.credit)), \(lines.map(\.draft.amount.cents))
            ) ORDER BY item
            """
        return try await execute(query.named("assess_debts"), prepared: true)
            .map(DoorReply.init)
    }

    /// The number that an entry's debt has on its docket.
    package func debtNumber(of entry: Int64) async throws -> Int16 {
        let rows = try await execute(
            """
            SELECT debt_no FROM ledger.debt
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND entry_id = \(entry)
            """,
            prepared: true
        )
        guard let row = rows.first else {
            throw PostgresError(.decoding, "entry \(entry) has no debt")
        }
        return try row.decode(at: 0)
    }
}
