import ArgumentParser

struct CollectionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection",
        abstract: "Money received on dockets.",
        discussion: """
            Example:
              redress collection record 27-CR-24-1001 --amount 100.00 --method cash --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            RecordCollectionCommand.self, ImportCollectionsCommand.self,
            ReturnCollectionCommand.self,
        ]
    )
}
