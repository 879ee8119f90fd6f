import Foundation

/// One bash in a home of its own, where the tour's commands run one after the other.
struct TourShell {
    /// What a command printed, on both of its outputs, and how it ended.
    struct Ending {
        let output: String
        let exitCode: Int32?
    }

    private let folder = "/tmp/redress-tour-\(UUID().uuidString.prefix(8))"
    private var home: String { "\(folder)/home" }
    /// Where `mktemp` puts things, among them a second home.
    private var temporary: String { "\(folder)/tmp" }

    /// Runs the commands; the servers and files that they leave are gone afterwards.
    static func run(_ commands: [String]) async throws -> [Ending] {
        let shell = TourShell()
        do {
            let endings = try await shell.endings(of: commands)
            await shell.destroy()
            return endings
        } catch {
            await shell.destroy()
            throw error
        }
    }

    private func endings(of commands: [String]) async throws -> [Ending] {
        let files = FileManager.default
        for name in ["repository/.build", "tmp", "outputs"] {
            let place = "\(folder)/\(name)"
            try files.createDirectory(atPath: place, withIntermediateDirectories: true)
        }
        // `scripts/demo` would build for release; the tests have built for debugging.
        try files.createSymbolicLink(
            atPath: "\(folder)/repository/.build/release",
            withDestinationPath: Self.products.path
        )
        let script = commands.enumerated().map { index, command in
            let file = "'\(folder)/outputs/\(index)"
            return "{ \(command)\n} > \(file)' 2>&1 < /dev/null\necho $? > \(file).exit'\n"
        }
        try await bash("cd '\(folder)/repository'\n" + script.joined(), home: home)
        return commands.indices.map { index in
            let file = "\(folder)/outputs/\(index)"
            return Ending(
                output: Self.text(of: file),
                exitCode: Int32(Self.text(of: "\(file).exit").filter(\.isNumber))
            )
        }
    }

    private func destroy() async {
        let places = (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
        for home in [home] + places.map({ "\(temporary)/\($0)" })
        where FileManager.default.fileExists(atPath: "\(home)/data/postmaster.pid") {
            try? await bash("'\(Self.products.path)/redress' db stop --quiet", home: home)
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// At most ten minutes, without what the tests' own surroundings say about a database.
    private func bash(_ script: String, home: String) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["--kill-after=10", "600", "bash", "-c", script]
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("REDRESS_") }
            .merging(["REDRESS_HOME": home, "TMPDIR": temporary, "NO_COLOR": "1"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
    }

    /// The folder where the build put the tests and `redress`.
    static let products = URL(filePath: "/proc/self/exe")
        .resolvingSymlinksInPath().deletingLastPathComponent()

    private static func text(of file: String) -> String {
        FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
