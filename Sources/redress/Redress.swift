import Dispatch
import Foundation
import LedgerCLI

@main
enum Redress {
    static func main() async {
        let command = Task {
            await CommandLineDoor.run(Array(CommandLine.arguments.dropFirst()), in: surroundings)
        }
        let interrupts = cancelling(command)
        let status = await command.value
        interrupts.cancel()
        exit(status.rawValue)
    }

    private static var surroundings: Surroundings {
        Surroundings(
            environment: ProcessInfo.processInfo.environment,
            isRoot: geteuid() == 0,
            outputWidth: TerminalWidth.of(STDOUT_FILENO),
            diagnosticsWidth: TerminalWidth.of(STDERR_FILENO),
            input: StandardInput.next,
            output: { try FileHandle.standardOutput.write(contentsOf: Data($0)) },
            diagnostics: { try FileHandle.standardError.write(contentsOf: Data($0)) }
        )
    }

    /// The first Ctrl-C ends the command in good order, the second one at once.
    private static func cancelling(
        _ command: Task<ExitStatus, Never>
    ) -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        let interrupts = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interrupts.setEventHandler { @Sendable in
            if command.isCancelled { exit(ExitStatus.interrupted.rawValue) }
            command.cancel()
        }
        interrupts.resume()
        return interrupts
    }
}
