import LedgerModel
import Testing

struct MoneyTests {
    @Test(
        arguments: [
            ("0", 0), ("1", 100), ("1234.5", 123_450), ("1234.56", 123_456),
            ("1,234.56", 123_456), ("1,234,567", 123_456_700), ("0.05", 5), ("007.10", 710),
            ("90000000000000.00", 9_000_000_000_000_000),
        ])
    func `a plain decimal amount is read in cents`(text: String, cents: Int64) throws {
        #expect(try Money(parsing: text) == Money(cents: cents))
    }

    @Test(
        arguments: [
            ("", "empty"), ("-1", "only digits"), ("+1", "only digits"), ("1e3", "only digits"),
            ("$5", "only digits"), (" 5", "only digits"), ("NaN", "only digits"),
            ("\u{0661}", "only digits"), ("1.234", "two decimals"), ("1.2.3", "one point"),
            (".5", "before the point"), ("5.", "follows the point"), ("12,34.00", "wrong place"),
            ("1234,567", "wrong place"), (",123", "wrong place"), ("1,,000", "wrong place"),
            ("1,234567", "wrong place"), ("1.0,0", "after the point"),
        ])
    func `anything else is refused with its reason`(text: String, reason: String) {
        let refusal = #expect(throws: LedgerRefusal.self) { try Money(parsing: text) }
        #expect(refusal?.code == .amountNotValid)
        #expect(refusal?.detail.contains(reason) == true, "\(refusal?.detail ?? "")")
    }

    @Test(arguments: ["90000000000000.01", "999999999999999999999999"])
    func `an amount beyond the largest is refused`(text: String) {
        let refusal = #expect(throws: LedgerRefusal.self) { try Money(parsing: text) }
        #expect(refusal?.code == .amountTooLarge)
    }

    @Test(
        arguments: [
            (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56"),
            (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
        ])
    func `an amount is written plainly`(cents: Int64, text: String) {
        #expect(Money(cents: cents).description == text)
    }

    @Test func `reading what was written gives the same amount`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1000 {
            let money = Money(cents: .random(in: 0...Money.largest.cents, using: &generator))
            #expect(try Money(parsing: money.description) == money)
        }
    }

    @Test func `arithmetic that does not fit is refused`() throws {
        let most = Money(cents: .max)
        let cent = Money(cents: 1)
        #expect(throws: LedgerRefusal(.amountTooLarge, detail: "\(most) + \(cent)")) {
            try most + cent
        }
        #expect(throws: LedgerRefusal.self) { try Money(cents: .min) - cent }
        #expect(throws: LedgerRefusal.self) { try most * 2 }
        #expect(throws: LedgerRefusal.self) { try Money.sum([most, cent]) }
        #expect(throws: LedgerRefusal.self) { try Money(dollars: .max) }
        #expect(try Money.sum([cent, cent, cent]) == Money(cents: 3))
        #expect(try Money(dollars: 5000) == Money(cents: 500_000))
    }
}
