/// What happens to money between a court's books and its bank, and how the two sides tell of it.
package enum CourtEvent: String, CaseIterable, Sendable {
    /// One deposit, one line, with the ticket or the receipt's number in it.
    case one
    /// A check drawn and paid, with its number.
    case check
    /// One deposit, one line without any reference.
    case bare
    /// Several deposits on one ticket, one line with its number.
    case ticket
    /// Several deposits of a day, one line for all of them without any reference.
    case grouped
    /// One deposit of which the bank makes two or three lines.
    case split
    /// A deposit that comes back: the line of the return and the reversal in the books.
    case returned
    /// One deposit, one line, less what the bank kept for itself.
    case netted
    /// A line that the bank wrote twice.
    case bankTwice
    /// A deposit that was entered twice.
    case bookTwice
    /// A deposit whose reference lost the order of two digits on its way.
    case transposed
    /// A deposit that the bank put into another account.
    case elsewhere
    /// A deposit that never reached the bank.
    case bankMissing
    /// A line of the bank that nobody booked.
    case bookMissing

    /// How many lines of the books it makes, on average and in halves.
    var halfLines: Int {
        switch self {
        case .ticket: 22
        case .grouped: 8
        case .returned, .bookTwice: 4
        default: 2
        }
    }

    /// Whether the bank's lines say by which name the books know the money.
    package var carriesReference: Bool {
        switch self {
        case .bare, .grouped, .transposed, .elsewhere, .bankMissing, .bookMissing: false
        default: true
        }
    }

    /// Whether somebody who sees both sides alone could tell which line belongs to which.
    package var isKnowable: Bool {
        switch self {
        case .bankTwice, .bookTwice, .elsewhere, .bankMissing, .bookMissing: false
        default: true
        }
    }
}
