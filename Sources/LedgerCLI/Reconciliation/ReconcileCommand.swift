import ArgumentParser

struct ReconcileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Explains lines of statements by lines of the books, each once.",
        discussion: """
            Example:
              redress reconcile run --account trust --dry-run
            """,
        subcommands: [
            RunReconcileCommand.self, ShowReconcileCommand.self, ClearCommand.self,
            MatchLinesCommand.self, UnmatchCommand.self, AcceptProposalsCommand.self,
            RejectProposalsCommand.self, ResolveLineCommand.self, MatchRulesCommand.self,
            SignOffCommand.self, ReopenSignOffCommand.self, ListSignOffsCommand.self,
            ClearingWindowCommand.self,
        ]
    )
}
