/// What the columns of a source's CSV files mean, declared because such files do not say it.
///
/// Columns are found by the names in the header, without regard to case; further ones are passed
/// over, so that a source may add some.
package struct CSVMapping: Sendable {
    /// Something that is the same in the whole file, or stands in a column.
    package enum Source: Sendable {
        case fixed(String)
        case column(String)
    }

    /// Where an amount stands and what says its direction.
    package enum Amount: Sendable {
        /// One column with a sign; a plus means money in unless `turned`.
        case signed(String, turned: Bool = false)
        /// Two columns of which one is filled; numbers in both are unsigned.
        case split(credit: String, debit: String)
        /// An unsigned column, and another that says which way it goes.
        case marked(String, by: String, credits: Set<String>, debits: Set<String>)
    }

    /// A last record that says how many there are and what they sum up to.
    package struct Trailer: Sendable {
        /// What stands in its first field.
        package var marker: String
        /// The field of the number of records, counted from 0.
        package var countField: Int?
        /// The field of the sum.
        package var totalField: Int?

        package init(marker: String, countField: Int?, totalField: Int?) {
            self.marker = marker
            self.countField = countField
            self.totalField = totalField
        }
    }

    package var separator = UInt8(ascii: ",")
    /// Records before the header.
    package var skippedRecords = 0
    package var decimalMark = UInt8(ascii: ".")
    package var groupMark: UInt8?
    /// Nil where days begin with a year of four digits; others are then refused as ambiguous.
    package var dateOrder: DateOrder?
    package var identity = ""
    package var account: Source
    package var currency: Source
    package var amount: Amount
    package var bookedOn: String
    package var valueOn: String?
    /// What the account holds after each line.
    package var balance: String?
    package var isNewestFirst = false
    package var typeCode: String?
    package var texts: [String] = []
    package var references: [(column: String, kind: StatementReference.Kind)] = []
    /// With it a file is truncated when it ends without.
    package var trailer: Trailer?
    /// Balances in minor units that a person took from elsewhere.
    package var declaredOpening: Int64?
    package var declaredClosing: Int64?

    package init(account: Source, currency: Source, amount: Amount, bookedOn: String) {
        self.account = account
        self.currency = currency
        self.amount = amount
        self.bookedOn = bookedOn
    }
}

extension CSVMapping {
    /// What a court sends with the money that it collected; reversals are marked and unsigned.
    package static func courtRemittance(account: String) -> CSVMapping {
        var mapping = CSVMapping(
            account: .fixed(account),
            currency: .fixed("USD"),
            amount: .marked(
                "amount",
                by: "reversal",
                credits: ["", "N", "NO"],
                debits: ["Y", "YES", "R"]
            ),
            bookedOn: "receipt_date"
        )
        mapping.valueOn = "deposit_date"
        mapping.typeCode = "tender"
        mapping.texts = ["payer"]
        mapping.references = [
            ("receipt_number", .receipt), ("case_number", .docket), ("deposit_ticket", .ticket),
            ("original_receipt", .receipt),
        ]
        mapping.trailer = Trailer(marker: "TRAILER", countField: 1, totalField: 2)
        return mapping
    }

    /// Deposits and debit vouchers as the Treasury's collections repository exports them.
    package static func treasuryDeposits(account: String) -> CSVMapping {
        var mapping = CSVMapping(
            account: .fixed(account),
            currency: .fixed("USD"),
            amount: .marked(
                "Amount",
                by: "Credit Indicator",
                credits: ["1", "C", "CR"],
                debits: ["0", "D", "DR"]
            ),
            bookedOn: "Voucher Date"
        )
        mapping.dateOrder = .monthDayYear
        mapping.groupMark = UInt8(ascii: ",")
        mapping.typeCode = "Voucher Type"
        mapping.texts = ["Description"]
        mapping.references = [("Voucher Number", .voucher), ("Deposit Ticket Number", .ticket)]
        return mapping
    }

    /// Money that grantees drew, as a payment system lists it; all of it goes out.
    package static func grantDrawdowns(account: String) -> CSVMapping {
        var mapping = CSVMapping(
            account: .fixed(account),
            currency: .fixed("USD"),
            amount: .signed("amount", turned: true),
            bookedOn: "settlement_date"
        )
        mapping.texts = ["grantee"]
        mapping.references = [
            ("drawdown_number", .drawdown), ("award_number", .award), ("payment_trace", .trace),
        ]
        mapping.trailer = Trailer(marker: "TRAILER", countField: 1, totalField: 2)
        return mapping
    }
}
