import ArgumentParser
import LedgerOperations
import LedgerReports

struct ExpungeDocketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expunge",
        abstract: "Forgets a docket's reference by order of a court, by two persons.",
        discussion: """
            One person names the docket and the order; another approves by the number of the \
            proposal, and the reference is gone. All money and the proofs of it stay.

            Example:
              PGUSER=demo_clerk_hennepin redress docket expunge 27-CR-25-1005 \\
                  --order "order of 2025-06-30"
              redress docket expunge --approve 118 --jurisdiction us-mn-hennepin
            """
    )

    @Argument(help: "The reference of the docket to be forgotten.")
    var docket: String?

    @Option(help: "How the court calls its order, without the reference.")
    var order: String?

    @Option(help: "The number of a proposal by another person.")
    var approve: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        guard approve == nil ? docket != nil && order != nil : docket == nil && order == nil else {
            throw ValidationError("Give the docket and its --order, or --approve alone.")
        }
        if let docket,
            [order, write.memo, write.requestKey].contains(where: { text in
                text?.contains(docket) ?? false
            })
        {
            throw ValidationError("Leave the reference out of the order, the memo and the key.")
        }
    }

    func run() async throws {
        let command = write.command
        if let approve {
            let recorded = try await LedgerSession.run(global) {
                try await $0.approve(expunction: approve, command)
            }
            try await ResultWriter(global).write(
                .recorded("docket_expunge", recorded, [ReportField("proposal", "\(approve)")])
            )
        } else if let docket, let order {
            let proposed = try await LedgerSession.run(global) {
                try await $0.propose(ExpungeDocket(docket, order: order), command)
            }
            try await ResultWriter(global).write(Self.report(proposed))
        }
    }

    private static func report(_ proposed: ProposedExpunction) -> Report {
        var facts: [ReportField] = []
        if !proposed.namedIn.isEmpty {
            let entries = proposed.namedIn.map(String.init).joined(separator: ", ")
            facts.append(ReportField("stays_named_in", "the texts of entries with ids \(entries)"))
        }
        return .proposed("docket_expunge", proposed.recorded, facts)
    }
}
