import Foundation
import PostgresClient
import Testing

/// A table of its own for one test, dropped with the test's last word.
func withTable<Value>(
    _ columns: String,
    _ body: (String, PostgresConnection) async throws -> Value
) async throws -> Value {
    let name = "t_" + UUID().uuidString.replacing("-", with: "").lowercased()
    let connection = try await TestDatabase.connect()
    try await connection.runScript("CREATE TABLE \(name) (\(columns))")
    let outcome: Result<Value, any Error>
    do {
        outcome = .success(try await body(name, connection))
    } catch {
        outcome = .failure(error)
    }
    let cleaner = try await TestDatabase.connect()
    try await cleaner.runScript("DROP TABLE \(name) CASCADE")
    return try outcome.get()
}

/// The rows of a table, counted on a connection of its own: what others can see.
func rowsSeenByOthers(in table: String) async throws -> Int {
    let result = try await TestDatabase.connect().execute(
        "SELECT count(*) FROM \(raw: table)"
    )
    return try result.first?.decode(Int.self, at: 0) ?? -1
}

/// Expects that others see so many rows.
func expectRows(
    _ count: Int,
    in table: String,
    at location: SourceLocation = #_sourceLocation
) async throws {
    let seen = try await rowsSeenByOthers(in: table)
    #expect(seen == count, sourceLocation: location)
}

/// Runs the body and measures how long it took.
func timed(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return ContinuousClock.now - start
}

/// Waits until the server is at work for a session.
func waitUntilBusy(_ process: Int) async throws {
    let watcher = try await TestDatabase.connect()
    for _ in 0..<500 {
        let busy = try await watcher.execute(
            "SELECT 1 FROM pg_stat_activity WHERE pid = \(Int32(process)) AND state = 'active'"
        )
        if !busy.isEmpty { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("the session never became busy")
}
