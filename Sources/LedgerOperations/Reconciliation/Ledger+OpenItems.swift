public import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// What is open on both sides of a bank account up to a day, and the proposals for it.
    ///
    /// Refused with `LG901` for an account that nobody registered.
    public func openItems(
        account code: String,
        through day: LedgerDate? = nil
    ) async throws -> OpenItems {
        try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                let account = try await connection.knownBankAccount(code)
                return OpenItems(
                    account: code,
                    lines: try await connection.openLines(account: account, through: day)
                        .map(OpenLine.init),
                    entries: try await connection.openEntries(account: account, through: day)
                        .map(OpenEntry.init),
                    proposals: try await connection.records(
                        connection.matches(account: account)
                    )
                )
            }
        }
    }

    /// A match with its members, why it was made and what became of it; refused with `LG930`.
    public func match(_ name: MatchName) async throws -> MatchRecord {
        try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.record(of: name)
            }
        }
    }
}

extension PostgresConnection {
    /// The identity of a bank account, or `LG901`.
    func knownBankAccount(_ code: String) async throws -> Int64 {
        guard let account = try await bankAccountID(code) else {
            throw LedgerRefusal(.bankAccountUnknown, detail: code)
        }
        return account
    }

    /// Matches with what they tie.
    func records(_ rows: [MatchRow]) async throws -> [MatchRecord] {
        guard !rows.isEmpty else { return [] }
        let members = Dictionary(grouping: try await members(of: rows)) {
            MatchRecord.ID(entry: $0.entryID, number: $0.matchNo)
        }
        return rows.map { row in
            let id = MatchRecord.ID(entry: row.entryID, number: row.matchNo)
            return MatchRecord(row, members[id] ?? [])
        }
    }

    /// The match of this name, or `LG930`.
    func record(of name: MatchName) async throws -> MatchRecord {
        let ids = try await entryIDs(numbered: [name.entry])
        if let entry = ids[name.entry] {
            let rows = try await matches(account: nil, entry: entry)
                .filter { $0.matchNo == name.number }
            if let record = try await records(rows).first { return record }
        }
        throw LedgerRefusal(.matchUnknown, detail: "\(name)")
    }
}
