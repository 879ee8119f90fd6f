package import LedgerModel

/// What a jurisdiction is and has: its settings, funds and recipients.
package struct JurisdictionProfile: Hashable, Sendable {
    /// A purpose for which a fund sets money apart, with how long it may be spent.
    package struct FundPurpose: Hashable, Sendable {
        package let purpose: Purpose

        /// The fiscal year in which the money may be awarded; 0 for any.
        package let yearOfAvailability: Int

        /// Purposes that this money may not pay for, beyond what the statutes say.
        package let forbids: [Purpose]

        /// Further purposes that this money may pay for.
        package let alsoAllows: [Purpose]
    }

    /// A fund with its own books.
    package struct Fund: Hashable, Sendable {
        package let code: String
        package let name: String
        package let kind: FundKind
        package let purposes: [FundPurpose]
    }

    /// A fund and purpose of the jurisdiction itself.
    package struct FundPlace: Hashable, Sendable {
        package let fund: String
        package let purpose: Purpose
    }

    /// Someone to whom the court sends money.
    package struct Recipient: Hashable, Sendable {
        package let code: String
        package let name: String

        /// The roles of statutes that this recipient plays unless a case says otherwise.
        package let roles: [String]

        /// The jurisdiction's own fund that gets the money; nil for an outsider.
        package let ownFund: FundPlace?
    }

    package let code: String
    package let name: String

    /// The zone of the court's days, such as `America/Chicago`.
    package let timeZone: String

    /// The month, 1 to 12, in which the fiscal year starts.
    package let fiscalYearStartMonth: Int

    /// How counts multiply where the statute leaves it to the courts.
    package let countBasis: CountBasis

    /// What the law leaves open and its courts settle for themselves.
    package let policies: Policies

    /// The name of the usual payment order.
    package let paymentOrder: String

    /// The jurisdictions whose statutes its courts apply, its own first.
    package let lawOf: [String]

    package let funds: [Fund]
    package let recipients: [Recipient]

    /// The codes of the recipients that play `role` by default.
    package func recipients(playing role: String) -> [String] {
        recipients.filter { $0.roles.contains(role) }.map(\.code)
    }

    /// The recipients of every role, as ``StatuteRule/sharePlan(resolving:weights:)`` takes them.
    package var recipientsByRole: [String: [String]] {
        var byRole: [String: [String]] = [:]
        for recipient in recipients {
            for role in recipient.roles { byRole[role, default: []].append(recipient.code) }
        }
        return byRole
    }
}
