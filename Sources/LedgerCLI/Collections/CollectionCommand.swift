import ArgumentParser

struct CollectionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection",
        abstract: "Money received on dockets.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection record 27-CR-24-1004 \\
                  --amount 100.00 --method cash
            """,
        subcommands: [
            RecordCollectionCommand.self,
            ImportCollectionsCommand.self,
            ReturnCollectionCommand.self,
            VoidCollectionCommand.self,
            ReapplyCollectionCommand.self,
            ApplyUnappliedCommand.self,
            MoveCollectionCommand.self,
            IdentifyCollectionCommand.self,
            ListUnappliedCommand.self,
        ]
    )
}
