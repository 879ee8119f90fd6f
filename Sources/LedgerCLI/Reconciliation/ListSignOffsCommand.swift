import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ListSignOffsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signed",
        abstract: "The signed periods, each held against what was signed; exit 1 if one changed.",
        discussion: """
            Example:
              redress reconcile signed --jurisdiction us-mn-hennepin
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let signed = try await LedgerSession.run(global) { try await $0.signedPeriods() }
        try await ResultWriter(global).write(
            .facts("sign_offs", "Signed periods", [], sections: [SignOffSection.section(signed)])
        )
        let changed = signed.filter { $0.isUnchanged == false }
        guard changed.isEmpty else {
            throw Findings(
                summary: "\(changed.count) signed periods are not what was signed.",
                facts: changed.map { "\($0.account) through \($0.through)" }
                    .joined(separator: ", "),
                remedy: "Verify the ledger, then reopen the period and sign it anew."
            )
        }
    }
}
