package import LedgerModel
package import PostgresClient

/// The money of one till or file over a range of days.
package struct DailyCashRow: Sendable {
    package static let methods = ["cash", "check", "card", "ach", "wire", "other"]

    package let source: String
    package let receipts: Int64
    /// In the order of ``methods``.
    package let received: [Money]
    package let voids: Int64
    package let voided: Money
    package let takenBack: Money
    package let deposited: Money
    package let undeposited: Money
    package let late: Int64
    package let longestDays: Int32?

    init(_ row: PostgresRow) throws {
        source = try row.decode(at: 0)
        receipts = try row.decode(at: 1)
        received = try (2...7).map { try row.money(at: $0) }
        voids = try row.decode(at: 8)
        voided = try row.money(at: 9)
        takenBack = try row.money(at: 10)
        deposited = try row.money(at: 11)
        undeposited = try row.money(at: 12)
        late = try row.decode(at: 13)
        longestDays = try row.decode(at: 14)
    }
}

/// A session of a till; what is expected and counted is nil while it is open.
package struct TillSessionRow: Sendable {
    package let till: String
    package let openedOn: LedgerDate
    package let openedBy: String
    package let changeFund: Money
    package let closedOn: LedgerDate?
    package let expected: Money?
    package let counted: Money?
    package let countedBy: [String]
    package let checks: TillChecksRow?

    init(_ row: PostgresRow) throws {
        till = try row.decode(at: 0)
        openedOn = try LedgerDate(row.decode(PostgresDate.self, at: 2))
        openedBy = try row.decode(String?.self, at: 3) ?? ""
        changeFund = try row.money(at: 4)
        closedOn = try row.decode(PostgresDate?.self, at: 5).map { try LedgerDate($0) }
        expected = try row.decode(Int64?.self, at: 6).map(Money.init(cents:))
        counted = try row.decode(Int64?.self, at: 7).map(Money.init(cents:))
        countedBy = try [8, 9].compactMap { try row.decode(String?.self, at: $0) }
        checks = try TillChecksRow(row, at: 10)
    }
}

/// A receipt and the days that its money took to the bank.
package struct DailyReceiptRow: Sendable {
    package let source: String
    package let number: String
    package let receivedOn: LedgerDate
    package let method: String
    package let origin: String
    package let amount: Money
    package let endedBy: String?
    package let ticket: String?
    package let depositedOn: LedgerDate?
    package let days: Int32?
    package let isLate: Bool

    init(_ row: PostgresRow) throws {
        source = try row.decode(at: 0)
        number = try row.decode(at: 1)
        receivedOn = try LedgerDate(row.decode(PostgresDate.self, at: 3))
        method = try row.decode(at: 4)
        origin = try row.decode(at: 5)
        amount = try row.money(at: 6)
        endedBy = try row.decode(at: 7)
        ticket = try row.decode(at: 8)
        depositedOn = try row.decode(PostgresDate?.self, at: 9).map { try LedgerDate($0) }
        days = try row.decode(at: 10)
        isLate = try row.decode(at: 11)
    }
}

/// Numbers that are missing in a till's book.
package struct ReceiptGapRow: Sendable {
    package let source: String
    package let first: Int64
    package let last: Int64

    init(_ row: PostgresRow) throws {
        source = try row.decode(at: 0)
        first = try row.decode(at: 1)
        last = try row.decode(at: 2)
    }
}

extension PostgresConnection {
    package func dailyCash(_ scope: ReportQueryScope) async throws -> [DailyCashRow] {
        try await call("daily_cash", [scope.beginDate, scope.endDate, scope.knownAt])
            .map(DailyCashRow.init)
    }

    package func tillSessions(_ scope: ReportQueryScope) async throws -> [TillSessionRow] {
        try await call("till_sessions", [scope.beginDate, scope.endDate, scope.knownAt])
            .map(TillSessionRow.init)
    }

    package func dailyReceipts(_ scope: ReportQueryScope) async throws -> [DailyReceiptRow] {
        try await call("daily_receipts", [scope.beginDate, scope.endDate, scope.knownAt])
            .map(DailyReceiptRow.init)
    }

    package func receiptGaps() async throws -> [ReceiptGapRow] {
        try await call("receipt_gaps", []).map(ReceiptGapRow.init)
    }
}
