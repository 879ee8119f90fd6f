import EmbeddedPostgres
import LedgerModel
import LedgerOperations
import StatuteLibrary

/// An error as a person reads it: what, which facts, what to do; and the exit code that it means.
struct Complaint {
    let what: String
    let facts: String
    let remedy: String
    let code: ExitStatus

    /// The three lines for standard error.
    var text: String {
        ["redress: \(what)", facts, remedy].filter { !$0.isEmpty }
            .joined(separator: "\n         ")
    }
}

extension Complaint {
    /// The one place where errors become words and exit codes.
    init(_ error: any Error) {
        switch error {
        case let refusal as LedgerRefusal: self.init(refusal)
        case let failure as LedgerFailure: self.init(failure)
        case let failure as EmbeddedPostgresError:
            self.init(what: failure.problem, facts: "", remedy: failure.remedy, code: .unreachable)
        case let failure as StatuteFileError:
            self.init(
                what: "A statute file is not right.",
                facts: "\(failure)",
                remedy: "Correct that line and check the file: redress statute check FILE",
                code: .refused
            )
        case let failure as FileFailure:
            self.init(what: failure.problem, facts: "", remedy: failure.remedy, code: failure.code)
        case let fault as ImportFault:
            self.init(
                what: "The file cannot be imported.",
                facts: fault.findings.joined(separator: "; "),
                remedy: "Correct that and import the file again.",
                code: .refused
            )
        case let part as PartlyDone:
            self.init(
                what: part.rejected == 1
                    ? "1 line was not imported; all others are."
                    : "\(part.rejected) lines were not imported; all others are.",
                facts: "See \(part.file): each line stands there with its reason.",
                remedy: "Correct that file and import it.",
                code: .partlyDone
            )
        case is ImportInDoubt:
            self.init(
                what: "In doubt: the answer of the database was lost.",
                facts: "Some lines may be recorded that were not counted.",
                remedy: "Import the same file again: it adds only what is missing.",
                code: .inDoubt
            )
        case let findings as Findings:
            self.init(
                what: findings.summary,
                facts: findings.facts,
                remedy: findings.remedy,
                code: .refused
            )
        case let failure as CheckpointFailure:
            self.init(
                what: "The checkpoint cannot be used.",
                facts: "\(failure)",
                remedy: "Name the checkpoint and the public key that belong together.",
                code: .refused
            )
        case let failure as BackupFailure:
            self.init(
                what: "The backup or restore was not done.",
                facts: "\(failure)",
                remedy: "Mend that and repeat the command; nothing is half-done.",
                code: .failure
            )
        case let stop as Interrupted: self.init(interruptedKeeping: stop.kept)
        case is CancellationError: self.init(interruptedKeeping: "Nothing of it was kept.")
        default:
            self.init(
                what: "Something failed that should not.",
                facts: "\(error)",
                remedy: "Repeat the command; if it fails again, report it with these lines.",
                code: .failure
            )
        }
    }

    private init(_ refusal: LedgerRefusal) {
        self.init(
            what: "\(refusal.code.rawValue) \(refusal.message)",
            facts: refusal.detail,
            remedy: refusal.code == .notBound
                ? "Name a jurisdiction where this login has a role, as --jurisdiction us-mn."
                : refusal.hint,
            code: refusal.exitStatus
        )
    }

    private init(interruptedKeeping kept: String) {
        self.init(
            what: "Interrupted.",
            facts: kept,
            remedy: "Repeat the command to go on.",
            code: .interrupted
        )
    }
}
