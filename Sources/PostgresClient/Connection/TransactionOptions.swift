/// How a transaction begins and when it runs again.
package struct TransactionOptions: Sendable {
    package enum Isolation: String, Sendable {
        case readCommitted = "READ COMMITTED"
        case repeatableRead = "REPEATABLE READ"
        case serializable = "SERIALIZABLE"
    }

    package var isolation: Isolation
    package var readOnly: Bool
    /// How often the body may run in all.
    package var attempts: Int
    /// The limit for BEGIN and COMMIT each; the body's calls carry their own.
    package var deadline: Duration?
    /// Refusals to retry besides serialization failures and deadlocks.
    package var retryOn: @Sendable (PostgresError) -> Bool

    package init(
        isolation: Isolation = .readCommitted,
        readOnly: Bool = false,
        attempts: Int = 5,
        deadline: Duration? = nil,
        retryOn: @escaping @Sendable (PostgresError) -> Bool = { _ in false }
    ) {
        self.isolation = isolation
        self.readOnly = readOnly
        self.attempts = attempts
        self.deadline = deadline
        self.retryOn = retryOn
    }

    var begin: Query {
        let access = readOnly ? "READ ONLY" : "READ WRITE"
        return "BEGIN ISOLATION LEVEL \(raw: isolation.rawValue) \(raw: access)"
    }

    /// Only a refusal that surely left nothing behind may run again.
    func allowsRetry(of error: any Error) -> Bool {
        guard let error = error as? PostgresError, case .server = error.kind else { return false }
        return error.isTransient || retryOn(error)
    }
}
