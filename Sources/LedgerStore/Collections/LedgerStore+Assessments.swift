package import LedgerModel
package import PostgresClient

/// A debt to be ordered on a docket.
package struct Assessment: Sendable {
    package let key: String
    package let docketID: Int64
    package let authorityID: Int32
    package let grade: String
    package let counts: Int16
    package let amount: Money
    /// Which of the plans that go with it, counted from 1.
    package let plan: Int32
    package let postings: [PostingDraft]

    package init(
        key: String,
        docketID: Int64,
        authorityID: Int32,
        grade: String,
        counts: Int16,
        amount: Money,
        plan: Int32,
        postings: [PostingDraft]
    ) {
        self.key = key
        self.docketID = docketID
        self.authorityID = authorityID
        self.grade = grade
        self.counts = counts
        self.amount = amount
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
                \(debts.map(\.grade)), \(debts.map(\.counts)), \(debts.map(\.amount.cents)),
                \(plans), \(debts.map(\.plan)), \(lines.map(\.item)),
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
