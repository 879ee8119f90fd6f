import LedgerModel

/// The balances and sums that an account header reports.
struct BAI2Summary: Hashable, Sendable {
    private(set) var amounts: [ReportedAmount] = []
    private(set) var total = CheckedSum()
    private(set) var fault: StatementFinding.Code?

    /// Reads the fields of an account header after its account and currency.
    init(_ fields: [Bytes]) {
        var rest = fields.dropFirst(3)
        while let code = rest.first {
            rest.removeFirst()
            guard !code.trimmed.isEmpty else { continue }
            guard let number = code.trimmed.number, number < 1000 else {
                fault = fault ?? .recordInvalid
                continue
            }
            let amount = rest.popFirst() ?? []
            let count = rest.popFirst() ?? []
            BAI2FundsType.skip(&rest)
            take(number, amount, count)
        }
    }

    private mutating func take(_ code: Int, _ amount: Bytes, _ count: Bytes) {
        let count = count.trimmed
        if !count.isEmpty, count.number == nil { fault = fault ?? .recordInvalid }
        guard !amount.trimmed.isEmpty else {
            if !count.isEmpty { fault = fault ?? .recordInvalid }
            return
        }
        do {
            let amount = try MinorUnits.whole(amount)
            total.add(amount)
            let items = count.number.map { Int64($0) }
            let padded = String(repeating: "0", count: 3 - min(3, String(code).count))
            amounts.append(.init(code: padded + String(code), amountMinor: amount, count: items))
        } catch {
            fault = fault ?? error.code
        }
    }

    /// Writes balances into a header.
    func describe(_ header: inout StatementHeader, on day: LedgerDate?) {
        header.reported = amounts
        header.opening = balance(BAI2TypeCode.openingLedger, header.currency, on: day)
        header.closing = balance(BAI2TypeCode.closingLedger, header.currency, on: day)
    }

    /// Compares the sums of credits and debits with the lines of the open statement.
    func check(_ out: inout StatementAssembler, at place: StatementPlace) {
        let totals = out.totals
        guard totals.lineCount > 0 else { return }
        if let stated = only(BAI2TypeCode.totalCredits) {
            let found = totals.creditsMinor
            out.check("total credits", stated: stated.amountMinor, found: found, at: place)
        }
        if let stated = only(BAI2TypeCode.totalDebits) {
            let found = totals.debitsMinor
            out.check("total debits", stated: stated.amountMinor, found: found, at: place)
        }
    }

    private func balance(
        _ code: Int,
        _ currency: String,
        on day: LedgerDate?
    ) -> StatementBalance? {
        only(code).map {
            StatementBalance(amountMinor: $0.amountMinor, currency: currency, on: day)
        }
    }

    private func only(_ code: Int) -> ReportedAmount? {
        amounts.first { Int($0.code) == code }
    }
}

/// The forms in which BAI2 says when money can be used.
enum BAI2FundsType {
    /// Passes over a funds type and what belongs to it; the value day where it names one.
    @discardableResult
    static func skip(_ fields: inout ArraySlice<Bytes>) -> Bytes? {
        guard let type = fields.popFirst()?.trimmed.first else { return nil }
        switch type | 0x20 {
        case UInt8(ascii: "v"):
            let day = fields.popFirst()?.trimmed
            _ = fields.popFirst()
            return day
        case UInt8(ascii: "s"):
            fields = fields.dropFirst(3)
        case UInt8(ascii: "d"):
            guard let count = fields.popFirst()?.trimmed.number else { return nil }
            fields = fields.dropFirst(min(count, fields.count) * 2)
        default: break
        }
        return nil
    }
}
