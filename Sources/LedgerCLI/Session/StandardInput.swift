import Foundation

/// What is typed or piped in, read as it comes.
package enum StandardInput {
    private static let pause = Duration.milliseconds(5)

    /// The next bytes, or none at the end; while it waits, others work.
    @Sendable package static func next() async throws -> [UInt8] {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, 0) == 0 { try await Task.sleep(for: pause) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : []
    }

    /// Runs `body` with a terminal that hands on each key at once and does not echo it.
    static func withSingleKeys<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return try await body() }
        var single = before
        single.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &single)
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
        return try await body()
    }
}
