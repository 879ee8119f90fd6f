/// The statements that one session has prepared, by text and parameter types.
struct PreparedStatements {
    private struct Key: Hashable {
        let text: String
        let types: [PostgresType]

        init(_ query: Query) {
            text = query.text
            types = query.binds.map(\.type)
        }
    }

    /// Beyond this many the server's memory matters more than the parsing saved.
    static let capacity = 500

    private var names: [Key: String] = [:]
    private var lastNumber = 0

    func name(of query: Query) -> String? { names[Key(query)] }

    /// A fresh name, or nil when there are enough.
    mutating func newName() -> String? {
        guard names.count < Self.capacity else { return nil }
        lastNumber += 1
        return "s\(lastNumber)"
    }

    mutating func remember(_ query: Query, as name: String) { names[Key(query)] = name }

    mutating func forget(_ query: Query) { names[Key(query)] = nil }

    /// Forgets a statement whose plan no longer fits, as after a migration, and marks its error.
    mutating func forgettingStale(_ query: Query, _ error: PostgresError) -> PostgresError {
        guard error.kind == .server(sqlstate: "0A000") else { return error }
        forget(query)
        var error = error
        error.isStalePlan = true
        return error
    }

    mutating func removeAll() { names.removeAll() }
}
