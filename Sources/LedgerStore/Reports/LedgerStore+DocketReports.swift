package import LedgerModel
package import PostgresClient

extension PostgresConnection {
    package func docketStatement(
        _ reference: String,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketStatementRow] {
        let rows = try await call("docket_statement", [reference, knownAt])
        guard !rows.isEmpty else { throw LedgerRefusal(.docketUnknown, detail: reference) }
        return try rows.map(DocketStatementRow.init)
    }

    package func docketApplications(
        _ reference: String,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketApplicationRow] {
        try await call("docket_applications", [reference, knownAt]).map(DocketApplicationRow.init)
    }

    package func docketGrounds(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketGroundRow] {
        try await call("docket_grounds", [reference, PostgresDate(on), knownAt])
            .map(DocketGroundRow.init)
    }

    package func docketFindings(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [(foundOn: LedgerDate, isIndigent: Bool)] {
        try await call("docket_findings", [reference, PostgresDate(on), knownAt]).map {
            (
                try LedgerDate($0.decode(PostgresDate.self, at: 0)),
                try $0.decode(Bool.self, at: 1)
            )
        }
    }

    package func docketSchedule(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketInstalmentRow] {
        try await call("docket_schedule", [reference, PostgresDate(on), knownAt])
            .map(DocketInstalmentRow.init)
    }

    package func docketChanges(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketChangeRow] {
        try await call("docket_changes", [reference, PostgresDate(on), knownAt])
            .map(DocketChangeRow.init)
    }

    package func docketWriteOffs(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketWriteOffRow] {
        try await call("docket_write_offs", [reference, PostgresDate(on), knownAt])
            .map(DocketWriteOffRow.init)
    }

    package func docketRefunds(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketReceiptRow] {
        try await call("docket_refunds", [reference, PostgresDate(on), knownAt])
            .map(DocketReceiptRow.init)
    }

    package func docketHolds(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [DocketReceiptRow] {
        try await call("docket_holds", [reference, PostgresDate(on), knownAt])
            .map(DocketReceiptRow.init)
    }

    /// The joint claims that debts of a docket are part of.
    package func docketClaims(
        _ reference: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [(debt: Int, claim: String)] {
        try await call("docket_claims", [reference, PostgresDate(on), knownAt]).map {
            (Int(try $0.decode(Int16.self, at: 0)), try $0.decode(String.self, at: 1))
        }
    }

    package func claimStatement(
        _ claim: String,
        _ on: LedgerDate,
        knownAt: PostgresTimestamp?
    ) async throws -> [ClaimStatementRow] {
        let rows = try await call("claim_statement", [claim, PostgresDate(on), knownAt])
        guard !rows.isEmpty else { throw LedgerRefusal(.claimUnknown, detail: claim) }
        return try rows.map(ClaimStatementRow.init)
    }
}
