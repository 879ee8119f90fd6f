import LedgerModel

/// What the law adds to a fine that is paid late, worked out anew from all that is known of it.
///
/// Section 3572(h), (i) of title 18: delinquent on day 31, in default 91 days later. Section
/// 3612(g): a tenth of what is delinquent, and 15 % of what is in default.
struct LatenessModel {
    /// What fell due on which day.
    let instalments: [(due: LedgerDate, cents: Int64)]
    /// Whether 15 % is taken of all that a default made due.
    let takesAll: Bool
    /// What was received and not taken back, on which day.
    var received: [(day: LedgerDate, cents: Int64)] = []
    /// What fell of the fine, as though it had never been.
    var vacated: Int64 = 0

    /// What is owed of the fine.
    var owed: Int64 { instalments.map(\.cents).reduce(0, +) - vacated }

    /// All penalties that had arisen by a day.
    func penalties(by day: LedgerDate) throws -> Int64 {
        var late: [(due: LedgerDate, cents: Int64)] = []
        var defaults: [(due: LedgerDate, on: LedgerDate, cents: Int64)] = []
        var earlier: Int64 = 0
        for (due, cents) in instalments {
            let tenth = try due.adding(days: 31)
            let worse = try tenth.adding(days: 91)
            let part = (from: earlier, to: earlier + cents)
            if tenth <= day { late.append((due, unpaid(part, on: tenth))) }
            if worse <= day { defaults.append((due, worse, unpaid(part, on: worse))) }
            earlier += cents
        }
        let first = defaults.filter { $0.cents > 0 }.min { $0.on < $1.on }
        let counts = { (due: LedgerDate) in first.map { due < $0.on } ?? true }
        var all = late.filter { counts($0.due) }.map { Self.part(100, of: $0.cents) }
        if takesAll, let first {
            all.append(Self.part(150, of: owed - paid(before: first.on)))
        } else {
            all += defaults.filter { counts($0.due) }.map { Self.part(150, of: $0.cents) }
        }
        return all.reduce(0, +)
    }

    /// What of an instalment, as far as the fine still reaches it, was not paid when a day began.
    private func unpaid(_ part: (from: Int64, to: Int64), on day: LedgerDate) -> Int64 {
        max(0, min(part.to, owed) - max(part.from, paid(before: day)))
    }

    private func paid(before day: LedgerDate) -> Int64 {
        received.filter { $0.day < day }.map(\.cents).reduce(0, +)
    }

    /// So many thousandths, rounded half up to a cent.
    private static func part(_ thousandths: Int64, of cents: Int64) -> Int64 {
        (2 * thousandths * cents + 1_000) / 2_000
    }
}
