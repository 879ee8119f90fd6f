import LedgerOperations

extension Complaint {
    init(_ failure: LedgerFailure) {
        switch failure {
        case .inDoubt(let key):
            self.init(
                what: "In doubt: the answer of the database was lost.",
                facts: "The request key is \(key)",
                remedy: "Repeat the same command with --request-key \(key)",
                code: .inDoubt
            )
        case .unreachable(let reason):
            self.init(
                what: "The database cannot be reached.",
                facts: reason,
                remedy: "See what is there: redress db doctor",
                code: .unreachable
            )
        case .notAdmitted(let reason):
            self.init(
                what: "The database does not admit this login.",
                facts: reason,
                remedy: "Name one that it knows in PGUSER or --database; an owner adds one by "
                    + "redress principal add.",
                code: .notAllowed
            )
        case .interrupted:
            self.init(
                what: "Interrupted.",
                facts: "Nothing of this command was kept.",
                remedy: "Repeat the command to go on.",
                code: .interrupted
            )
        case .schemaDiffers(let reason):
            self.init(
                what: "The database holds no ledger of this version.",
                facts: reason,
                remedy: "Bring it to this version: redress db migrate",
                code: .unreachable
            )
        case .database(let reason):
            self.init(
                what: "The database failed.",
                facts: reason,
                remedy: "See what is wrong: redress db doctor",
                code: .failure
            )
        }
    }
}
