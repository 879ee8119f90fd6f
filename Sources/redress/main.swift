import Dispatch
import Foundation
import LedgerCLI

let surroundings = Surroundings(
    environment: ProcessInfo.processInfo.environment,
    isRoot: geteuid() == 0,
    outputWidth: TerminalWidth.of(STDOUT_FILENO),
    diagnosticsWidth: TerminalWidth.of(STDERR_FILENO),
    output: { try FileHandle.standardOutput.write(contentsOf: Data($0)) },
    diagnostics: { try FileHandle.standardError.write(contentsOf: Data($0)) }
)
let command = Task {
    await CommandLineDoor.run(Array(CommandLine.arguments.dropFirst()), in: surroundings)
}

// The first Ctrl-C ends the command in good order, the second one at once.
signal(SIGINT, SIG_IGN)
signal(SIGPIPE, SIG_IGN)
let interrupts = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
interrupts.setEventHandler {
    if command.isCancelled { exit(ExitStatus.interrupted.rawValue) }
    command.cancel()
}
interrupts.resume()

exit(await command.value.rawValue)
