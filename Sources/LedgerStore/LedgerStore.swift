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
    ///
    /// Without `keeping` the transaction is rolled back once the body has answered.
    package func withTransaction<Value: Sendable>(
        _ options: TransactionOptions = .bound(),
        keeping: Bool = true,
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.withConnection { connection in
                try await connection.transaction(options) { connection in
                    try await connection.pipeline(binding, prepared: true)
                    let value = try await body(connection)
                    if keeping { return value }
                    throw Discarded(value: value)
                }
            }
        } catch let discarded as Discarded<Value> {
            return discarded.value
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

/// Carries the answer of a transaction out of it while rolling it back.
private struct Discarded<Value: Sendable>: Error {
    let value: Value
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
