import Foundation
public import LedgerModel
import LedgerStore
import PostgresClient

/// Backups of a whole database, all jurisdictions together, and the way back from one.
///
/// A backup file holds everything, also the key that binds the service: it is readable by its
/// owner alone. Both ways need a superuser, since row security hides rows from everybody else.
public struct LedgerBackup: Sendable {
    /// What a restore brought back.
    public struct Restored: Hashable, Sendable {
        /// The verification of the jurisdiction of the checkpoint, or nil without one.
        public let report: VerificationReport?
        /// Logins that hold roles in the ledger but do not exist in this cluster: create them,
        /// then restore their roles with `restoreMemberships`.
        public let missingLogins: [String]
    }

    private let database: String
    private let programs: String

    /// Names the database by a libpq connection string and the folder of `pg_dump`.
    ///
    /// A password belongs in libpq's password file: others can see the arguments of programs.
    public init(database: String, programs: String) {
        self.database = database
        self.programs = programs
    }

    /// Writes the database to a file, and next to it (`.checkpoint`) the signed head of a
    /// jurisdiction's chain, taken just before.
    ///
    /// Throws `BackupFailure`, `CheckpointFailure.nothingSealed`, and errors of the database.
    @discardableResult
    public func write(
        to path: String,
        jurisdiction: String,
        signing key: CheckpointKey
    ) async throws -> Checkpoint {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw BackupFailure.fileExists(path)
        }
        let checkpoint = try await withPool { pool in
            try await Ledger(store: LedgerStore(pool: pool, jurisdiction: jurisdiction))
                .checkpoint()
        }
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
        else { throw BackupFailure.cannotProtect(path) }
        do {
            // What is poured anew after a restore need not be kept.
            try await PasswordFile.lending(database) { database in
                try await ClientProgram(path: "\(programs)/pg_dump").run([
                    "--format=custom", "--exclude-schema=ledger_api", "--file=\(path)",
                    "--dbname=\(database)",
                ])
            }
            try key.sign(checkpoint)
                .write(toFile: path + ".checkpoint", atomically: true, encoding: .utf8)
        } catch {
            // Half a backup would look like one, and keep the next from its place.
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
        return checkpoint
    }

    /// Brings a backup back into an empty database: roles first, then everything else in one
    /// transaction, then functions and grants as this version has them, memberships, and at
    /// last a verification against the checkpoint.
    ///
    /// Throws `BackupFailure`, and errors of the database.
    public func restore(
        from path: String,
        against checkpoint: Checkpoint? = nil
    ) async throws -> Restored {
        try await withPool { pool in
            let restoration = Restoration(pool: pool)
            guard try await restoration.makeRoles() else { throw BackupFailure.databaseInUse }
            try await PasswordFile.lending(database) { database in
                try await ClientProgram(path: "\(programs)/pg_restore").run([
                    "--exit-on-error", "--single-transaction", "--dbname=\(database)", path,
                ])
            }
            try await Migrator(pool: pool).migrate()
            let missing = try await restoration.restoreMemberships()
            guard let checkpoint else { return Restored(report: nil, missingLogins: missing) }
            let store = LedgerStore(pool: pool, jurisdiction: checkpoint.jurisdiction)
            let report = try await Ledger(store: store).verify(against: checkpoint)
            return Restored(report: report, missingLogins: missing)
        }
    }

    /// Gives every login the roles that the ledger says it holds; returns the logins that do
    /// not exist in this cluster.
    ///
    /// Memberships belong to the cluster and are in no backup.
    public func restoreMemberships() async throws -> [String] {
        try await withPool { try await Restoration(pool: $0).restoreMemberships() }
    }

    private func withPool<Value: Sendable>(
        _ body: (ConnectionPool) async throws -> Value
    ) async throws -> Value {
        let pool = ConnectionPool(
            PostgresConfiguration(database),
            options: ConnectionPool.Options(size: 1)
        )
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            guard let error = error as? PostgresError else { throw error }
            throw LedgerFailure(error, requestKey: nil)
        }
    }
}
