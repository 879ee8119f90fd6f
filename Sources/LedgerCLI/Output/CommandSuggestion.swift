import ArgumentParser
import LedgerModel

/// Finds a mistyped command, which argument-parser calls an unexpected argument.
struct CommandSuggestion {
    let mistyped: String
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
            nearest = NearestName.to(word, among: known.map { $0._commandName })
            parent = path.joined(separator: " ")
            return
        }
        return nil
    }

    var complaint: Complaint {
        Complaint(
            what: "There is no command '\(parent) \(mistyped)'.",
            facts: nearest.map { "Did you mean '\(parent) \($0)'?" } ?? "",
            remedy: "See the commands: \(parent) --help",
            code: .usage
        )
    }
}
