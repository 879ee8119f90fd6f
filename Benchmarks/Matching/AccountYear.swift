package import LedgerModel
import StatementFuzzing

/// What happened in one account: both sides as they tell of it, and what belongs together.
package struct AccountYear: Sendable {
    package internal(set) var book: [BookLine] = []
    package internal(set) var bank: [BankLine] = []
    package internal(set) var groups: [TrueGroup] = []
    /// Lines of the bank that it put into the next account.
    package internal(set) var strayed: [BankLine] = []

    let mix: CourtMix
    let wording: BankWording
    var random: SplitMix64
    private var lastTicket = 1_000
    private var lastReceipt = 20_000
    private var lastCheck = 2_000

    /// Nothing yet of the account at this place, counted from 0.
    package init(_ mix: CourtMix, account: Int) {
        self.mix = mix
        wording = BankWording(dirty: mix.dirty)
        random = SplitMix64(seed: mix.seed &* 1_000_003 &+ UInt64(account))
    }

    /// Lets everything happen that the mix wants; `strayed` are lines of the account before.
    package mutating func run(strayed lines: [BankLine] = []) throws {
        for line in lines {
            bank.append(line.moved(to: begin(.bookMissing)))
        }
        let wanted = mix.lines / mix.accounts
        // In the order of its names: a dictionary has none.
        let weights = CourtEvent.allCases.map { (mix.shares[$0] ?? 0) * 20 / $0.halfLines }
        let total = weights.reduce(0, +)
        while book.count < wanted {
            var drawn = random.below(total)
            var event = CourtEvent.one
            for (index, weight) in weights.enumerated() {
                if drawn < weight {
                    event = CourtEvent.allCases[index]
                    break
                }
                drawn -= weight
            }
            try happen(event)
        }
        removeSome()
        sort()
    }

    /// Brings the lines of the bank into the order of their days, as far as it has told of them.
    mutating func sort() {
        for line in bank where line.day > mix.toldThrough { groups[line.group].isWhole = false }
        bank.removeAll { $0.day > mix.toldThrough }
        bank = bank.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        .map(\.element)
    }

    /// A check that was drawn: the bank pays it later.
    package mutating func clear(check number: Int64, cents: Int64, on day: LedgerDate) throws {
        let group = begin(.check)
        book.append(BookLine(group: group, day: day, cents: -cents, form: .check(number: number)))
        let weeks = random.below(100) < 90 ? random.number(in: 1...15) : random.number(in: 16...110)
        let text = wording.check(Int(number), &random)
        try pay(group, -cents, after: weeks, day, text)
    }

    mutating func begin(_ event: CourtEvent) -> Int {
        groups.append(TrueGroup(event: event))
        return groups.count - 1
    }

    mutating func nextTicket() -> Int {
        lastTicket += 1
        return lastTicket
    }

    mutating func nextReceipt() -> Int {
        lastReceipt += 1
        return lastReceipt
    }

    mutating func nextCheck() -> Int {
        lastCheck += 1
        return lastCheck
    }

    /// Payers number their checks as they like: two of them may have one number, or the court's.
    mutating func payerCheck() -> Int { random.number(in: 1_001...9_999) }

    /// A day on which the court works or, seldom, a Saturday.
    mutating func courtDay() throws -> LedgerDate {
        let day = try mix.firstDay.adding(days: random.below(mix.days))
        if day.weekday == .saturday, random.below(10) == 0 { return day }
        return try day.federalBusinessDay()
    }

    mutating func cents() -> Int64 {
        if let amount = mix.onlyAmount { return amount }
        if random.below(100) < mix.statutory {
            let sums: [Int64] = [2_500, 5_000, 7_500, 10_000, 30_000, 100_000, 300_000, 500_000]
            return sums[random.below(sums.count)]
        }
        return Int64(random.number(in: 500...500_000))
    }

    /// The bank's line some banking days after a day; it slips over weekends, holidays and ends of
    /// months.
    mutating func pay(
        _ group: Int,
        _ cents: Int64,
        after days: Int,
        _ day: LedgerDate,
        _ text: String
    ) throws {
        let day = try day.federalBusinessDay().adding(federalBusinessDays: days)
        bank.append(BankLine(group: group, day: day, cents: cents, text: text))
    }

    private mutating func removeSome() {
        guard mix.removed > 0 else { return }
        var kept: [BookLine] = []
        kept.reserveCapacity(book.count)
        // A reversal goes with what it reverses.
        var places: [Int?] = []
        for line in book {
            var line = line
            var isKept = random.below(100) >= mix.removed
            if case .reversal(let original) = line.form {
                if let place = places[original] {
                    line = line.reversing(place)
                } else {
                    isKept = false
                }
            }
            places.append(isKept ? kept.count : nil)
            if isKept { kept.append(line) } else { groups[line.group].isWhole = false }
        }
        book = kept
        // What was entered twice and lost one of them is as right as can be.
        let left = Dictionary(grouping: kept.map(\.group)) { $0 }.mapValues(\.count)
        for group in groups.indices where groups[group].event == .bookTwice {
            if left[group] == 1 { groups[group] = TrueGroup(event: .one) }
        }
    }
}

extension BankLine {
    fileprivate func moved(to group: Int) -> BankLine {
        BankLine(group: group, day: day, cents: cents, text: text)
    }
}

extension BookLine {
    fileprivate func reversing(_ place: Int) -> BookLine {
        BookLine(group: group, day: day, cents: cents, form: .reversal(of: place))
    }
}
