import LedgerModel
import LedgerStore

/// A receipt as another system leaves it: not banked yet, or taken by no debt.
struct OpeningReceipt: Sendable {
    let line: Int
    let file: OpeningFile
    /// The docket; nil where nobody knows it.
    let docket: String?
    let source: String
    let number: String
    let receivedOn: LedgerDate
    let amount: Money
    let method: String
    let payerReference: String?
    let isDeposited: Bool
    /// What it gave to shares of its docket's debts; empty while no debt has taken it.
    var shares: [BroughtReceipt.Share] = []

    init(_ record: OpeningRecord, cutOver: LedgerDate) throws(OpeningFault) {
        line = record.line
        file = record.file
        docket =
            file == .receipts ? try record.requiredText("docket") : try record.text("docket")
        source = try record.text("source") ?? "opening"
        number = try record.requiredText("number")
        receivedOn = try record.date("date", notAfter: cutOver)
        amount = try record.positiveAmount("amount")
        method = try record.method()
        payerReference = try record.text("payer_reference")
        isDeposited = file == .unapplied ? try record.flag("deposited", usually: true) : false
    }
}

extension [OpeningDebt] {
    /// Takes the money of receipts out of what the shares of one docket's debts hold, and gives it
    /// to the receipts: the newest receipt first, from the debt that the law has paid last.
    mutating func give(to receipts: [OpeningReceipt]) throws(OpeningFault) -> [OpeningReceipt] {
        let order = indices.sorted { (self[$0].rank, $0) > (self[$1].rank, $1) }
        var given = receipts
        let newest = given.indices.sorted {
            (given[$0].receivedOn, $0) > (given[$1].receivedOn, $1)
        }
        for index in newest {
            var left = given[index].amount
            for debt in order where left.isPositive {
                let part = Swift.min(left, self[debt].applied)
                do throws(LedgerRefusal) {
                    let taken = try self[debt].plan.takeBack(part, from: self[debt].held)
                    for (share, amount) in taken.enumerated() where amount.isPositive {
                        self[debt].held[share] = try self[debt].held[share] - amount
                        given[index].shares.append(
                            BroughtReceipt.Share(
                                debt: Int16(debt + 1),
                                share: Int16(share),
                                amount: amount
                            )
                        )
                    }
                    left = try left - part
                } catch { throw OpeningFault(.receipts, line: given[index].line, error) }
            }
            guard left == .zero else {
                let detail = "receipt \(given[index].number): \(left) more than was applied"
                throw OpeningFault(
                    .receipts,
                    line: given[index].line,
                    LedgerRefusal(.receiptsExceedHeld, detail: detail)
                )
            }
        }
        return given
    }
}
