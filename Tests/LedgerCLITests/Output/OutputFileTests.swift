import Foundation
import PostgresClient
import Testing

@testable import LedgerCLI

@Suite struct OutputFileTests {
    private static func name() -> String {
        FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    }

    @Test func `a pipe is written to and stays a pipe`() async throws {
        let pipe = Self.name()
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { unlink(pipe) }
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        try #require(reader >= 0)
        defer { close(reader) }
        let run = await CommandRun.of(["statute", "list", "-O", "json", "-o", pipe])
        #expect(run.status == .done)
        var status = stat()
        try #require(stat(pipe, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFIFO)
        #expect(OutputFile.replaceable(pipe) == nil)
    }

    @Test func `behind a link the file is written and the link stays`() async throws {
        let (file, link) = (Self.name(), "\(Self.name()).json")
        try "before".write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        defer {
            unlink(link)
            unlink(file)
        }
        #expect(await CommandRun.of(["statute", "list", "-o", link]).status == .done)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("{"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    }

    @Test func `a file that cannot be written is refused before anything is recorded`() async throws
    {
        let key = UUID().uuidString
        let run = try await CommandRun.onDemo(
            [
                "collection", "record", "MER-25-0103", "--amount", "1.00", "--method", "cash",
                "--request-key", key,
                "-o", "\(Self.name())/result.json",
            ],
            as: "demo_clerk_nj"
        )
        #expect(run.status == .usage)
        #expect(
            try await DemoDatabase.query(
                "SELECT FROM ledger.journal_entry WHERE request_key = \(key)"
            ).count == 0
        )
    }

    @Test func `rejects never overwrite the file that is imported`() async throws {
        let file = Self.name()
        let text = "docket,amount,date\nnone,bad,2026-01-05\n"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        defer { unlink(file) }
        let run = try await CommandRun.onDemo(
            ["collection", "import", file, "--source", "self", "--rejects", file],
            as: "demo_clerk_nj"
        )
        #expect(run.status == .usage)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func `a reader that wants no more is no failure, a full disk is one`() async throws {
        #expect(await Self.writing(failingWith: EPIPE) == .done)
        #expect(await Self.writing(failingWith: ENOSPC) == .failure)
    }

    private static func writing(failingWith code: Int32) async -> LedgerCLI.ExitStatus {
        let cause = NSError(domain: NSPOSIXErrorDomain, code: Int(code))
        let surroundings = Surroundings(
            environment: [:],
            isRoot: false,
            output: { _ in
                throw NSError(
                    domain: NSCocoaErrorDomain,
                    code: 512,
                    userInfo: [NSUnderlyingErrorKey: cause]
                )
            },
            diagnostics: { _ in }
        )
        return await CommandLineDoor.run(["statute", "list"], in: surroundings)
    }

    @Test func `a folder is not a file to import`() async {
        let run = await CommandRun.of(
            ["collection", "import", NSTemporaryDirectory(), "--source", "x"],
            environment: ["REDRESS_DATABASE_URL": "host=/nowhere"]
        )
        #expect(run.status == .usage)
    }

    @Test func `what a complaint quotes cannot steer the terminal`() async throws {
        let run = try await CommandRun.onDemo(
            ["docket", "statement", "27-\u{1B}[31m\u{202E}"],
            as: "demo_auditor_nj"
        )
        #expect(run.status == .refused)
        #expect(!run.diagnostics.unicodeScalars.contains("\u{1B}"))
        #expect(!run.diagnostics.unicodeScalars.contains("\u{202E}"))
    }

    private static let collect = [
        "collection", "record", "x", "--amount", "1.00", "--method", "cash",
    ]

    @Test(arguments: [
        collect + ["--request-key", ""], collect + ["--source", ""],
        collect + ["--memo", String(repeating: "x", count: 201)],
        ["principal", "add", "", "--role", "clerk"], ["init", "--from", "us", "--code", "UP PER"],
    ])
    func `words that the ledger cannot keep are wrong usage`(_ words: [String]) async {
        let run = await CommandRun.of(
            words,
            environment: ["REDRESS_DATABASE_URL": "host=/nowhere"]
        )
        #expect(run.status == .usage)
    }
}
