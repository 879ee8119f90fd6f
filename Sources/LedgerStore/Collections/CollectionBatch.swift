package import LedgerModel
package import PostgresClient

/// Collections and their postings as the door takes them: one array per column.
package struct CollectionBatch: Sendable {
    /// One collection before its postings.
    package struct Header: Sendable {
        package var key: String
        package var fingerprint: [UInt8]
        package var docketID: Int64?
        package var effectiveOn: LedgerDate
        package var amount: Money
        package var number: String?
        package var method: String
        package var payerReference: String?
        package var memo: String?
        package var refusal: LedgerRefusal?

        package init(
            key: String,
            fingerprint: [UInt8],
            docketID: Int64?,
            effectiveOn: LedgerDate,
            amount: Money,
            number: String?,
            method: String,
            payerReference: String?,
            memo: String?
        ) {
            self.key = key
            self.fingerprint = fingerprint
            self.docketID = docketID
            self.effectiveOn = effectiveOn
            self.amount = amount
            self.number = number
            self.method = method
            self.payerReference = payerReference
            self.memo = memo
        }
    }

    /// The till or file that the collections came from.
    package let source: String
    /// Whether the till's own book numbers the receipts.
    package let numbersFromBook: Bool
    /// Where the money of all of them came from.
    package let origin: String
    package private(set) var headers: [Header] = []
    private var items: [Int32] = []
    private var purses: [Int32] = []
    private var debits: [Int32] = []
    private var credits: [Int32] = []
    private var cents: [Int64] = []
    private var debts: [Int16?] = []
    private var shares: [Int16?] = []

    package init(source: String, numbersFromBook: Bool, origin: String = "payment") {
        self.source = source
        self.numbersFromBook = numbersFromBook
        self.origin = origin
    }

    package mutating func append(_ header: Header, postings: [PostingDraft]) {
        headers.append(header)
        let item = Int32(headers.count)
        for posting in postings {
            items.append(item)
            purses.append(posting.purse)
            debits.append(posting.debit)
            credits.append(posting.credit)
            cents.append(posting.amount.cents)
            debts.append(posting.debt)
            shares.append(posting.share)
        }
    }

    /// What the collections post, one after the other.
    package var postings: [PostingDraft] {
        items.indices.map { index in
            PostingDraft(
                purse: purses[index],
                debit: debits[index],
                credit: credits[index],
                amount: Money(cents: cents[index]),
                debt: debts[index],
                share: shares[index]
            )
        }
    }

    /// The call of the door, in the shape that pays for its plans once when it is for one.
    package var query: Query {
        headers.count == 1 ? query(for: headers[0]) : queryForAll
    }

    private func query(for header: Header) -> Query {
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.record_collection(
                \(source), \(header.key), \(header.fingerprint), \(header.docketID as Int64?),
                \(PostgresDate(header.effectiveOn)), \(header.amount.cents),
                \((numbersFromBook ? nil : header.number) as String?), \(header.method),
                \(header.payerReference as String?), \(header.memo as String?),
                \(header.refusal?.code.rawValue as String?),
                \(header.refusal?.detail as String?),
                \(purses), \(debits), \(credits), \(cents), \(debts), \(shares),
                \(origin)
            )
            """
        return query.named("record_collection")
    }

    private var queryForAll: Query {
        let numbers: [String?]? = numbersFromBook ? nil : headers.map(\.number)
        let query: Query =
            """
            SELECT \(raw: DoorReply.columns) FROM ledger_api.record_collections(
                \(source), \(headers.map(\.key)), \(headers.map(\.fingerprint)),
                \(headers.map(\.docketID)),
                \(headers.map { PostgresDate($0.effectiveOn) }),
                \(headers.map(\.amount.cents)),
                \(numbers as [String?]?),
                \(headers.map(\.method)), \(headers.map(\.payerReference)),
                \(headers.map(\.memo)), \(headers.map(\.refusal?.code.rawValue)),
                \(headers.map(\.refusal?.detail)),
                \(items), \(purses), \(debits), \(credits), \(cents), \(debts), \(shares),
                \(origin)
            ) ORDER BY item
            """
        return query.named("record_collections")
    }
}
