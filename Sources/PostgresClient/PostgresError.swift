/// A failure of the client or of the server; it never holds a bound value.
package struct PostgresError: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// No connection, or one lost while nothing could have been committed.
        case connection
        /// The server refused the statement.
        case server(sqlstate: String)
        /// The answer was lost: the work may or may not have been committed.
        case inDoubt
        /// COMMIT answered, but not with an unconditional yes.
        case commitNotAcknowledged
        /// The call ran out of time and the server confirmed that it stopped.
        case deadline
        /// The call was cancelled and the server confirmed that it stopped.
        case cancelled
        case decoding
        case encoding
        /// The server or the caller did something that the call does not allow.
        case `protocol`
        case poolExhausted
        case poolClosed
    }

    package var kind: Kind
    package var message: String
    package var sqlstate: String?
    package var detail: String?
    package var hint: String?
    package var constraint: String?
    package var schema: String?
    package var table: String?
    package var column: String?
    package var queryName: String?
    /// In a pipeline, the position of the query that failed; all before it were answered.
    package var pipelineIndex: Int?
    /// True when a statement prepared earlier was refused since tables changed under it.
    var isStalePlan = false

    package init(_ kind: Kind, _ message: String, queryName: String? = nil) {
        self.kind = kind
        self.message = message
        self.queryName = queryName
        if case .server(let sqlstate) = kind { self.sqlstate = sqlstate }
    }
}

extension PostgresError {
    /// Reads what libpq says of a connection that was not made, the places in the server's source
    /// left out: `... FATAL:  28000: role "pat" does not exist`.
    init(refusedConnection text: String) {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }
        self.init(.connection, lines.joined(separator: "\n"))
        let words = message.split(separator: " ", omittingEmptySubsequences: true)
        for (label, code) in zip(words, words.dropFirst())
        where label.hasSuffix(":") && code.utf8.count == 6 && code.hasSuffix(":") {
            let state = code.dropLast()
            guard state.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) }) else {
                continue
            }
            sqlstate = String(state)
            message = message.replacing("\(state): ", with: "")
        }
    }

    /// True when the work may have been committed although no clear answer arrived.
    package var isInDoubt: Bool { kind == .inDoubt || kind == .commitNotAcknowledged }

    /// True for a refusal that goes away when the whole transaction runs again.
    package var isTransient: Bool {
        isStalePlan || kind == .server(sqlstate: "40001") || kind == .server(sqlstate: "40P01")
    }

    func named(_ queryName: String?) -> PostgresError {
        var copy = self
        copy.queryName = copy.queryName ?? queryName
        return copy
    }

    func restated(as kind: Kind, _ prefix: String) -> PostgresError {
        var copy = self
        copy.kind = kind
        copy.message = message.isEmpty ? prefix : "\(prefix): \(message)"
        return copy
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        var text = "\(label): \(message)"
        let fields = [
            ("sqlstate", sqlstate), ("detail", detail), ("hint", hint), ("constraint", constraint),
            ("schema", schema), ("table", table), ("column", column), ("query", queryName),
        ]
        for (name, value) in fields {
            if let value { text += "; \(name): \(value)" }
        }
        return text
    }

    private var label: String {
        switch kind {
        case .connection: "connection lost"
        case .server: "refused by the server"
        case .inDoubt: "in doubt"
        case .commitNotAcknowledged: "commit not acknowledged"
        case .deadline: "deadline passed"
        case .cancelled: "cancelled"
        case .decoding: "cannot decode"
        case .encoding: "cannot encode"
        case .protocol: "protocol"
        case .poolExhausted: "no free connection"
        case .poolClosed: "pool closed"
        }
    }
}
