import LedgerModel
import LedgerOperations

/// The demo's year, July 2024 to June 2025, in one jurisdiction.
struct DemoBooks {
    /// The code of the jurisdiction, which is that of its profile.
    let jurisdiction: String
    /// What its logins end in.
    let suffix: String
    let steps: [DemoStep]
    /// What the bank says about the account `trust`, file by file.
    var statements: [String] = []

    static let roles: [LedgerRole] = [.clerk, .grants, .reconciler, .approver, .auditor]

    static func all() throws -> [DemoBooks] {
        [try hennepin(), try minnesota(), try newJersey(), try federal()]
    }

    /// The login that does the work of a role here.
    func login(_ role: LedgerRole) -> String { "demo_\(role.rawValue)_\(suffix)" }
}

/// Days and amounts as the demo's lists write them.
enum Demo {
    static func day(_ text: String) throws -> LedgerDate { try LedgerDate(iso: text) }

    static func money(_ text: String) throws -> Money { try Money(parsing: text) }

    static func open(_ docket: String, judgment: String) throws -> DemoStep {
        DemoStep("open:\(docket)", .clerk, .open(OpenDocket(docket, judgmentOn: try day(judgment))))
    }

    static func assess(
        _ docket: String,
        _ rule: String,
        grade: String? = nil,
        counts: Int = 1,
        amount: String? = nil,
        recipients: [String: [String]] = [:],
        weights: [String: [Int64]] = [:]
    ) throws -> DemoStep {
        var debt = AssessDebt(rule, on: docket, amount: try amount.map(money))
        debt.grade = grade
        debt.counts = counts
        debt.recipients = recipients
        debt.weights = weights
        return DemoStep("assess:\(docket):\(rule)", .clerk, .assess(debt))
    }

    static func collect(
        _ docket: String,
        _ amount: String,
        _ date: String,
        by method: PaymentMethod = .card
    ) throws -> DemoStep {
        let collection = RecordCollection(
            try money(amount),
            on: docket,
            by: method,
            received: .on(try day(date))
        )
        return DemoStep(collectKey(docket, date), .clerk, .collect(collection))
    }

    static func takeBack(_ docket: String, _ date: String, on day: String) throws -> DemoStep {
        DemoStep(
            "return:\(docket):\(date)",
            .clerk,
            .takeBack(collectKey(docket, date), on: try Demo.day(day))
        )
    }

    static func deposit(_ ticket: String, _ amount: String, _ date: String) throws -> DemoStep {
        let deposit = RecordDeposit(
            ticket,
            of: .till("counter", through: nil),
            stated: try money(amount),
            deposited: .on(try day(date))
        )
        return DemoStep("deposit:\(ticket)", .clerk, .deposit(deposit))
    }

    static func remit(_ recipient: String, _ amount: String, _ date: String) throws -> DemoStep {
        let remittance = RecordRemittance(
            try money(amount),
            to: recipient,
            sent: .on(try day(date))
        )
        return DemoStep("remit:\(recipient):\(date)", .clerk, .remit(remittance))
    }

    static func movement(_ amount: String, _ date: String) throws -> FundMovement {
        FundMovement(try money(amount), effective: .on(try day(date)))
    }

    private static func collectKey(_ docket: String, _ date: String) -> String {
        "collect:\(docket):\(date)"
    }
}
