import ArgumentParser
import LedgerModel

/// Finds a mistyped command, which argument-parser calls an unexpected argument.
struct CommandSuggestion {
    let mistyped: String
    /// The whole command that was probably meant.
    let nearest: String?
    /// The words before it, such as `redress report`.
    let parent: String

    /// Nil when every word that must be a command is one.
    init?(_ arguments: [String], root: any ParsableCommand.Type) {
        var words = arguments[...]
        if words.first == "help" { words = words.dropFirst() }
        var command = root
        var path = [root._commandName]
        for word in words {
            let known = command.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            if let next = known.first(where: { $0._commandName == word }) {
                command = next
                path.append(word)
                continue
            }
            mistyped = word
            parent = path.joined(separator: " ")
            nearest = Self.nearest(to: word, below: command, parent)
            return
        }
        return nil
    }

    var complaint: Complaint {
        Complaint(
            what: "There is no command '\(parent) \(mistyped)'.",
            facts: nearest.map { "Did you mean '\($0)'?" } ?? "",
            remedy: "See the commands: \(parent) --help",
            code: .usage
        )
    }

    /// Looks among the commands here, and if none is near, among those below them.
    private static func nearest(
        to word: String,
        below command: any ParsableCommand.Type,
        _ path: String
    ) -> String? {
        let known = command.configuration.subcommands
        if let name = NearestName.to(word, among: known.map { $0._commandName }) {
            return "\(path) \(name)"
        }
        for next in known {
            if let found = nearest(to: word, below: next, "\(path) \(next._commandName)") {
                return found
            }
        }
        return nil
    }
}
