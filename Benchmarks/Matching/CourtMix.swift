package import LedgerModel

/// How much happens, where and when, of which kinds; with a seed it is always the same.
package struct CourtMix: Sendable {
    package var seed: UInt64
    /// Lines of the books in all accounts, before some are taken away.
    package var lines: Int
    package var accounts = 1
    package var firstDay: LedgerDate
    package var days: Int
    /// The last day of which the bank has told: what it books later is outstanding.
    package var toldThrough: LedgerDate
    /// How many of a hundred lines of the books are taken away after all was written.
    package var removed = 0
    /// How many of a hundred amounts are round sums that a statute sets.
    package var statutory = 35
    /// How many of a hundred references the bank writes in a form of its own.
    package var dirty = 40
    /// How many of ten thousand lines of the books each kind makes; of lines that nobody booked,
    /// how many there are for ten thousand booked ones.
    package var shares: [CourtEvent: Int]

    /// Forty accounts over half a year: what a large office has.
    package static func scale(seed: UInt64, lines: Int, removed: Int = 0) throws -> CourtMix {
        CourtMix(
            seed: seed,
            lines: lines,
            accounts: max(1, min(40, lines / 2_500)),
            firstDay: try LedgerDate(year: 2026, month: 1, day: 2),
            days: 180,
            toldThrough: try LedgerDate(year: 2026, month: 10, day: 31),
            removed: removed,
            shares: [
                .one: 5_900, .check: 1_500, .bare: 1_000, .ticket: 1_400, .grouped: 200,
                .bookMissing: 2_000,
            ]
        )
    }

    /// One account over a year, with everything that goes wrong.
    package static func year(seed: UInt64, lines: Int, removed: Int = 0) throws -> CourtMix {
        CourtMix(
            seed: seed,
            lines: lines,
            accounts: max(1, min(4, lines / 2_500)),
            firstDay: try LedgerDate(year: 2025, month: 10, day: 1),
            days: 365,
            toldThrough: try LedgerDate(year: 2026, month: 10, day: 31),
            removed: removed,
            shares: [
                .one: 5_500, .check: 1_200, .bare: 800, .ticket: 1_400, .grouped: 300, .split: 200,
                .returned: 150, .netted: 100, .bankTwice: 50, .bookTwice: 50, .transposed: 100,
                .elsewhere: 50, .bankMissing: 100, .bookMissing: 500,
            ]
        )
    }

    /// Thousands of the same amount in one account, each with its number or none.
    package static func equalAmounts(seed: UInt64, lines: Int) throws -> CourtMix {
        var mix = CourtMix(
            seed: seed,
            lines: lines,
            firstDay: try LedgerDate(year: 2026, month: 1, day: 2),
            days: 180,
            toldThrough: try LedgerDate(year: 2026, month: 10, day: 31),
            shares: [.one: 5_000, .bare: 5_000]
        )
        mix.statutory = 0
        mix.onlyAmount = 2_500
        return mix
    }

    /// The one amount of all lines.
    package var onlyAmount: Int64?

    /// The bank account of this place, counted from 0.
    package static func code(_ account: Int) -> String { "account-\(account + 1)" }

    /// The number by which files name it.
    package static func number(_ account: Int) -> String { "4000\(100_000 + account)" }
}
