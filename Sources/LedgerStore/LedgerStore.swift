package import PostgresClient

/// The ledger as PostgreSQL keeps it: a pool, and the binding of every transaction.
package struct LedgerStore: Sendable {
    package let pool: ConnectionPool
    /// Chooses among the memberships of the login; nil when it has one only.
    package let jurisdiction: String?
    /// Presented at the begin of every transaction by the service, which is no member itself.
    package let token: String?

    package init(pool: ConnectionPool, jurisdiction: String? = nil, token: String? = nil) {
        self.pool = pool
        self.jurisdiction = jurisdiction
        self.token = token
    }

    /// Runs the body in a transaction bound to the jurisdiction, again when a rival made it fail.
    package func withTransaction<Value: Sendable>(
        _ options: TransactionOptions = .bound(),
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        try await pool.withConnection { connection in
            try await connection.transaction(options) { connection in
                for query in binding { try await connection.execute(query, prepared: true) }
                return try await body(connection)
            }
        }
    }

    /// What makes a transaction see and write the books of one jurisdiction.
    var binding: [Query] {
        var queries: [Query] = []
        if let jurisdiction {
            queries.append("SELECT set_config('redress.jurisdiction', \(jurisdiction), true)")
        }
        if let token { queries.append("SELECT ledger_api.bind_token(\(token))") }
        return queries
    }
}

extension TransactionOptions {
    /// Two rivals may insert the same request key at once; the second try finds the answer.
    package static func bound(readOnly: Bool = false) -> TransactionOptions {
        TransactionOptions(
            isolation: readOnly ? .repeatableRead : .readCommitted,
            readOnly: readOnly,
            attempts: 8,
            retryOn: \.isRequestKeyTaken
        )
    }
}

extension PostgresError {
    var isRequestKeyTaken: Bool {
        kind == .server(sqlstate: "23505") && constraint == "journal_entry_request_key"
    }
}
