import LedgerModel
import LedgerStore

/// Which part of each receipt of a docket no debt may get, because so much was given back.
///
/// What was given back of a receipt is held from that receipt. Where it was taken back since, the
/// others make up for it, first with what no debt has of them, then the newest: the payer owes it
/// again.
struct HeldBack: Sendable {
    private var byEntry: [Int64: Money] = [:]

    init() {}

    init(
        _ refunds: [ReceiptRefund],
        from receipts: [StandingReceipt],
        applied: [AppliedShare]
    ) {
        var left = refunds.map(\.amount.cents).reduce(0, +)
        for refund in refunds {
            let receipt = receipts.last {
                $0.source == refund.source && $0.number == refund.number
            }
            if let receipt { hold(refund.amount.cents, from: receipt, &left) }
        }
        let taken = applied.reduce(into: [Int64: Int64]()) { taken, share in
            taken[share.entryID, default: 0] += share.amount.cents
        }
        for receipt in receipts.reversed() where left > 0 {
            let free = receipt.amount.cents - taken[receipt.entryID, default: 0]
            hold(free - self[receipt].cents, from: receipt, &left)
        }
        for receipt in receipts.reversed() where left > 0 { hold(left, from: receipt, &left) }
    }

    subscript(receipt: StandingReceipt) -> Money { byEntry[receipt.entryID] ?? .zero }

    private mutating func hold(_ cents: Int64, from receipt: StandingReceipt, _ left: inout Int64) {
        let held = self[receipt].cents
        let more = max(0, min(cents, receipt.amount.cents - held, left))
        byEntry[receipt.entryID] = Money(cents: held + more)
        left -= more
    }
}
