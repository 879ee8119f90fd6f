import ArgumentParser
import LedgerModel
import LedgerOperations

/// Reads the words of the command line as values, and says what is wrong with them.
enum ArgumentReader {
    /// A day, as 2025-06-30.
    @Sendable static func date(_ text: String) throws -> LedgerDate {
        try explaining { () throws(LedgerRefusal) in try LedgerDate(iso: text) }
    }

    /// An amount in dollars, as 750.00.
    @Sendable static func amount(_ text: String) throws -> Money {
        try explaining { () throws(LedgerRefusal) in
            let amount = try Money(parsing: text)
            guard amount > .zero else { throw LedgerRefusal(.amountNotPositive, detail: text) }
            return amount
        }
    }

    /// An amount in dollars that may be nothing, as 0.00.
    @Sendable static func total(_ text: String) throws -> Money {
        try explaining { () throws(LedgerRefusal) in
            let amount = try Money(parsing: text)
            guard amount >= .zero else { throw LedgerRefusal(.amountNotValid, detail: text) }
            return amount
        }
    }

    /// A yearly rate in percent, as 4.80, in parts of a million.
    @Sendable static func rate(_ text: String) throws -> Int64 {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        let digits = parts[0] + decimals + String(repeating: "0", count: max(0, 4 - decimals.count))
        guard parts.count <= 2, !parts[0].isEmpty, decimals.count <= 4,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let rate = Int64(digits),
            rate <= 1_000_000
        else { throw ValidationError("Write a rate of 0 to 100 percent as 4.80.") }
        return rate
    }

    /// A day, or an instant in UTC.
    @Sendable static func knownAt(_ text: String) throws -> KnownAt {
        guard let moment = KnownAt(text) else {
            throw ValidationError("Write a day as 2025-03-31 or a time as 2025-03-31T17:00:00Z.")
        }
        return moment
    }

    /// One of the words of a vocabulary.
    @Sendable static func word<Word>(_ text: String) throws -> Word
    where Word: RawRepresentable<String> & CaseIterable {
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Use one of: \(known).")
        }
        return word
    }

    private static func explaining<Value>(
        _ read: () throws(LedgerRefusal) -> Value
    ) throws -> Value {
        do throws(LedgerRefusal) {
            return try read()
        } catch {
            throw ValidationError("\(error) \(error.hint)")
        }
    }
}
