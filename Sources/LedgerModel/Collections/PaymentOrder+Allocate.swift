extension PaymentOrder {
    /// Applies `amount` to the open debts as this order and its gates have it.
    ///
    /// Each time the first debt in the order that may be paid gets what it is owed; a gated debt
    /// may be paid only once no gating debt is open. An earmark changes nothing and is noted. What
    /// is held back of the amount, such as money that was given back since, stays unapplied.
    /// Refused with `LG106` when the amount is not positive, with `LG301` when a debt already has
    /// more applied than ordered, with `LG306` when its shares cannot take the money.
    public func allocate(
        _ amount: Money,
        to debts: [OpenDebt],
        earmark: DebtKind? = nil,
        holdingBack held: Money = .zero
    ) throws(LedgerRefusal) -> Allocation {
        guard amount.isPositive else {
            throw LedgerRefusal(.amountNotPositive, detail: "\(amount)")
        }
        let open = try openInOrder(debts)
        var applied = [Int64](repeating: 0, count: open.count)
        let held = min(held, amount)
        var left = amount.cents - held.cents
        var gatingOpen = open.count { $0.isGating && !$0.isGated }
        var passedGate = false
        // First what needs no gate; the gated debts pass in the same order once the gate opens.
        var index = 0
        while left > 0, index < open.count {
            let debt = open[index]
            let mayPay = applied[index] == 0 && !(debt.isGated && gatingOpen > 0)
            guard mayPay else {
                index += 1
                continue
            }
            let owed = debt.owed.cents - debt.applied.cents
            applied[index] = min(left, owed)
            left -= applied[index]
            if debt.isGating, !debt.isGated, applied[index] == owed { gatingOpen -= 1 }
            if gatingOpen == 0, !passedGate {
                passedGate = true
                index = 0
            } else {
                index += 1
            }
        }
        return Allocation(
            lines: try lines(open, applied: applied, gateIsClosed: gatingOpen > 0),
            unapplied: Money(cents: left + held.cents),
            heldBack: held,
            earmark: earmark
        )
    }

    private func openInOrder(_ debts: [OpenDebt]) throws(LedgerRefusal) -> [OpenDebt] {
        for debt in debts where debt.applied > debt.owed || debt.applied < .zero {
            let detail = "debt \(debt.number): \(debt.applied) of \(debt.owed)"
            throw LedgerRefusal(.appliedExceedsOwed, detail: detail)
        }
        var open = debts.filter { $0.applied < $0.owed }
        if open.count > 1 { open.sort { ($0.rank, $0.number) < ($1.rank, $1.number) } }
        return open
    }

    private func lines(
        _ open: [OpenDebt],
        applied: [Int64],
        gateIsClosed: Bool
    ) throws(LedgerRefusal) -> [Allocation.Line] {
        var lines: [Allocation.Line] = []
        lines.reserveCapacity(open.count)
        for (debt, cents) in zip(open, applied) {
            let amount = Money(cents: cents)
            lines.append(
                Allocation.Line(
                    debt: debt.number,
                    kind: debt.kind,
                    rank: debt.rank,
                    owed: Money(cents: debt.owed.cents - debt.applied.cents),
                    applied: amount,
                    shares: cents == 0 ? [] : try debt.plan.split(amount, held: debt.held),
                    skippedByGate: debt.isGated && gateIsClosed,
                    citation: debt.citation,
                    orderCitation: citation(for: debt.kind)
                )
            )
        }
        return lines
    }
}
