public import LedgerModel
import LedgerStore
import Synchronization

/// How money was paid.
public enum PaymentMethod: String, CaseIterable, Hashable, Sendable, Codable {
    /// Notes and coins.
    case cash
    /// A check or money order.
    case check
    /// A card.
    case card
    /// An automated clearing house transfer.
    case ach
    /// A wire transfer.
    case wire
    /// Anything else.
    case other
}

/// Where money comes from, when it is no ordinary payment.
public enum MoneyOrigin: String, CaseIterable, Hashable, Sendable, Codable {
    /// An ordinary payment.
    case payment
    /// The defendant's own bond money, applied by order of the court: 28 U.S.C. 2044.
    case bond
    /// Substantial resources received while incarcerated: 18 U.S.C. 3664(n).
    case windfall
}

/// Money received on a docket.
public struct RecordCollection: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String

    /// What was received.
    public var amount: Money

    /// How it was paid.
    public var method: PaymentMethod

    /// The till whose book numbers the receipt, or the file it came from; at most 60 characters.
    public var source: String

    /// The receipt's own number; nil to take the next of the till's book.
    public var number: String?

    /// What the payer calls the payment, such as a check number; never a name.
    public var payerReference: String?

    /// When it was received.
    public var received: BusinessDay

    /// Where the money comes from; noted, since the docket's payment order decides what it pays.
    public var origin = MoneyOrigin.payment

    /// What the payer wished to pay; the law decides, the wish is noted.
    public var earmark: DebtKind?

    /// Describes money received today at the counter; set what differs.
    public init(
        _ amount: Money,
        on docket: String,
        by method: PaymentMethod,
        received: BusinessDay = .today
    ) {
        self.amount = amount
        self.docket = docket
        self.method = method
        self.received = received
        source = "counter"
    }
}

/// Money received, and what became of it.
public struct RecordedCollection: Hashable, Sendable {
    /// What was recorded; its reference is the receipt number.
    public let recorded: Recorded

    /// The court's day of the receipt.
    public let effectiveOn: LedgerDate

    /// How the money was applied, debt by debt; nil when the receipt had been recorded before.
    public let allocation: Allocation?

    /// What it posted; empty when the receipt had been recorded before.
    public let postings: [RecordedPosting]

    /// The receipt number.
    public var receiptNumber: String { recorded.reference ?? "" }

    /// Why each debt got what it got.
    public var explanation: [String] { allocation?.explanation ?? [] }
}

extension Ledger {
    /// Records money received: orders it by law, splits it exactly, writes a receipt.
    ///
    /// Refused with `LG201` without the docket, `LG105` or `LG106` for a day in the future or an
    /// amount that is not positive, `LG003` when the request key names another collection.
    @discardableResult
    public func record(
        _ collection: RecordCollection,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> RecordedCollection {
        let books = try await self.books()
        try SensitiveText.check(options.memo, in: "memo")
        try SensitiveText.check(collection.payerReference, in: "payer_reference")
        try SensitiveText.check(collection.number, in: "number", .slip)
        try SensitiveText.check(collection.source, in: "source")
        try SensitiveText.check(options.requestKey, in: "request_key", .key)
        let line = CollectionLine(
            key: options.requestKey,
            docket: collection.docket,
            amount: collection.amount,
            effectiveOn: try date(collection.received, books),
            method: collection.method.rawValue,
            number: collection.number,
            payerReference: collection.payerReference,
            memo: options.memo,
            earmark: collection.earmark
        )
        let (source, origin) = (collection.source, collection.origin.rawValue)
        let decided = Mutex<(allocation: Allocation?, postings: [PostingDraft])>((nil, []))
        let replies = try await attempt(options.requestKey) {
            try await store.collect(
                keys: [line.key],
                references: [line.docket],
                namedWithinDocket: [false],
                keeping: !options.isDryRun
            ) { connection, claim in
                var desk = try await desk(claim, books, connection)
                var batch = CollectionBatch(
                    source: source,
                    numbersFromBook: line.number == nil,
                    origin: origin
                )
                let allocation = batch.append(line, claim.claims[0], source, &desk)
                let postings = batch.postings
                decided.withLock { $0 = (allocation, postings) }
                return batch
            }
        }
        await sealQuietly(after: options)
        if replies[0].refusal?.code == .docketUnknown {
            throw LedgerRefusal(.docketUnknown, detail: line.docket)
        }
        let recorded = try await recorded(replies[0], options)
        let (allocation, postings) = recorded.isReplay ? (nil, []) : decided.withLock { $0 }
        return RecordedCollection(
            recorded: recorded,
            effectiveOn: line.effectiveOn,
            allocation: allocation,
            postings: postings.map { RecordedPosting($0, books) }
        )
    }
}

extension CollectionBatch {
    /// Decides a line and adds it with its postings, or with the refusal that met it.
    ///
    /// What was recorded before under the same key goes to the door without a decision.
    @discardableResult
    mutating func append(
        _ line: CollectionLine,
        _ claim: ClaimRow,
        _ source: String,
        _ desk: inout CollectionDesk
    ) -> Allocation? {
        var fingerprint = CollectionFingerprint(source: source, origin: origin)
        return append(line, claim, fingerprint.of(line, docket: claim.docketID), &desk)
    }

    @discardableResult
    mutating func append(
        _ line: CollectionLine,
        _ claim: ClaimRow,
        _ fingerprint: [UInt8],
        _ desk: inout CollectionDesk
    ) -> Allocation? {
        var header = Header(
            key: line.key,
            fingerprint: fingerprint,
            docketID: claim.docketID,
            effectiveOn: line.effectiveOn,
            amount: line.amount,
            number: line.number,
            method: line.method,
            payerReference: line.payerReference,
            memo: line.memo
        )
        guard claim.knownEntryID == nil, let docket = claim.docketID else {
            if claim.knownEntryID == nil {
                // Not the reference: the docket may be opened later, and expunged.
                header.refusal = LedgerRefusal(.docketUnknown, detail: "the reference given")
            }
            append(header, postings: [])
            return nil
        }
        do throws(LedgerRefusal) {
            let decision = try desk.collect(
                line.amount,
                docket: docket,
                earmark: line.earmark,
                holdingBack: line.heldBack
            )
            append(header, postings: decision.postings)
            return decision.allocation
        } catch {
            header.refusal = error
            append(header, postings: [])
            return nil
        }
    }
}
