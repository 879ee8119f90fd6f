import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct CheckpointTests {
    private static let sample = Checkpoint(
        jurisdiction: "us-mn",
        blockNumber: 3,
        entryCount: 1200,
        blockHash: Array(0..<32),
        sealedAt: 784_111_777_123_456
    )

    @Test func `a checkpoint is five lines and a signature`() throws {
        let key = CheckpointKey()
        let lines = try key.sign(Self.sample).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(lines.count == 8)
        #expect(lines[0] == "redress/us-mn")
        #expect(lines[1...2] == ["3", "1200"])
        #expect(lines[3] == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        #expect(lines[4] == "2024-11-05T08:49:37.123456Z")
        #expect(lines[5] == "")
        #expect(lines[6].hasPrefix("-- \(key.publicKey.id) "))
    }

    @Test func `a signed checkpoint is opened with its key and no other`() throws {
        let key = CheckpointKey()
        let file = try key.sign(Self.sample)
        #expect(try key.publicKey.open(file) == Self.sample)
        let same = try CheckpointPublicKey(text: key.publicKey.text)
        #expect(try same.open(file) == Self.sample)
        #expect(throws: CheckpointFailure.otherKey(key.publicKey.id)) {
            try CheckpointKey().publicKey.open(file)
        }
    }

    @Test func `every changed character of a checkpoint is noticed`() throws {
        let key = CheckpointKey()
        let file = try key.sign(Self.sample)
        for index in file.indices.dropLast() {
            var changed = file
            changed.replaceSubrange(index...index, with: file[index] == "4" ? "5" : "4")
            #expect(throws: CheckpointFailure.self) { try key.publicKey.open(changed) }
        }
        let edited = file.replacing("\n1200\n", with: "\n1201\n")
        #expect(throws: CheckpointFailure.wrongSignature) { try key.publicKey.open(edited) }
    }

    @Test func `a key file is private, never overwritten, and read back`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "redress-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        let key = CheckpointKey()
        try key.write(to: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let file = try CheckpointKey(contentsOf: path).sign(Self.sample)
        let half = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        #expect(try CheckpointPublicKey(text: half).open(file) == Self.sample)
        #expect(throws: CheckpointFailure.keyExists(path)) { try key.write(to: path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: CheckpointFailure.keyIsNotPrivate(path)) {
            try CheckpointKey(contentsOf: path)
        }
    }

    @Test func `an auditor and a superuser find the same in a jurisdiction of their own`()
        async throws
    {
        let test = try await TestLedger.make()
        _ = try await test.query("SELECT ledger_api.seal()")
        let auditor = try await test.ledger(as: .auditor)
        let checkpoint = try await auditor.checkpoint()
        let report = try await auditor.verify(against: checkpoint)
        #expect(report.findings == [])
        #expect(report.notices == [])
        #expect(report.sealedEntries == checkpoint.entryCount)
        let owner = try await test.owner.verify(against: checkpoint)
        #expect(owner.isIntact)
        #expect(owner.chainHead == report.chainHead)
        #expect(owner.checks.map(\.checked) == report.checks.map(\.checked))
    }

    @Test func `who may not read everything is refused and told nothing of the books`()
        async throws
    {
        let test = try await TestLedger.make()
        let other = try await TestLedger.make()
        for role in [LedgerRole.clerk, .grants, .reconciler] {
            let ledger = try await test.ledger(as: role)
            let refusal = await #expect(throws: LedgerRefusal.self) { try await ledger.verify() }
            #expect(refusal?.code == .roleMissing)
        }
        let stranger = try await test.ledger(as: .auditor).bound(to: "us-xx")
        let refusal = await #expect(throws: LedgerRefusal.self) { try await stranger.verify() }
        #expect(refusal?.code == .jurisdictionUnknown)
        #expect(try await other.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a checkpoint of another jurisdiction is an error`() async throws {
        let test = try await TestLedger.make()
        _ = try await test.query("SELECT ledger_api.seal()")
        let auditor = try await test.ledger(as: .auditor)
        await #expect(throws: CheckpointFailure.otherJurisdiction("us-mn")) {
            try await auditor.verify(against: Self.sample)
        }
    }
}
