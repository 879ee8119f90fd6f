/// The settings of the server; `ALTER SYSTEM` goes before them.
struct ServerSettings: Equatable, Sendable {
    static let port = "5432"

    /// Whether the data outlives a crash of the machine.
    let durable: Bool
    let socketFolder: String

    var fileContents: String {
        (always + (durable ? lasting : passing))
            .map { "\($0) = \(quoted($1))\n" }
            .joined()
    }

    private func quoted(_ value: String) -> String {
        "'\(value.replacing("\\", with: "\\\\").replacing("'", with: "''"))'"
    }

    private var always: [(name: String, value: String)] {
        [
            ("listen_addresses", ""),
            ("unix_socket_directories", "\"\(socketFolder.replacing("\"", with: "\"\""))\""),
            ("unix_socket_permissions", "0700"),
            ("port", Self.port),
            ("timezone", "UTC"),
            ("shared_buffers", "256MB"),
            ("max_wal_size", "4GB"),
            ("wal_level", "replica"),
            ("wal_compression", "on"),
            ("synchronous_commit", "on"),
            ("jit", "off"),
            ("idle_in_transaction_session_timeout", "10min"),
            // The log names no person: neither the text of a query nor the row that it met.
            ("log_min_error_statement", "panic"),
            ("log_error_verbosity", "terse"),
            ("log_checkpoints", "off"),
        ]
    }

    private var lasting: [(name: String, value: String)] {
        [("fsync", "on"), ("full_page_writes", "on"), ("max_connections", "100")]
    }

    private var passing: [(name: String, value: String)] {
        [("fsync", "off"), ("full_page_writes", "off"), ("max_connections", "200")]
    }
}
