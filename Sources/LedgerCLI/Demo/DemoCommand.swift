import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Loads a small year of books in four jurisdictions and prints the reports.",
        discussion: """
            Safe to repeat: a second run adds nothing.

            Example:
              redress demo
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let choice = DatabaseChoice(global, in: .current)
        let database = try choice.connectionString(global)
        let bar = ProgressBar("Loading", options: global)
        let loader = DemoLoader(database: database) { bar.update($0, part: $0, of: $1) }
        let outcome: DemoLoader.Outcome
        do {
            outcome = try await loader.load(try DemoBooks.all())
        } catch let error where Complaint(error).code == .interrupted {
            bar.finish()
            throw Interrupted(kept: "The steps before stay; the next demo adds the others.")
        } catch let refusal as LedgerRefusal where refusal.exitStatus == .refused {
            bar.finish()
            throw FileFailure(
                problem: "The demo does not fit the books that are there: "
                    + "\(refusal.code.rawValue) \(refusal.message)",
                remedy: "Another version loaded them, or somebody changed them. Load the demo "
                    + "into a folder of its own, as REDRESS_HOME=\"$HOME/redress-demo\", or into "
                    + "an empty --database.",
                code: .refused
            )
        } catch {
            bar.finish()
            throw error
        }
        bar.finish()
        guard (global.output ?? .table) == .table, global.outputFile == nil else {
            return try await ResultWriter(global).write(summary(outcome))
        }
        try await printReports(database)
        global.note(Self.next(choice))
    }

    private func summary(_ outcome: DemoLoader.Outcome) -> Report {
        .facts(
            "demo",
            "The demo is loaded",
            [
                ReportField("recorded", "\(outcome.recorded)"),
                ReportField("recorded_before", "\(outcome.recordedBefore)"),
                ReportField("refused_as_expected", "\(outcome.refused)"),
            ]
        )
    }

    private func printReports(_ database: String) async throws {
        let year = ReportScope(
            begin: try LedgerDate(iso: "2024-07-01"),
            end: try LedgerDate(iso: "2025-06-30")
        )
        try await show("us-mn", database) { try await $0.balanceReport(year) }
        try await show("us-mn-hennepin", database) { try await $0.fundingReport(year) }
        try await show("us-mn-hennepin", database) { try await $0.collectionsReport(year) }
        try await show("us-nj", database) { try await $0.trialBalanceReport(year) }
        try await show("us-mn-hennepin", database) { try await $0.docketReport("27-CR-24-1001") }
        var harbor = year
        harbor.fund = "safe-harbor"
        let (scope, writer) = (harbor, ResultWriter(global))
        try await LedgerSession.run(database, options(for: "us-mn")) {
            try await $0.runningReport(account: nil, scope) { try await writer.write($0) }
        }
    }

    private func show(
        _ jurisdiction: String,
        _ database: String,
        _ report: (Ledger) async throws -> Report
    ) async throws {
        let result = try await LedgerSession.run(database, options(for: jurisdiction), report)
        try await ResultWriter(global).write(result)
        try Surroundings.current.write([UInt8(ascii: "\n")])
    }

    private func options(for jurisdiction: String) -> GlobalOptions {
        var options = global
        options.jurisdiction = jurisdiction
        return options
    }

    static func next(_ choice: DatabaseChoice) -> String {
        """

        These books are kept by separate people, each with a login: a clerk, one for grants, a
        reconciler, an approver and an auditor in each of hennepin, mn, nj and us, such as
        demo_clerk_hennepin.

        Try next:
          redress report funding --jurisdiction us-mn-hennepin --period quarter
          redress docket statement 1:24-cr-00123 --jurisdiction us
          PGUSER=demo_clerk_hennepin redress collection record 27-CR-24-1004 \
        --amount 100.00 --method cash --explain
          redress verify --jurisdiction us-mn-hennepin
        """
            + (choice.isOwnServer
                ? "\n\nStop the private PostgreSQL, which keeps the books:  redress db stop"
                : "\n\n(PGUSER is for the private PostgreSQL; here name the login in --database.)")
    }
}
