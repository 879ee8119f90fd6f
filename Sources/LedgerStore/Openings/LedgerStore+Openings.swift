package import LedgerModel
package import PostgresClient

/// An item that an opening cannot bring in.
package struct BroughtFault: Sendable {
    /// The item, counted from 1.
    package let item: Int
    package let refusal: LedgerRefusal

    init(_ row: PostgresRow) throws {
        item = try row.decode(Int.self, at: 0)
        let sqlstate = try row.decode(String.self, at: 1)
        guard let code = LedgerRefusal.Code(rawValue: sqlstate) else {
            throw PostgresError(.decoding, "an opening answered with the code \(sqlstate)")
        }
        refusal = LedgerRefusal(code, detail: try row.decode(at: 2))
    }
}

/// Where the books and what the old system says of them differ.
package struct OpeningDifference: Sendable {
    package enum Subject: String, Sendable {
        case lines
        case control
        case account
    }

    package let subject: Subject
    package let name: String
    package let expected: Int64
    package let found: Int64

    init(_ row: PostgresRow) throws {
        subject = try row.word(at: 0)
        name = try row.decode(at: 1)
        expected = try row.decode(at: 2)
        found = try row.decode(at: 3)
    }
}

extension PostgresConnection {
    package func bring(
        _ debts: [BroughtDebt],
        plans: PostgresJSON,
        into opening: Int64
    ) async throws -> [BroughtFault] {
        let shares = debts.enumerated().flatMap { index, debt in
            debt.shares.map { (item: Int32(index + 1), share: $0) }
        }
        let query: Query =
            """
            SELECT item, code, detail FROM ledger_api.bring_debts(
                \(opening), \(debts.map(\.reference)),
                \(debts.map { PostgresDate($0.judgmentOn) }), \(debts.map(\.isEntity)),
                \(debts.map(\.paymentOrder)), \(debts.map(\.authorityID)),
                \(debts.map(\.grade)), \(debts.map(\.counts)), \(debts.map(\.priors)),
                \(debts.map(\.countBasis.rawValue)), \(debts.map(\.ordered.cents)), \(plans),
                \(debts.map(\.plan)), \(shares.map(\.item)), \(shares.map(\.share.share)),
                \(shares.map(\.share.held.cents)), \(shares.map(\.share.sent.cents))
            )
            """
        return try await faults(query.named("bring_debts"))
    }

    /// Brings receipts of one source.
    package func bring(
        _ receipts: [BroughtReceipt],
        of source: String,
        into opening: Int64
    ) async throws -> [BroughtFault] {
        let shares = receipts.enumerated().flatMap { index, receipt in
            receipt.shares.map { (item: Int32(index + 1), share: $0) }
        }
        let query: Query =
            """
            SELECT item, code, detail FROM ledger_api.bring_receipts(
                \(opening), \(source), \(receipts.map(\.number)), \(receipts.map(\.docket)),
                \(receipts.map { PostgresDate($0.receivedOn) }),
                \(receipts.map(\.amount.cents)), \(receipts.map(\.method)),
                \(receipts.map(\.payerReference)), \(receipts.map(\.isDeposited)),
                \(shares.map(\.item)), \(shares.map(\.share.debt)), \(shares.map(\.share.share)),
                \(shares.map(\.share.amount.cents))
            )
            """
        return try await faults(query.named("bring_receipts"))
    }

    package func bring(
        _ checks: [BroughtCheck],
        into opening: Int64
    ) async throws -> [BroughtFault] {
        let query: Query =
            """
            SELECT item, code, detail FROM ledger_api.bring_checks(
                \(opening), \(checks.map(\.number)), \(checks.map(\.payableTo)),
                \(checks.map { PostgresDate($0.issuedOn) }), \(checks.map(\.amount.cents)),
                \(checks.map(\.kind))
            )
            """
        return try await faults(query.named("bring_checks"))
    }

    /// Ties the books to the old trial balance (debits less credits by account).
    package func close(
        opening: Int64,
        accounts: [Int32],
        cents: [Int64]
    ) async throws -> [OpeningDifference] {
        let query: Query =
            """
            SELECT subject, name, expected, found
            FROM ledger_api.close_opening(\(opening), \(accounts), \(cents))
            """
        return try await execute(
            query.named("close_opening"),
            prepared: true,
            deadline: .seconds(600)
        ).map(OpeningDifference.init)
    }

    /// The statement of a proposed opening, or nil when there is none of this number.
    package func proposedOpening(_ proposal: Int64) async throws -> String? {
        let query: Query =
            """
            SELECT statement FROM ledger.proposal
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND entry_id = \(proposal) AND action = 'opening'
            """
        return try await execute(query.named("proposed_opening")).first?.decode(at: 0)
    }

    private func faults(_ query: Query) async throws -> [BroughtFault] {
        try await execute(query, prepared: true, deadline: .seconds(600)).map(BroughtFault.init)
    }
}
