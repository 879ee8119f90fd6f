import ArgumentParser
import LedgerModel

/// The way in from the command line: words in, a result, complaints and an exit status out.
package enum CommandLineDoor {
    /// Runs what the arguments (without the program's name) ask for.
    package static func run(
        _ arguments: [String],
        in surroundings: Surroundings
    ) async -> ExitStatus {
        await Surroundings.$current.withValue(surroundings) {
            do {
                return try await answer(arguments)
            } catch {
                return complain(error)
            }
        }
    }

    private static func answer(_ arguments: [String]) async throws -> ExitStatus {
        if arguments.isEmpty {
            try Surroundings.current.write(Array(Welcome.text.utf8))
            return .done
        }
        if let suggestion = CommandSuggestion(arguments, root: RedressCommand.self) {
            Surroundings.current.say(suggestion.complaint.text)
            return suggestion.complaint.code
        }
        var command = try await RedressCommand.asyncParseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
        return .done
    }

    private static func complain(_ error: any Error) -> ExitStatus {
        if let status = error as? ExitStatus { return status }
        if error is OutputClosed { return .done }
        switch RedressCommand.exitCode(for: error) {
        case .success:
            // Help and completion scripts come as errors that mean success.
            let text = RedressCommand.fullMessage(for: error)
            try? Surroundings.current.output(Array("\(text)\n".utf8))
            return .done
        case .validationFailure:
            Surroundings.current.say(RedressCommand.fullMessage(for: error))
            return .usage
        default:
            let complaint = Complaint(error)
            Surroundings.current.say(complaint.text)
            return complaint.code
        }
    }
}

extension ExitStatus: Error {}
