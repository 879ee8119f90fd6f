import ArgumentParser
import EmbeddedPostgres
import LedgerOperations
import LedgerReports

struct DatabaseDoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at everything that must be right, and says what to do where it is not.",
        discussion: """
            Example:
              redress db doctor
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var findings = [programs()]
        do {
            findings += try await LedgerSession.run(global) { try await $0.examine() }
        } catch {
            let complaint = Complaint(error)
            findings.append(
                Diagnosis("server", .bad, "\(complaint.what) \(complaint.facts)", complaint.remedy)
            )
        }
        try await ResultWriter(global).write(report(findings))
        let bad = findings.count { $0.state == .bad }
        if bad > 0 {
            throw Findings(
                summary: bad == 1 ? "One thing is wrong." : "\(bad) things are wrong.",
                remedy: "Do what stands beside it, then look again: redress db doctor"
            )
        }
    }

    private func programs() -> Diagnosis {
        do {
            let folder = try DatabaseChoice.ownServer(global).programsFolder()
            return Diagnosis("PostgreSQL's programs", .good, folder, "")
        } catch {
            let complaint = Complaint(error)
            // Only the private server and backups need them.
            return Diagnosis(
                "PostgreSQL's programs",
                .warning,
                complaint.what,
                complaint.remedy
            )
        }
    }

    private func report(_ findings: [Diagnosis]) -> Report {
        .facts(
            "db_doctor",
            "Health of the database",
            [],
            sections: [
                ReportSection(
                    "checks",
                    columns: [
                        ReportColumn("check", "Check", .text),
                        ReportColumn("state", "State", .text),
                        ReportColumn("found", "Found", .text),
                        ReportColumn("remedy", "What to do", .text),
                    ],
                    rows: findings.map {
                        ReportRow([
                            .text($0.subject), .text($0.state.rawValue), .text($0.found),
                            .text($0.remedy),
                        ])
                    }
                )
            ]
        )
    }
}
