import ArgumentParser
import LedgerModel
import LedgerOperations

/// One side of a match as the command line names it: whole, as 12:3, or in part, as 12:3=20.00.
enum MatchPart {
    @Sendable static func line(
        _ text: String
    ) throws -> MatchLines.Part<StatementLineName> {
        let (name, amount) = try split(text)
        guard let name = StatementLineName(name) else {
            throw ValidationError("Write a line as 12:3, statement 12 line 3.")
        }
        return MatchLines.Part(name, amount: amount)
    }

    @Sendable static func entry(_ text: String) throws -> MatchLines.Part<Int64> {
        let (name, amount) = try split(text)
        guard let number = Int64(name), number > 0 else {
            throw ValidationError("Write an entry as its number, 845, or a part as 845=20.00.")
        }
        return MatchLines.Part(number, amount: amount)
    }

    @Sendable static func match(_ text: String) throws -> MatchName {
        guard let name = MatchName(text) else {
            throw ValidationError("Write a match as 1234-2, the second of entry 1234.")
        }
        return name
    }

    private static func split(_ text: String) throws -> (Substring, Money?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts[0], parts.count == 2 ? try ArgumentReader.amount(String(parts[1])) : nil)
    }
}
