import LedgerModel

extension AccountYear {
    /// One thing happens, on both sides or on one.
    mutating func happen(_ event: CourtEvent) throws {
        switch event {
        case .check: try clear(check: Int64(nextCheck()), cents: cents(), on: courtDay())
        case .ticket: try severalOnOneTicket()
        case .grouped: try severalWithoutTicket()
        case .split: try oneInParts()
        case .returned: try comeBack()
        case .bookMissing: try bookNothing()
        default: try oneDeposit(event)
        }
    }

    /// One entry, and what the bank makes of it.
    private mutating func oneDeposit(_ event: CourtEvent) throws {
        let (group, day, cents) = (begin(event), try courtDay(), cents())
        let number = nextTicket()
        let isReceipt = event == .one && random.below(4) == 0
        let receipt = isReceipt ? nextReceipt() : 0
        let form =
            isReceipt
            ? BookLine.Form.receipt(
                ticket: "\(number)",
                number: "R-\(receipt)",
                payer: "\(payerCheck())"
            )
            : .deposit(ticket: written(number))
        book.append(BookLine(group: group, day: day, cents: cents, form: form))
        if event == .bookTwice {
            book.append(BookLine(group: group, day: day, cents: cents, form: form))
        }
        var text =
            isReceipt ? wording.receipt(receipt, &random) : wording.ticket(number, &random)
        switch event {
        case .bankMissing: return
        case .bare: text = wording.silence(&random)
        case .transposed: text = wording.ticket(transposed(number), &random)
        case .elsewhere:
            try pay(group, cents, after: slip(), day, text)
            if let line = bank.popLast() { strayed.append(line) }
            return
        default: break
        }
        let fee = event == .netted ? Int64(random.number(in: 3...45)) * 50 : 0
        try pay(group, max(1, cents - fee), after: slip(), day, text)
        if event == .bankTwice { try pay(group, cents, after: slip(), day, text) }
    }

    private mutating func severalOnOneTicket() throws {
        let (group, day, number) = (begin(.ticket), try courtDay(), nextTicket())
        var sum: Int64 = 0
        for _ in 0..<random.number(in: 2...20) {
            let cents = cents()
            sum += cents
            let form = BookLine.Form.deposit(ticket: written(number))
            book.append(BookLine(group: group, day: day, cents: cents, form: form))
        }
        try pay(group, sum, after: slip(), day, wording.ticket(number, &random))
    }

    private mutating func severalWithoutTicket() throws {
        let (group, day) = (begin(.grouped), try courtDay())
        var sum: Int64 = 0
        for _ in 0..<random.number(in: 2...6) {
            let cents = cents()
            sum += cents
            let form = BookLine.Form.deposit(ticket: written(nextTicket()))
            book.append(BookLine(group: group, day: day, cents: cents, form: form))
        }
        try pay(group, sum, after: slip(), day, wording.silence(&random))
    }

    private mutating func oneInParts() throws {
        let (group, day, number) = (begin(.split), try courtDay(), nextTicket())
        var left = cents() + 10_000
        let form = BookLine.Form.deposit(ticket: written(number))
        book.append(BookLine(group: group, day: day, cents: left, form: form))
        let wait = slip()
        for part in 1...random.number(in: 2...3) {
            let cents = part == 1 ? left / 3 + Int64(random.below(2_000)) : left / 2 + 7
            left -= cents
            try pay(group, cents, after: wait, day, wording.ticket(number, &random))
        }
        try pay(group, left, after: wait, day, wording.ticket(number, &random))
    }

    /// In as any other; then out again, and taken back in the books within some days.
    private mutating func comeBack() throws {
        let (group, day, cents) = (begin(.one), try courtDay(), cents())
        let (receipt, check) = (nextReceipt(), payerCheck())
        let form = BookLine.Form.receipt(
            ticket: "\(nextTicket())",
            number: "R-\(receipt)",
            payer: "\(check)"
        )
        book.append(BookLine(group: group, day: day, cents: cents, form: form))
        let place = book.count - 1
        try pay(group, cents, after: slip(), day, wording.receipt(receipt, &random))
        let returned = begin(.returned)
        let text = wording.returned(check: check, &random)
        try pay(returned, -cents, after: random.number(in: 4...9), day, text)
        let known = try day.federalBusinessDay()
            .adding(federalBusinessDays: random.number(in: 9...12))
        book.append(
            BookLine(group: returned, day: known, cents: -cents, form: .reversal(of: place))
        )
    }

    /// A fee, interest, or money whose ticket the court never entered.
    private mutating func bookNothing() throws {
        let (group, day) = (begin(.bookMissing), try courtDay())
        switch random.below(10) {
        case 0: try pay(group, -Int64(random.number(in: 3...90)) * 50, after: 0, day, "SERVICE FEE")
        case 1: try pay(group, Int64(random.number(in: 1...900)), after: 0, day, "INTEREST PAID")
        case 2, 3, 4: try pay(group, cents(), after: 0, day, wording.silence(&random))
        default:
            let text = wording.ticket(nextTicket(), &random)
            try pay(group, cents(), after: 0, day, text)
        }
    }

    /// How many banking days the bank takes.
    private mutating func slip() -> Int {
        let drawn = random.below(100)
        return drawn < 55 ? 0 : drawn < 85 ? 1 : drawn < 96 ? 2 : random.number(in: 3...5)
    }

    /// The number as the court writes it on a ticket.
    private mutating func written(_ number: Int) -> String {
        switch random.below(5) {
        case 0: "T-\(number)"
        case 1, 2: "000\(number)"
        default: "\(number)"
        }
    }

    /// Two digits that differ have changed places.
    private mutating func transposed(_ number: Int) -> Int {
        var digits = Array(String(number))
        let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] }
        guard !places.isEmpty else { return number + 9 }
        let place = places[random.below(places.count)]
        digits.swapAt(place, place + 1)
        return Int(String(digits)) ?? number
    }
}
