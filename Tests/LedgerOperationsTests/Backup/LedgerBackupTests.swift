import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import PostgresClient
import Testing

@Suite struct LedgerBackupTests {
    @Test func `a restored ledger is proved against the checkpoint written with its backup`()
        async throws
    {
        let source = try await VerificationLedger.make()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "redress-backup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "books.dump").path
        let key = CheckpointKey()
        let backup = LedgerBackup(database: try source.conninfo, programs: try programs())
        let written = try await backup.write(to: path, jurisdiction: "us-aa", signing: key)
        let file = try String(contentsOfFile: path + ".checkpoint", encoding: .utf8)
        let checkpoint = try key.publicKey.open(file)
        #expect(checkpoint == written)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        await #expect(throws: BackupFailure.fileExists(path)) {
            try await backup.write(to: path, jurisdiction: "us-aa", signing: key)
        }
        let broken = LedgerBackup(database: try source.conninfo, programs: "/nonexistent")
        let half = path + ".half"
        await #expect(throws: (any Error).self) {
            try await broken.write(to: half, jurisdiction: "us-aa", signing: key)
        }
        #expect(!FileManager.default.fileExists(atPath: half))
        let nowhere = LedgerBackup(database: "host=/nonexistent", programs: try programs())
        await #expect(throws: LedgerFailure.self) { try await nowhere.restore(from: path) }
        await #expect(throws: BackupFailure.databaseInUse) {
            try await backup.restore(from: path)
        }
        try await expectRestored(path, checkpoint, like: source)
        try await source.drop()
    }

    private func expectRestored(
        _ path: String,
        _ checkpoint: Checkpoint,
        like source: VerificationLedger
    ) async throws {
        let target = try await VerificationLedger.empty()
        let restored = try await LedgerBackup(database: target.conninfo, programs: programs())
            .restore(from: path, against: checkpoint)
        #expect(restored.report?.findings == [])
        #expect(restored.report?.notices == [])
        #expect(restored.missingLogins == [])
        #expect(try await target.guards() == source.guards())
        await #expect(throws: PostgresError.self) {
            try await target.connection.execute("UPDATE ledger.posting SET amount_cents = 1")
        }
        try await target.connection.runScript(
            "SELECT set_config('redress.jurisdiction', 'us-aa', false); SELECT ledger_api.seal()"
        )
        let after = try await target.verify(
            against: LedgerVerifier.PublishedBlock(
                number: checkpoint.blockNumber,
                entryCount: checkpoint.entryCount,
                hash: checkpoint.blockHash
            )
        )
        #expect(after.findings == [])
        #expect(after.sealedEntries == checkpoint.entryCount + 1)
        #expect(after.unsealedEntries == 0)
        try await target.drop()
    }

    private func programs() throws -> String {
        let folders = try FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")
        let newest = try #require(folders.max { (Int($0) ?? 0) < (Int($1) ?? 0) })
        return "/usr/lib/postgresql/\(newest)/bin"
    }
}
