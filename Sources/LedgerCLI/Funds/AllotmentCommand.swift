import ArgumentParser

struct AllotmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allotment",
        abstract: "Authority of federal funds.",
        discussion: """
            Example:
              PGUSER=demo_grants_us redress allotment record --fund dtvf --amount 10.00
            """,
        subcommands: [
            RecordAllotmentCommand.self
        ]
    )
}
