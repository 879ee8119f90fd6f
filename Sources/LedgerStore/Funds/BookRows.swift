package import LedgerModel

/// The bound jurisdiction as it is stored.
package struct JurisdictionRow: Hashable, Sendable {
    package let id: Int32
    package let code: String
    package let name: String
    package let timeZone: String
    package let fiscalYearStartMonth: Int
    package let countBasis: String
    package let paymentOrder: String
}

package struct FundRow: Hashable, Sendable {
    package let id: Int32
    package let code: String
    package let name: String
    package let kind: FundKind
    package let fiscalYearStartMonth: Int
}

package struct PurseRow: Hashable, Sendable {
    package let id: Int32
    package let fundID: Int32
    package let purpose: String
    package let yearOfAvailability: Int
    package let allowedPurposes: [String]
}

package struct AccountRow: Hashable, Sendable {
    package let id: Int32
    package let fundID: Int32
    package let number: String
    package let role: AccountRole
    package let recipientID: Int32?
}

package struct RecipientRow: Hashable, Sendable {
    package let id: Int32
    package let code: String
    package let name: String
    package let roles: [String]
    package let ownPurseID: Int32?
}

package struct AuthorityRow: Hashable, Sendable {
    package let id: Int32
    package let rule: String
    package let version: String
    package let citation: String
    package let debtKind: DebtKind
}
