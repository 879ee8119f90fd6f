extension PostgresConnection {
    /// Whether the session still stands, as far as this end of it knows.
    func isAlive() -> Bool { (try? call(nil, deadline: nil) { _ in }) != nil }

    /// Makes the session fit for the next user; false when it cannot be.
    func restore(_ reset: String?) -> Bool {
        onNotice(nil)
        rollBack()
        guard transactionStatus == .idle else { return false }
        guard let reset else { return true }
        return (try? performScript(reset)) != nil
    }
}
