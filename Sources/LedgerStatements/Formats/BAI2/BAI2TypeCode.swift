/// What the type codes of BAI2 mean.
package enum BAI2TypeCode {
    /// Which way money moves.
    package enum Direction: Sendable {
        case credit
        case debit
        /// No money moves.
        case none

        func sign(_ amount: Int64) -> Int64? {
            switch self {
            case .credit: amount
            case .debit: amount.negated
            case .none: 0
            }
        }
    }

    /// Nil for codes that say nothing about it: loans, and what banks define for themselves.
    static func direction(_ code: Int) -> Direction? {
        switch code {
        case 101...399: .credit
        case 401...699: .debit
        case 890: Direction.none
        default: nil
        }
    }

    static let openingLedger = 10
    static let closingLedger = 15
    static let totalCredits = 100
    static let totalDebits = 400
    /// Deposits made with a ticket, whose number the bank gives as the customer's reference.
    static let deposits: Set = [115, 174, 175, 301]
    static let checkPaid = 475

    /// What a group is when it is no plain report.
    static let unusualStatuses = ["2": "deletion", "3": "correction", "4": "test"]
}
