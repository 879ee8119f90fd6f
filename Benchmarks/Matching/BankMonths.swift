import LedgerModel

/// Writes the lines of an account as the bank would: a statement of MT940 for each month.
package struct BankMonths {
    /// A line's place: its month's statement and the ordinal there.
    package struct Place: Sendable {
        package let statement: String
        package let ordinal: Int
    }

    package private(set) var text = ""
    /// The place of each line, in the order in which they were given.
    package private(set) var places: [Place] = []

    /// Lines in the order of their days.
    package init(account: Int, _ lines: [BankLine]) {
        var balance: Int64 = 10_000_000
        var first = 0
        var sequence = 0
        while first < lines.count {
            let month = lines[first].day.firstOfMonth
            let last = lines[first...].firstIndex { $0.day.firstOfMonth != month } ?? lines.count
            sequence += 1
            write(account, sequence, lines[first..<last], &balance)
            first = last
        }
    }

    private mutating func write(
        _ account: Int,
        _ sequence: Int,
        _ lines: ArraySlice<BankLine>,
        _ balance: inout Int64
    ) {
        guard let month = lines.first?.day.firstOfMonth else { return }
        let name = "A\(account + 1)M\(sequence)"
        text += ":20:\(name)\n:25:\(CourtMix.number(account))\n:28C:\(sequence)\n"
        text += ":60F:\(Self.balance(balance, month))\n"
        for (ordinal, line) in lines.enumerated() {
            let day = Self.day(line.day)
            text += ":61:\(day)\(day.suffix(4))\(line.cents < 0 ? "D" : "C")"
            text += "\(Self.amount(line.cents))NTRFNONREF\n:86:\(line.text)\n"
            balance += line.cents
            places.append(Place(statement: name, ordinal: ordinal + 1))
        }
        text += ":62F:\(Self.balance(balance, month.lastOfMonth))\n-\n"
    }

    private static func balance(_ cents: Int64, _ day: LedgerDate) -> String {
        "\(cents < 0 ? "D" : "C")\(Self.day(day))USD\(amount(cents))"
    }

    private static func amount(_ cents: Int64) -> String {
        let (units, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(units),\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func day(_ day: LedgerDate) -> String {
        let (year, month, number) = day.components
        return [year % 100, month, number].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}
