public import LedgerModel
import LedgerStore

/// A court case to be opened.
public struct OpenDocket: Hashable, Sendable {
    /// The court's own reference, without a name.
    public var reference: String

    /// The day of judgment, which decides which law applies.
    public var judgmentOn: LedgerDate

    /// Whether the offender is an organization.
    public var isEntity: Bool

    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?

    /// The payment order of the judgment; nil for the jurisdiction's usual one.
    public var paymentOrder: String?

    /// Describes a case.
    public init(
        _ reference: String,
        judgmentOn: LedgerDate,
        isEntity: Bool = false,
        fund: String? = nil,
        paymentOrder: String? = nil
    ) {
        self.reference = reference
        self.judgmentOn = judgmentOn
        self.isEntity = isEntity
        self.fund = fund
        self.paymentOrder = paymentOrder
    }
}

extension Ledger {
    /// Opens a docket; the reference of the answer is the docket's.
    ///
    /// Refused with `LG202` when it is there already, `LG801` without such a custodial fund,
    /// `LG304` for an unknown payment order.
    @discardableResult
    public func open(
        _ docket: OpenDocket,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let opening = try opening(docket, key: options.requestKey, books)
        let reply = try await write(options) { connection in
            try await connection.open([opening])[0]
        }
        return try await recorded(reply, options)
    }

    func opening(
        _ docket: OpenDocket,
        key: String,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> DocketOpening {
        let order = docket.paymentOrder ?? books.jurisdiction.paymentOrder
        guard PaymentOrder.named(order) != nil else {
            throw LedgerRefusal(.paymentOrderPassed, detail: "no payment order \(order)")
        }
        return DocketOpening(
            key: key,
            reference: docket.reference,
            fundID: try books.custodialFund(docket.fund).id,
            judgmentOn: docket.judgmentOn,
            isEntity: docket.isEntity,
            paymentOrder: order
        )
    }
}

extension StoredBooks {
    /// The custodial fund of this code, or the only one.
    func custodialFund(_ code: String?) throws(LedgerRefusal) -> FundRow {
        let funds = custodialFunds
        if let code {
            guard let fund = funds.first(where: { $0.code == code }) else {
                throw LedgerRefusal(.fundUnknown, detail: code)
            }
            return fund
        }
        guard funds.count == 1 else {
            let codes = funds.map(\.code).joined(separator: ", ")
            throw LedgerRefusal(.fundUnknown, detail: "name one of: \(codes)")
        }
        return funds[0]
    }

    /// The purse in which a custodial fund does everything.
    func custodialPurse(of fund: Int32) throws(LedgerRefusal) -> PurseRow {
        guard let purse = purses.first(where: { $0.fundID == fund }) else {
            throw LedgerRefusal(.purseUnknown, detail: "fund \(fund)")
        }
        return purse
    }
}
