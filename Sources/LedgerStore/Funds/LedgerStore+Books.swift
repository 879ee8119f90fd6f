import LedgerModel
package import PostgresClient

extension LedgerStore {
    /// Reads the books of the bound jurisdiction, or refuses with `LG001` when none is bound.
    package func books() async throws -> StoredBooks {
        try await withTransaction(.bound(readOnly: true)) { connection in
            try await connection.books()
        }
    }
}

extension PostgresConnection {
    package func books() async throws -> StoredBooks {
        let results = try await pipeline(BookQueries.all, prepared: true)
        guard let jurisdiction = results[0].first else {
            try await requireBinding()
            throw LedgerRefusal(.notBound, detail: "the login has no role, or must choose")
        }
        return StoredBooks(
            jurisdiction: try JurisdictionRow(jurisdiction),
            funds: try results[1].map(FundRow.init),
            purses: try results[2].map(PurseRow.init),
            recipients: try results[3].map(RecipientRow.init),
            authorities: try results[4].map(AuthorityRow.init),
            accounts: try results[5].map(AccountRow.init)
        )
    }

    /// Refuses when nobody is bound: which jurisdiction is unknown, or where the login has a role.
    package func requireBinding() async throws {
        try await execute(
            """
            SELECT ledger_api.require_role(
                'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'public', 'owner'
            )
            """
        )
    }

    /// Whether a jurisdiction of this code is there for this login to see.
    package func hasJurisdiction(_ code: String) async throws -> Bool {
        try await !execute("SELECT FROM ledger.jurisdiction WHERE code = \(code)").isEmpty
    }

    /// Opens a jurisdiction, whose owner the login becomes; `command` as the door takes it.
    @discardableResult
    package func openJurisdiction(_ command: PostgresJSON) async throws -> Int64 {
        let query: Query = "SELECT entry_id FROM ledger_api.open_jurisdiction(\(command))"
        return try await execute(query.named("open_jurisdiction"))[0].decode(at: 0)
    }

    /// Adds what the books lack; answers with how much that was.
    package func defineBooks(
        _ books: PostgresJSON,
        proposal: Int64? = nil
    ) async throws -> Int {
        let query: Query = "SELECT ledger_api.define_books(\(books), \(proposal as Int64?))"
        return try await execute(query.named("define_books"))[0].decode(at: 0)
    }

    /// Chooses the jurisdiction for the rest of the transaction.
    package func choose(jurisdiction code: String) async throws {
        try await execute("SELECT set_config('redress.jurisdiction', \(code), true)")
    }
}

private enum BookQueries {
    static let bound = "= (SELECT ledger.bound_jurisdiction())"

    static let all: [Query] = [
        """
        SELECT id, code, name, time_zone, fiscal_year_start_month, count_basis, payment_order
        FROM ledger.jurisdiction WHERE id \(raw: bound)
        """,
        """
        SELECT id, code, name, kind, fiscal_year_start_month
        FROM ledger.fund WHERE jurisdiction_id \(raw: bound) ORDER BY id
        """,
        """
        SELECT id, fund_id, purpose, year_of_availability, allowed_purposes
        FROM ledger.purse WHERE jurisdiction_id \(raw: bound) ORDER BY id
        """,
        """
        SELECT id, code, name, roles, own_purse_id
        FROM ledger.recipient WHERE jurisdiction_id \(raw: bound) ORDER BY id
        """,
        """
        SELECT id, rule, version, citation, debt_kind
        FROM ledger.authority WHERE jurisdiction_id \(raw: bound) ORDER BY id
        """,
        """
        SELECT id, fund_id, number, role, recipient_id
        FROM ledger.account WHERE jurisdiction_id \(raw: bound) ORDER BY id
        """,
    ]
}

extension JurisdictionRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        code = try row.decode(at: 1)
        name = try row.decode(at: 2)
        timeZone = try row.decode(at: 3)
        fiscalYearStartMonth = try row.decode(Int.self, at: 4)
        countBasis = try row.decode(at: 5)
        paymentOrder = try row.decode(at: 6)
    }
}

extension FundRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        code = try row.decode(at: 1)
        name = try row.decode(at: 2)
        kind = try row.word(at: 3)
        fiscalYearStartMonth = try row.decode(Int.self, at: 4)
    }
}

extension PurseRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        fundID = try row.decode(at: 1)
        purpose = try row.decode(at: 2)
        yearOfAvailability = try row.decode(Int.self, at: 3)
        allowedPurposes = try row.decode(at: 4)
    }
}

extension RecipientRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        code = try row.decode(at: 1)
        name = try row.decode(at: 2)
        roles = try row.decode(at: 3)
        ownPurseID = try row.decode(at: 4)
    }
}

extension AuthorityRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        rule = try row.decode(at: 1)
        version = try row.decode(at: 2)
        citation = try row.decode(at: 3)
        debtKind = try row.word(at: 4)
    }
}

extension AccountRow {
    fileprivate init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        fundID = try row.decode(at: 1)
        number = try row.decode(at: 2)
        role = try row.word(at: 3)
        recipientID = try row.decode(at: 4)
    }
}

extension PostgresRow {
    /// A column that holds one of the words of a vocabulary.
    func word<Word: RawRepresentable<String>>(at column: Int) throws -> Word {
        let text = try decode(String.self, at: column)
        guard let word = Word(rawValue: text) else {
            throw PostgresError(.decoding, "\(text) is no \(Word.self)")
        }
        return word
    }
}
