import LedgerOperations

/// Opens the ledger that the options mean, for the time of one command.
enum LedgerSession {
    static func run<Value>(
        _ options: GlobalOptions,
        rules: String? = nil,
        _ body: (Ledger) async throws -> Value
    ) async throws -> Value {
        let choice = DatabaseChoice(options, in: .current)
        return try await run(try choice.connectionString(options), options, rules: rules, body)
    }

    static func run<Value>(
        _ database: String,
        _ options: GlobalOptions,
        rules: String? = nil,
        _ body: (Ledger) async throws -> Value
    ) async throws -> Value {
        guard let role = options.role else {
            return try await open(database, options, rules, body)
        }
        try await open(database, options, rules) { try await $0.requireRole(role) }
        return try await open(
            ConnectionWords.narrowed(to: role.rawValue, database),
            options,
            rules,
            body
        )
    }

    private static func open<Value>(
        _ database: String,
        _ options: GlobalOptions,
        _ rules: String?,
        _ body: (Ledger) async throws -> Value
    ) async throws -> Value {
        let ledger = Ledger.open(
            database,
            jurisdiction: options.jurisdiction,
            rules: rules ?? Surroundings.current.variable(LawFiles.variable)
        )
        do {
            let value = try await body(ledger)
            await ledger.close()
            return value
        } catch {
            await ledger.close()
            throw error
        }
    }
}
