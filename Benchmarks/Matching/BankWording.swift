import StatementFuzzing

/// How a bank writes a line: the words around a number, and what it makes of the number.
struct BankWording {
    /// How many of a hundred texts are in a form of the bank's own.
    let dirty: Int

    private static let places = ["MAIN ST", "COURTHOUSE", "NORTH BRANCH", "LOC 12", "DRIVE UP"]
    private static let silent = [
        "BRANCH DEPOSIT", "COUNTER CREDIT", "DEPOSIT", "OVER THE COUNTER", "CASH LETTER",
        "ELECTRONIC CREDIT",
    ]

    func ticket(_ number: Int, _ random: inout SplitMix64) -> String {
        form("DEPOSIT TICKET", ["DEP", "SLIP", "TICKET NO.", "DEPOSIT"], "T-", number, &random)
    }

    func receipt(_ number: Int, _ random: inout SplitMix64) -> String {
        form("RECEIPT", ["RCPT", "RCT", "RECEIPT NO.", "RECEIPT NUMBER"], "R-", number, &random)
    }

    func check(_ number: Int, _ random: inout SplitMix64) -> String {
        form("CHECK", ["CHK", "CK", "CHECK NO.", "CHEQUE"], "CK", number, &random)
    }

    func returned(check number: Int, _ random: inout SplitMix64) -> String {
        "DEPOSITED ITEM RETURNED " + check(number, &random)
    }

    func silence(_ random: inout SplitMix64) -> String {
        Self.silent[Int(random.below(Self.silent.count))]
    }

    /// The clean form, or another case, other blanks, zeros lost or put before it, within a text.
    private func form(
        _ clean: String,
        _ others: [String],
        _ prefix: String,
        _ number: Int,
        _ random: inout SplitMix64
    ) -> String {
        guard random.below(100) < dirty else { return "\(clean) \(number)" }
        let word = others[Int(random.below(others.count))]
        switch random.below(6) {
        case 0: return "\(clean) \(number)".lowercased()
        case 1: return "\(word)   \(number)"
        case 2: return "\(clean) 0000\(number)"
        case 3: return "\(clean) \(prefix)00\(number)"
        case 4:
            let place = Self.places[Int(random.below(Self.places.count))]
            return "\(place) \(word)#\(number) TELLER \(random.below(90) + 10)"
        default: return "\(word.lowercased()): 0\(number)/\(random.below(90) + 10)"
        }
    }
}

extension SplitMix64 {
    /// A number of 0 and more that is less than `limit`.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    /// A number of the range.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }
}
