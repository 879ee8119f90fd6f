import LedgerModel

/// What stands in a statement around its entries.
struct CamtStatement: Sendable {
    private static let balanceLimit = 1000

    private(set) var currency = ""
    private(set) var copy: String?
    private var account = ""
    private var identity = ""
    private var sequence: String?
    private var from: LedgerDate?
    private var to: LedgerDate?
    private var balances: [CamtBalance.Read] = []
    private var stated: [CamtField: Bytes] = [:]
    private var all = CamtTally()
    private var booked = CamtTally()

    mutating func take(_ field: CamtField, _ value: Bytes) {
        switch field {
        case .identity: identity = value.text
        case .sequence: sequence = value.text
        case .legalSequence: sequence = sequence ?? value.text
        case .copy: copy = value.text
        case .from: from = DateField.iso(value)
        case .to: to = DateField.iso(value)
        case .account: account = value.text
        case .accountCurrency: currency = value.text
        default: stated[field] = value
        }
    }

    mutating func add(_ balance: CamtBalance) throws(FieldFault) {
        guard balances.count < Self.balanceLimit else { return }
        balances.append(try balance.read(in: currency))
    }

    /// Counts an entry in the account's currency.
    mutating func count(_ line: StatementLine) {
        all.count(line)
        if line.status == .booked { booked.count(line) }
    }

    /// The header; where the account names no currency, that of its balances or first entry.
    mutating func header(currency entryCurrency: String) -> StatementHeader {
        let opening = balances.filter { $0.code == "OPBD" || $0.code == "PRCD" }
        let closing = balances.filter { $0.code == "CLBD" }
        if currency.isEmpty {
            currency = (opening + closing).first?.balance.currency ?? entryCurrency
        }
        let own = currency
        var header = StatementHeader(account: account, currency: currency, identity: identity)
        header.sequence = sequence
        header.from = from
        header.to = to
        header.opening = (opening.first { $0.balance.currency == own } ?? opening.first)?.balance
        header.closing = (closing.first { $0.balance.currency == own } ?? closing.first)?.balance
        header.reported = balances.map {
            let code = "\($0.code) \($0.balance.currency)"
            return ReportedAmount(code: code, amountMinor: $0.balance.amountMinor)
        }
        return header
    }

    /// Compares what the statement sums up with its entries.
    func check(_ out: inout StatementAssembler, at place: StatementPlace) {
        // Some banks sum up all entries, others the booked ones.
        let isOfBooked = number(.allCount) == Int64(booked.creditCount + booked.debitCount)
        let tally = isOfBooked ? booked : all
        let count = Int64(tally.creditCount + tally.debitCount)
        var sum = tally.credits
        sum.add(tally.debits.value)
        check("number of entries", number(.allCount), .allCount, count, &out, place)
        check("sum of entries", amount(.allSum), .allSum, sum.value, &out, place)
        let credits = Int64(tally.creditCount)
        check("number of credits", number(.creditCount), .creditCount, credits, &out, place)
        check("sum of credits", amount(.creditSum), .creditSum, tally.credits.value, &out, place)
        let debits = Int64(tally.debitCount)
        check("number of debits", number(.debitCount), .debitCount, debits, &out, place)
        check("sum of debits", amount(.debitSum), .debitSum, tally.debits.value, &out, place)
    }

    private func check(
        _ control: String,
        _ value: Int64?,
        _ field: CamtField,
        _ found: Int64?,
        _ out: inout StatementAssembler,
        _ place: StatementPlace
    ) {
        guard stated[field] != nil else { return }
        guard let value else {
            return out.report(.recordInvalid, .doubt, at: place, "the \(control) stated")
        }
        out.check(control, stated: value, found: found, at: place)
    }

    private func number(_ field: CamtField) -> Int64? {
        stated[field]?.number.map { Int64($0) }
    }

    private func amount(_ field: CamtField) -> Int64? {
        guard let bytes = stated[field] else { return nil }
        return try? MinorUnits(exponent: CurrencyUnit.exponent(of: currency)).parse(bytes)
    }
}

/// How many entries there are each way, and how much.
struct CamtTally: Sendable {
    private(set) var creditCount = 0
    private(set) var debitCount = 0
    private(set) var credits = CheckedSum()
    private(set) var debits = CheckedSum()

    mutating func count(_ line: StatementLine) {
        if line.amountMinor >= 0 {
            creditCount += 1
            credits.add(line.amountMinor)
        } else {
            debitCount += 1
            debits.subtract(line.amountMinor)
        }
    }
}

/// One balance as written.
struct CamtBalance: Sendable {
    struct Read: Sendable {
        let code: String
        let balance: StatementBalance
    }

    private var code = ""
    private var amount = Bytes()
    private var currency = ""
    private var sign = Bytes()
    private var day: LedgerDate?

    mutating func take(_ field: CamtField, _ value: Bytes, currency: String) {
        switch field {
        case .balanceCode: code = value.text
        case .balanceSign: sign = value
        case .balanceDay: day = day ?? DateField.iso(value)
        default:
            amount = value
            self.currency = currency
        }
    }

    func read(in accountCurrency: String) throws(FieldFault) -> Read {
        let currency = currency.isEmpty ? accountCurrency : currency
        let amount = try CamtEntry.signed(amount, sign, currency: currency)
        return Read(
            code: code,
            balance: StatementBalance(amountMinor: amount, currency: currency, on: day)
        )
    }
}
