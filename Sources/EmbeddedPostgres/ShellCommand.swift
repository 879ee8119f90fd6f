import Foundation

/// A program that runs to its end, away from the caller's folder and environment.
///
/// Foundation's `Process` waits until every heir of the program has ended, which a server started
/// by `pg_ctl` does not do; hence the system's own calls.
struct ShellCommand {
    /// The program, by its absolute path, and its arguments.
    let arguments: [String]
    /// A few kilobytes at most: a pipe must hold it.
    var input = ""
    var workingFolder = "/"

    struct Outcome {
        let succeeded: Bool
        /// Both output streams, as they came.
        let output: String
    }

    func run() throws -> Outcome {
        let standardInput = Pipe()
        let standardOutput = Pipe()
        // Before the start, so that a program that ends early breaks no pipe.
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let pid = try spawn(
            reading: standardInput.fileHandleForReading.fileDescriptor,
            writing: standardOutput.fileHandleForWriting.fileDescriptor
        )
        try standardOutput.fileHandleForWriting.close()
        let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
        return Outcome(
            succeeded: wait(for: pid) == 0,
            output: String(decoding: output, as: UTF8.self)
        )
    }

    private func spawn(reading input: Int32, writing output: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        for inherited in 3..<min(1024, Int32(sysconf(Int32(_SC_OPEN_MAX)))) {
            posix_spawn_file_actions_addclose(&actions, inherited)
        }

        // Nothing of the caller's: PGDATA, PGPORT and their like redirect PostgreSQL's programs.
        let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"]
        var pid = pid_t()
        let command = ["/usr/bin/env", "--chdir=\(workingFolder)"] + arguments
        let failure = withCStrings(command) { argv in
            withCStrings(environment) { posix_spawn(&pid, command[0], &actions, nil, argv, $0) }
        }
        guard failure == 0 else {
            throw EmbeddedPostgresError(
                problem: "No program can be run: \(String(cString: strerror(failure))).",
                remedy: "See that the machine has memory and \(command[0])."
            )
        }
        return pid
    }

    private func wait(for pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }

    private func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
