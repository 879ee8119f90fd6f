import Foundation

/// The operating-system account that owns the files and runs the server.
struct ServerAccount: Equatable, Sendable {
    let userID: uid_t
    /// Nil for the calling user itself.
    private let borrowed: String?

    /// The caller's own account, except for root, as which PostgreSQL refuses to run: root borrows
    /// the account of Debian's package, or makes one.
    static func forCaller(isRoot: Bool) throws -> ServerAccount {
        guard isRoot else { return ServerAccount(userID: geteuid(), borrowed: nil) }
        if let known = try named("postgres") ?? named("redress") { return known }
        let made = try ShellCommand(arguments: [
            "/usr/sbin/useradd", "--system", "--user-group", "--shell", "/usr/sbin/nologin",
            "redress",
        ]).run()
        if let new = try named("redress") { return new }
        throw EmbeddedPostgresError(
            problem: "There is no account to run PostgreSQL with: \(made.output)",
            remedy: "Make one: useradd --system --user-group redress"
        )
    }

    /// Makes a folder that only this account can enter; one that is there must be like that.
    func makePrivateFolder(_ path: String) throws {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(
            atPath: parent,
            withIntermediateDirectories: true
        )
        if mkdir(path, 0o700) == 0, let borrowed {
            _ = try ShellCommand(arguments: ["/usr/bin/chown", "-h", "\(borrowed):", path]).run()
        }
        // Root may be giving it away right now, in a start at the same time.
        for _ in 0..<20 where !isPrivate(path) { usleep(50_000) }
        guard isPrivate(path) else {
            throw EmbeddedPostgresError(
                problem: "\(path) is not a folder that only \(name) can enter.",
                remedy: "Remove it or name another folder in REDRESS_HOME."
            )
        }
        guard try run(["/usr/bin/test", "-w", path]).succeeded else {
            throw EmbeddedPostgresError(
                problem: "The account \(name), which runs PostgreSQL, cannot reach \(path).",
                remedy: "Name a folder in REDRESS_HOME that every account can reach."
            )
        }
    }

    /// Runs a program as this account.
    func run(
        _ arguments: [String],
        input: String = "",
        workingFolder: String = "/"
    ) throws -> ShellCommand.Outcome {
        let lent =
            borrowed.map {
                ["/usr/bin/setpriv", "--reuid=\($0)", "--regid=\($0)", "--init-groups", "--"]
            } ?? []
        return try ShellCommand(
            arguments: lent + arguments,
            input: input,
            workingFolder: workingFolder
        ).run()
    }

    private static func named(_ name: String) throws -> ServerAccount? {
        let said = try ShellCommand(arguments: ["/usr/bin/id", "-u", name]).run().output
        return uid_t(said.trimmingCharacters(in: .whitespacesAndNewlines))
            .map { ServerAccount(userID: $0, borrowed: name) }
    }

    private var name: String { borrowed ?? NSUserName() }

    private func isPrivate(_ path: String) -> Bool {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFDIR && facts.st_uid == userID
            && facts.st_mode & 0o077 == 0
    }
}
