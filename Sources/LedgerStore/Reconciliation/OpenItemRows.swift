package import LedgerModel
package import PostgresClient

/// A line of a statement that is not explained, or not in full; amounts in minor units.
package struct OpenLineRow: Sendable {
    package let statementID: Int64
    package let statement: Int64?
    package let ordinal: Int32
    package let bookedOn: LedgerDate
    package let valueOn: LedgerDate?
    package let typeCode: String
    package let text: String
    package let amount: Int64
    package let claimed: Int64
    package let references: String
    package let returns: String

    init(_ row: PostgresRow) throws {
        statementID = try row.decode(at: 0)
        statement = try row.decode(at: 1)
        ordinal = try row.decode(at: 2)
        bookedOn = try LedgerDate(row.decode(PostgresDate.self, at: 3))
        valueOn = try row.decode(PostgresDate?.self, at: 4).map(LedgerDate.init)
        typeCode = try row.decode(at: 5)
        text = try row.decode(at: 6)
        amount = try row.decode(at: 7)
        claimed = try row.decode(at: 8)
        references = try row.decode(at: 9)
        returns = try row.decode(at: 10)
    }
}

/// What an entry moved on an account that a bank proves, and the bank has not shown in full.
package struct OpenEntryRow: Sendable {
    package let entryID: Int64
    package let number: Int64?
    package let effectiveOn: LedgerDate
    package let kind: String
    package let amount: Int64
    package let claimed: Int64
    package let references: String

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        effectiveOn = try LedgerDate(row.decode(PostgresDate.self, at: 2))
        kind = try row.decode(at: 3)
        amount = try row.decode(at: 4)
        claimed = try row.decode(at: 5)
        references = try row.decode(at: 6)
    }
}

/// A match, why it was made and what became of it.
package struct MatchRow: Sendable {
    package let entryID: Int64
    package let number: Int64?
    package let matchNo: Int32
    package let account: String
    package let state: String
    package let rulesVersion: Int32?
    package let rule: String?
    package let pass: String?
    package let differenceRole: String?
    package let key: String?
    package let difference: Int64
    package let days: Int16?
    package let statementRivals: Int32
    package let bookRivals: Int32
    package let reason: String?
    package let recordedAt: PostgresTimestamp
    package let login: String
    package let changes: String

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        matchNo = try row.decode(at: 2)
        account = try row.decode(at: 3)
        state = try row.decode(at: 4)
        rulesVersion = try row.decode(at: 5)
        rule = try row.decode(at: 6)
        pass = try row.decode(at: 7)
        differenceRole = try row.decode(at: 8)
        key = try row.decode(at: 9)
        difference = try row.decode(at: 10)
        days = try row.decode(at: 11)
        statementRivals = try row.decode(at: 12)
        bookRivals = try row.decode(at: 13)
        reason = try row.decode(at: 14)
        recordedAt = try row.decode(at: 15)
        login = try row.decode(at: 16)
        changes = try row.decode(at: 17)
    }
}

/// A line or an entry that a match ties; the ordinal is that of a line, nil for an entry.
package struct MatchMemberRow: Sendable {
    package let entryID: Int64
    package let matchNo: Int32
    package let memberID: Int64
    package let number: Int64?
    package let ordinal: Int32?
    package let amount: Int64
    package let movedOn: LedgerDate?
    package let words: String

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        matchNo = try row.decode(at: 1)
        memberID = try row.decode(at: 2)
        number = try row.decode(at: 3)
        ordinal = try row.decode(at: 4)
        amount = try row.decode(at: 5)
        movedOn = try row.decode(PostgresDate?.self, at: 6).map(LedgerDate.init)
        words = try row.decode(at: 7)
    }
}

/// A receipt that a bank may have returned, and the entry that took it back already.
package struct ReturnedReceiptRow: Sendable {
    package let entryID: Int64
    package let source: String
    package let receipt: String
    package let method: String
    package let returnedOn: LedgerDate
    package let reversalID: Int64?

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        source = try row.decode(at: 1)
        receipt = try row.decode(at: 2)
        method = try row.decode(at: 3)
        returnedOn = try LedgerDate(row.decode(PostgresDate.self, at: 4))
        reversalID = try row.decode(at: 5)
    }
}
