import Foundation
import LedgerCLI
import Testing

@Suite struct ProofCommandTests {
    @Test func `an entry is proved to someone who has no database`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "redress-proof-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = { (name: String) in folder.appending(path: name).path }
        let published = ["--checkpoint", file("head"), "--public-key", file("key.pub")]

        let head = try await CommandRun.onDemo(
            ["checkpoint", "write", file("head"), "--key", file("key"), "-O", "json"],
            as: "demo_auditor_mn"
        )
        #expect(head.status.rawValue == 0, "\(head.diagnostics)")
        let written = try await CommandRun.onDemo(
            ["proof", "write", "5", file("proof.json")] + published,
            as: "demo_auditor_mn"
        )
        #expect(written.status.rawValue == 0, "\(written.diagnostics)")

        let check = ["proof", "check", file("proof.json")] + published
        let good = await CommandRun.of(check)
        #expect(good.status.rawValue == 0, "\(good.diagnostics)")
        #expect(good.output.contains("us-mn"))

        let proof = try String(contentsOfFile: file("proof.json"), encoding: .utf8)
        try proof.replacingOccurrences(of: "\"accepted\"", with: "\"refused\"")
            .write(toFile: file("proof.json"), atomically: true, encoding: .utf8)
        let altered = await CommandRun.of(check)
        #expect(altered.status.rawValue == 1)
        #expect(altered.diagnostics.contains("The proof does not hold."))

        try "{}".write(toFile: file("proof.json"), atomically: true, encoding: .utf8)
        #expect(await CommandRun.of(check).status.rawValue == 64)
    }

    @Test func `an entry that is not there cannot be proved`() async throws {
        let folder = FileManager.default.temporaryDirectory.path
        let name = "\(folder)/redress-proof-\(UUID().uuidString)"
        defer {
            for end in ["", ".head", ".pub"] {
                try? FileManager.default.removeItem(atPath: name + end)
            }
        }
        _ = try await CommandRun.onDemo(
            ["checkpoint", "write", "\(name).head", "--key", name],
            as: "demo_auditor_mn"
        )
        let run = try await CommandRun.onDemo(
            [
                "proof", "write", "999999", "\(name).json", "--checkpoint", "\(name).head",
                "--public-key", "\(name).pub",
            ],
            as: "demo_auditor_mn"
        )
        #expect(run.status.rawValue == 1)
        #expect(run.diagnostics.contains("LG308"))
    }
}
