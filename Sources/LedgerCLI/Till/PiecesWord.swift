import ArgumentParser
import LedgerModel

/// So many coins or notes of one worth, as 20.00x5.
struct PiecesWord: Hashable {
    let worth: Money
    let number: Int64

    @Sendable init(_ text: String) throws {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[1]), number >= 0 else {
            throw ValidationError("'\(text)' is not of the form 20.00x5.")
        }
        worth = try ArgumentReader.amount(String(parts[0]))
        self.number = number
    }
}
