import ArgumentParser

struct DocketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docket",
        abstract: "Court cases: what was ordered, what was paid.",
        discussion: """
            Example:
              redress docket statement 27-CR-24-1001 --jurisdiction us-mn-hennepin
            """,
        subcommands: [
            OpenDocketCommand.self,
            FindIndigenceCommand.self,
            AssessDebtCommand.self,
            ScheduleDebtCommand.self,
            ImportDocketsCommand.self,
            DocketStatementCommand.self,
            ExpungeDocketCommand.self,
            SetInterestRateCommand.self,
            RemitDebtCommand.self,
            WaiveDebtCommand.self,
            ReduceDebtCommand.self,
            WriteOffDebtCommand.self,
            ApproveWriteOffCommand.self,
            RecordLiabilityEventCommand.self,
            AmendDebtCommand.self,
            VacateDocketCommand.self,
        ]
    )
}
