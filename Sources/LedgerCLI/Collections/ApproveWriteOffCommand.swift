import ArgumentParser
import LedgerOperations
import LedgerReports

struct ApproveWriteOffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve-write-off",
        abstract: "Approves a write-off that another person proposed.",
        discussion: """
            Example:
              PGUSER=demo_approver_hennepin redress docket approve-write-off 21
            """
    )

    @Argument(help: "The number of the proposal.")
    var proposal: Int64

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.approveWriteOff(proposal, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "docket_approve_write_off",
                recorded,
                [ReportField("proposal", "\(proposal)")]
            )
        )
    }
}
