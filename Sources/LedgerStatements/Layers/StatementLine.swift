package import LedgerModel

/// One movement on an account, as the bank tells it.
package struct StatementLine: Hashable, Sendable {
    /// Whether the bank has booked the movement; only booked ones change the balance.
    package enum Status: String, Sendable {
        case booked, pending, information, future
    }

    /// The place in its statement, counted from 1: with it the line is named, never by contents.
    package internal(set) var ordinal = 0
    package var bookedOn: LedgerDate?
    package var valueOn: LedgerDate?
    /// In minor units of `currency`: above zero into the account, below zero out of it.
    package var amountMinor: Int64
    package var currency: String
    package var status = Status.booked
    /// The bank's code for the kind of movement.
    package var typeCode = ""
    package var references: [StatementReference] = []
    package var text = ""
    /// Returns and corrections of earlier entries that this line tells about.
    package var notices: [ReturnNotice] = []
    /// The bytes of the file that say all this.
    package var byteRange: Range<Int>

    package init(amountMinor: Int64, currency: String, byteRange: Range<Int>) {
        self.amountMinor = amountMinor
        self.currency = currency
        self.byteRange = byteRange
    }

    /// The first reference of a kind.
    package func reference(_ kind: StatementReference.Kind) -> String? {
        references.first { $0.kind == kind }?.key
    }
}

/// A name that a line gives to itself or to what it pays.
package struct StatementReference: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case receipt, ticket, voucher, trace, imad, check, docket, drawdown, award
        case endToEnd, transaction, bank, customer, batch, payee
    }

    package let kind: Kind
    package let key: String

    package init(_ kind: Kind, _ key: String) {
        self.kind = kind
        self.key = key
    }
}

/// What a receiving bank says about an entry sent to it earlier.
package struct ReturnNotice: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case returned, dishonored, contested, notificationOfChange
    }

    package var kind: Kind
    /// R01 to R85, C01 to C99, or a code of ISO 20022; unknown ones are kept as they are.
    package var reasonCode: String
    package var originalTrace: String?
    /// The trace of the return that is dishonored or contested.
    package var returnTrace: String?
    package var originalBank: String?
    /// What the receiving bank adds; the corrected data of a notification of change.
    package var information = ""
}
