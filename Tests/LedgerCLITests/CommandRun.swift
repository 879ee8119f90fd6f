import LedgerCLI
import Synchronization

/// One command, run with captured output as from a pipe, or as on terminals of a width.
struct CommandRun: Sendable {
    let status: ExitStatus
    let output: String
    let diagnostics: String

    static func of(
        _ arguments: [String],
        environment: [String: String] = [:],
        width: Int? = nil,
        input: String = ""
    ) async -> CommandRun {
        let (output, diagnostics) = (Captured(), Captured())
        let typed = Mutex(Array(input.utf8))
        let surroundings = Surroundings(
            environment: environment,
            isRoot: false,
            outputWidth: width,
            diagnosticsWidth: width,
            input: {
                typed.withLock { bytes in
                    defer { bytes = [] }
                    return bytes
                }
            },
            output: output.add,
            diagnostics: diagnostics.add
        )
        let status = await CommandLineDoor.run(arguments, in: surroundings)
        return CommandRun(status: status, output: output.text, diagnostics: diagnostics.text)
    }

    /// The same on the books of the demo, as its superuser or as one of its logins.
    static func onDemo(
        _ arguments: [String],
        as login: String? = nil,
        environment: [String: String] = [:],
        width: Int? = nil
    ) async throws -> CommandRun {
        let database = try await DemoDatabase.connection(as: login)
        let environment = environment.merging(["REDRESS_DATABASE_URL": database]) { $1 }
        return await of(arguments, environment: environment, width: width)
    }
}

private final class Captured: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    @Sendable func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
}
