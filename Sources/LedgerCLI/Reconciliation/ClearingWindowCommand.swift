import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ClearingWindowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "window",
        abstract: "Shows or sets how many banking days open lines count as under way.",
        discussion: """
            Example:
              redress reconcile window --jurisdiction us-mn-hennepin
              PGUSER=demo_reconciler_hennepin redress reconcile window court-bank check 90 --dry-run
            """
    )

    @Argument(help: "The code of the bank account.")
    var account: String?

    @Argument(
        help: "deposit, check, payment, bank_credit or bank_debit.",
        transform: ArgumentReader.word
    )
    var kind: ClearingWindow.Kind?

    @Argument(help: "For how many banking days.")
    var days: Int?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if account != nil, days == nil {
            throw ValidationError("Name the account, the kind of line and the days, or nothing.")
        }
    }

    func run() async throws {
        guard let account, let kind, let days else {
            let windows = try await LedgerSession.run(global) { try await $0.clearingWindows() }
            return try await ResultWriter(global).write(.windows(windows))
        }
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.set(ClearingWindow(account, kind, days: days), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "clearing_window",
                recorded,
                [
                    ReportField("account", account), ReportField("kind", kind.rawValue),
                    ReportField("banking_days", "\(days)"),
                ]
            )
        )
    }
}

extension Report {
    fileprivate static func windows(_ windows: [ClearingWindow]) -> Report {
        .facts(
            "clearing_windows",
            "Under way for so many banking days",
            [],
            sections: [
                ReportSection(
                    "clearing_windows",
                    columns: [
                        ReportColumn("account", "Account", .text),
                        ReportColumn("kind", "Kind", .text),
                        ReportColumn("banking_days", "Banking days", .count),
                        ReportColumn("chosen", "Chosen", .text),
                    ],
                    rows: windows.map {
                        ReportRow([
                            .text($0.account), .text($0.kind.rawValue), .count(Int64($0.days)),
                            .text($0.isSet ? "by the court" : "by default"),
                        ])
                    }
                )
            ]
        )
    }
}
