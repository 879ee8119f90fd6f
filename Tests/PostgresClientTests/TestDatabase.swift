import Foundation
import PostgresClient

/// The server that the tests talk to, named by one variable.
enum TestDatabase {
    struct Missing: Error, CustomStringConvertible {
        let description =
            "REDRESS_TEST_DATABASE_URL is not set; scripts/test starts a server and sets it"
    }

    static func configuration(
        user: String? = nil,
        callDeadline: Duration = .seconds(60)
    ) throws -> PostgresConfiguration {
        guard let url = ProcessInfo.processInfo.environment["REDRESS_TEST_DATABASE_URL"] else {
            throw Missing()
        }
        return PostgresConfiguration(
            url,
            user: user,
            applicationName: "redress tests",
            callDeadline: callDeadline
        )
    }

    static func connect() async throws -> PostgresConnection {
        try await PostgresConnection.connect(configuration())
    }
}
