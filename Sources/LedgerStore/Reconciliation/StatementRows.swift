package import LedgerModel
package import PostgresClient

/// A number by which files name a bank account, as far as it is kept.
package struct BankAccountNumberRow: Sendable {
    package let accountID: Int64
    package let account: String
    package let currency: String
    package let fund: String
    package let salt: [UInt8]
    package let commitment: [UInt8]
    package let lastFour: String

    init(_ row: PostgresRow) throws {
        accountID = try row.decode(at: 0)
        account = try row.decode(at: 1)
        currency = try row.decode(at: 2)
        fund = try row.decode(at: 3)
        salt = try row.decode(at: 4)
        commitment = try row.decode(at: 5)
        lastFour = try row.decode(at: 6)
    }
}

/// How the files of a source are read, in the version that holds.
package struct StatementSourceRow: Sendable {
    package let entryID: Int64
    package let version: Int32
    package let mapping: String

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        version = try row.decode(at: 1)
        mapping = try row.decode(at: 2)
    }
}

/// A file of statements.
package struct StatementFileRow: Sendable {
    package let entryID: Int64
    package let number: Int64?
    package let fileName: String
    package let format: String
    package let source: String?
    package let verdict: String
    package let statements: Int64
    package let lines: Int64
    package let findings: Int64
    package let digest: String
    package let recordedAt: PostgresTimestamp
    package let login: String

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        fileName = try row.decode(at: 2)
        format = try row.decode(at: 3)
        source = try row.decode(at: 4)
        verdict = try row.decode(at: 5)
        statements = Int64(try row.decode(Int32.self, at: 6))
        lines = try row.decode(at: 7)
        findings = Int64(try row.decode(Int32.self, at: 8))
        digest = try row.decode(at: 9)
        recordedAt = try row.decode(at: 10)
        login = try row.decode(at: 11)
    }
}

/// A statement and how it stands among those of its account; amounts in minor units.
package struct StatementRow: Sendable {
    package let entryID: Int64
    package let number: Int64?
    package let account: String
    package let lastFour: String?
    package let fund: String
    package let fileID: Int64
    package let fileName: String
    package let format: String
    package let identity: String
    package let sequence: String?
    package let currency: String
    package let isInterim: Bool
    package let from: LedgerDate?
    package let to: LedgerDate?
    package let opening: Int64?
    package let closing: Int64?
    package let lines: Int32
    package let credits: Int64
    package let debits: Int64
    package let status: String
    package let findings: Int64
    package let previousClosing: Int64?
    package let daysMissing: Int64?
    package let recordedAt: PostgresTimestamp
    package let login: String
    package let supersededBy: Int64?
    package let releasedBy: String?
    package let reason: String?

    static let columns = """
        entry_id, number, account, last_four, fund, file_id, file_name, format, identity, sequence,
        currency, is_interim, from_on, to_on, opening_minor, closing_minor, line_count,
        credits_minor, debits_minor, status, finding_count, previous_closing_minor, days_missing,
        recorded_at, login, superseded_by, released_by, reason
        """

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        account = try row.decode(at: 2)
        lastFour = try row.decode(at: 3)
        fund = try row.decode(at: 4)
        fileID = try row.decode(at: 5)
        fileName = try row.decode(at: 6)
        format = try row.decode(at: 7)
        identity = try row.decode(at: 8)
        sequence = try row.decode(at: 9)
        currency = try row.decode(at: 10)
        isInterim = try row.decode(at: 11)
        from = try row.decode(PostgresDate?.self, at: 12).map(LedgerDate.init)
        to = try row.decode(PostgresDate?.self, at: 13).map(LedgerDate.init)
        opening = try row.decode(at: 14)
        closing = try row.decode(at: 15)
        lines = try row.decode(at: 16)
        credits = try row.decode(at: 17)
        debits = try row.decode(at: 18)
        status = try row.decode(at: 19)
        findings = try row.decode(at: 20)
        previousClosing = try row.decode(at: 21)
        daysMissing = try row.decode(at: 22)
        recordedAt = try row.decode(at: 23)
        login = try row.decode(at: 24)
        supersededBy = try row.decode(at: 25)
        releasedBy = try row.decode(at: 26)
        reason = try row.decode(at: 27)
    }
}

/// A line of a statement, its references written as `kind key`.
package struct StatementLineRow: Sendable {
    package let ordinal: Int32
    package let bookedOn: LedgerDate?
    package let valueOn: LedgerDate?
    package let amount: Int64
    package let currency: String
    package let status: String
    package let typeCode: String
    package let text: String
    package let references: String
    package let returns: String

    init(_ row: PostgresRow) throws {
        ordinal = try row.decode(at: 0)
        bookedOn = try row.decode(PostgresDate?.self, at: 1).map(LedgerDate.init)
        valueOn = try row.decode(PostgresDate?.self, at: 2).map(LedgerDate.init)
        amount = try row.decode(at: 3)
        currency = try row.decode(at: 4)
        status = try row.decode(at: 5)
        typeCode = try row.decode(at: 6)
        text = try row.decode(at: 7)
        references = try row.decode(at: 8)
        returns = try row.decode(at: 9)
    }
}

/// Something found wrong with a file.
package struct StatementFindingRow: Sendable {
    package let severity: String
    package let code: String
    package let record: Int64
    package let byteOffset: Int64
    package let detail: String

    init(_ row: PostgresRow) throws {
        severity = try row.decode(at: 0)
        code = try row.decode(at: 1)
        record = try row.decode(at: 2)
        byteOffset = try row.decode(at: 3)
        detail = try row.decode(at: 4)
    }
}
