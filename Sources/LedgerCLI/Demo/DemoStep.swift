import LedgerModel
import LedgerOperations

/// One thing that somebody does in the demo's year.
struct DemoStep {
    enum Act {
        case open(OpenDocket)
        case assess(AssessDebt)
        case collect(RecordCollection)
        /// Takes back what the step of this key collected.
        case takeBack(String, on: LedgerDate)
        case deposit(RecordDeposit)
        case remit(RecordRemittance)
        case receive(FundMovement, from: String, into: PurseName)
        case transfer(TransferFundMoney, on: LedgerDate)
        case allot(FundMovement, in: PurseName)
        case award(AwardGrant)
        case disburse(FundMovement, under: String)
        case deobligate(FundMovement, of: String)
    }

    /// What the request key is made of; unique within the jurisdiction.
    let key: String
    /// Whose work it is.
    let role: LedgerRole
    let act: Act
    /// The refusal that the ledger is to answer with, where the demo shows one.
    let expectedRefusal: LedgerRefusal.Code?

    init(
        _ key: String,
        _ role: LedgerRole,
        _ act: Act,
        refusedWith code: LedgerRefusal.Code? = nil
    ) {
        self.key = key
        self.role = role
        self.act = act
        expectedRefusal = code
    }
}
