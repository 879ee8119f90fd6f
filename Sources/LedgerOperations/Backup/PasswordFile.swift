import Foundation
import PostgresClient

/// Keeps a password out of the arguments of a program: it goes by a file that only we can read.
package struct PasswordFile {
    /// Runs `body` with a connection string that holds no password.
    package static func lending<Value>(
        _ database: String,
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        let (conninfo, password) = try PostgresConfiguration.withoutPassword(database)
        guard let password else { return try await body(conninfo) }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "redress-\(UUID().uuidString).pgpass").path
        let escaped = password.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
        guard
            FileManager.default.createFile(
                atPath: file,
                contents: Data("*:*:*:*:\(escaped)\n".utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw BackupFailure.cannotProtect(file) }
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try await body(
            try PostgresConfiguration.adding(["passfile": file], to: conninfo)
        )
    }
}
