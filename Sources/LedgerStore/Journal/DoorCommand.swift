import Foundation
package import LedgerModel

/// A command as a door takes it: the statement of the caller and the postings that follow.
package struct DoorCommand: Sendable {
    /// A field of a statement as the caller stated it.
    package enum Field: Sendable {
        case text(String?)
        case number(Int64)
        case texts([String])
        case numbers([Int64])
        case day(LedgerDate)
        case flag(Bool)
        case list([Field])
        case object([String: Field])

        /// A number that the caller may leave to the ledger.
        package static func number(ifKnown number: Int64?) -> Field {
            number.map(Field.number) ?? .text(nil)
        }
    }

    /// Which command this is, for ever; sent again, it gets the same answer.
    package let key: String
    package let memo: String?
    package let statement: [String: Field]
    package let postings: [PostingDraft]

    package init(
        key: String,
        memo: String?,
        statement: [String: Field],
        postings: [PostingDraft] = []
    ) {
        self.key = key
        self.memo = memo
        self.statement = statement
        self.postings = postings
    }
}

extension DoorCommand {
    /// The array that a door takes.
    static func json(_ commands: [DoorCommand]) throws -> String {
        String(decoding: try JSONEncoder().encode(commands), as: UTF8.self)
    }
}

extension DoorCommand.Field {
    /// The field as text, the same for the same facts.
    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension DoorCommand: Encodable {
    private enum Key: String, CodingKey { case key, memo, statement, postings }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(key, forKey: .key)
        try container.encode(memo, forKey: .memo)
        try container.encode(statement, forKey: .statement)
        try container.encode(postings.map(Line.init), forKey: .postings)
    }

    private struct Line: Encodable {
        let purse: Int32
        let debit: Int32
        let credit: Int32
        let cents: Int64
        let debt: Int16?
        let share: Int16?

        init(_ draft: PostingDraft) {
            purse = draft.purse
            debit = draft.debit
            credit = draft.credit
            cents = draft.amount.cents
            debt = draft.debt
            share = draft.share
        }
    }
}

extension DoorCommand.Field: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .texts(let texts): try container.encode(texts)
        case .numbers(let numbers): try container.encode(numbers)
        case .day(let day): try container.encode(day)
        case .flag(let flag): try container.encode(flag)
        case .list(let fields): try container.encode(fields)
        case .object(let fields): try container.encode(fields)
        }
    }
}
