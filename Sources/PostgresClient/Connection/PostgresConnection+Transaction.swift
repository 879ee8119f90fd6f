extension PostgresConnection {
    /// Runs the body between BEGIN and COMMIT, again when a retry can help.
    ///
    /// Returning means that the server acknowledged the commit without reservation. Errors of
    /// the body come out as they are, after ROLLBACK.
    @discardableResult
    package func transaction<Value: Sendable>(
        _ options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        guard !isInTransactionBody, transactionStatus != .inTransaction else {
            throw PostgresError(.protocol, "a transaction is already open on this connection")
        }
        isInTransactionBody = true
        defer { isInTransactionBody = false }
        var attempt = 1
        while true {
            do {
                return try await attemptTransaction(options, body)
            } catch  where attempt < options.attempts && options.allowsRetry(of: error) {
                try await Task.sleep(for: Self.pause(before: attempt))
                attempt += 1
            }
        }
    }

    private func attemptTransaction<Value: Sendable>(
        _ options: TransactionOptions,
        _ body: @Sendable (isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        _ = try perform(options.begin, deadline: options.deadline, cancellable: true)
        let value: Value
        do {
            value = try await body(self)
        } catch {
            rollBack()
            throw error
        }
        // Not cancellable: stopping here would only put the work in doubt.
        _ = try perform("COMMIT", deadline: options.deadline)
        return value
    }

    /// Leaves the session idle or broken, never inside a transaction.
    func rollBack() {
        guard transactionStatus == .inTransaction || transactionStatus == .inFailedTransaction
        else { return }
        if (try? perform("ROLLBACK", deadline: .seconds(10))) == nil { close() }
    }

    /// Waits longer each time, and at random, so that two rivals do not meet again.
    private static func pause(before attempt: Int) -> Duration {
        .microseconds(Int.random(in: 500...(2_000 << min(attempt, 6))))
    }
}
