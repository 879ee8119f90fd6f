import LedgerModel
import LedgerStore
import StatuteLibrary

/// The books of a profile as `ledger_api.define_books` takes them.
struct BookDefinition: Encodable {
    let purposes: [PurposeItem]
    let paymentRanks: [RankItem]
    let authorities: [AuthorityItem]
    let authorityTerms: [TermItem]
    let funds: [FundItem]
    let purses: [PurseItem]
    let recipients: [RecipientItem]
    let accounts: [AccountItem]

    init(_ profile: JurisdictionProfile, library: StatuteLibrary) {
        let rules = library.rules.filter { profile.lawOf.contains($0.jurisdiction) }
        let orders = Set(rules.flatMap(\.paymentOrders) + [profile.paymentOrder])
        let named = Set(profile.funds.flatMap(\.purposes).map(\.purpose.rawValue))
        purposes = named.sorted().map(PurposeItem.init)
        paymentRanks = PaymentOrder.all.filter { orders.contains($0.name) }.flatMap { order in
            order.ranks.map { RankItem(order, $0) }
        }
        authorities = rules.map { AuthorityItem($0, basis: profile.countBasis) }
        authorityTerms = rules.flatMap(TermItem.all)
        funds = profile.funds.map {
            FundItem(
                code: $0.code,
                name: $0.name,
                kind: $0.kind,
                fiscalYearStartMonth: profile.fiscalYearStartMonth
            )
        }
        purses = profile.funds.flatMap { fund in
            fund.purposes.map { PurseItem(fund: fund.code, $0) }
        }
        recipients = profile.recipients.map { RecipientItem($0, in: profile) }
        accounts = profile.funds.flatMap { AccountItem.all(of: $0, in: profile) }
    }

    /// One more restitution payee, with a liability account in each fund that collects.
    ///
    /// Its number stands beyond those of the profile, which may still grow.
    init(payee code: String, in books: StoredBooks) {
        let name = "Restitution payee \(code)"
        let taken = books.accounts.compactMap { $0.payeeOrdinal }.max() ?? AccountRow.profileEnd
        (purposes, paymentRanks, authorities, authorityTerms) = ([], [], [], [])
        (funds, purses) = ([], [])
        recipients = [RecipientItem(code: code, name: name, roles: [Ledger.payeeRole])]
        accounts = books.custodialFunds.map { fund in
            AccountItem(
                fund: fund.code,
                ChartOfAccounts.dueTo(ordinal: taken + 1, recipient: name, in: fund.kind),
                recipient: code
            )
        }
    }
}

extension BookDefinition {
    struct PurposeItem: Encodable {
        let code: String
    }

    struct RankItem: Encodable {
        let paymentOrder: String
        let debtKind: DebtKind
        let rank: Int16
        let isGated: Bool
        let isGating: Bool
        let citation: String

        init(_ order: PaymentOrder, _ rank: PaymentOrder.Rank) {
            paymentOrder = order.name
            debtKind = rank.kind
            self.rank = rank.rank
            isGated = order.isGated(rank.kind)
            isGating = order.isGating(rank.kind)
            citation = order.citation(for: rank.kind)
        }
    }

    struct AuthorityItem: Encodable {
        let rule: String
        let version: String
        let citation: String
        let source: String
        let debtKind: DebtKind
        let effectiveFrom: LedgerDate
        let effectiveTo: LedgerDate?
        let shareRoles: [String]
        let minimumCents: Int64?
        let maximumCents: Int64?
        let ruleDigest: String

        init(_ rule: StatuteRule, basis: CountBasis) {
            self.rule = rule.id
            version = rule.version
            citation = rule.citation
            source = rule.source
            debtKind = rule.debtKind
            effectiveFrom = rule.effectiveFrom
            effectiveTo = rule.effectiveTo
            shareRoles = rule.shareRoles
            minimumCents = rule.leastAmount?.cents
            maximumCents = rule.greatestAmount(basis)?.cents
            ruleDigest = rule.digest
        }
    }

    /// What a rule says beyond its amounts and shares.
    struct TermItem: Encodable {
        let rule: String
        let version: String
        let name: String
        let value: String

        static func all(of rule: StatuteRule) -> [TermItem] {
            rule.terms.map {
                TermItem(rule: rule.id, version: rule.version, name: $0.name, value: $0.value)
            }
        }
    }

    struct FundItem: Encodable {
        let code: String
        let name: String
        let kind: FundKind
        let fiscalYearStartMonth: Int
    }

    struct PurseItem: Encodable {
        let fund: String
        let purpose: String
        let year: Int
        let allowed: [String]

        /// A purse pays for its own purpose and those that the law adds to it.
        init(fund: String, _ purpose: JurisdictionProfile.FundPurpose) {
            self.fund = fund
            self.purpose = purpose.purpose.rawValue
            year = purpose.yearOfAvailability
            allowed = ([purpose.purpose] + purpose.alsoAllows)
                .filter { !purpose.forbids.contains($0) }
                .map(\.rawValue)
        }
    }

    struct RecipientItem: Encodable {
        let code: String
        let name: String
        let roles: [String]
        let ownFund: String?
        let ownPurpose: String?
        let ownYear: Int?

        init(code: String, name: String, roles: [String]) {
            self.code = code
            self.name = name
            self.roles = roles
            (ownFund, ownPurpose, ownYear) = (nil, nil, nil)
        }

        init(_ recipient: JurisdictionProfile.Recipient, in profile: JurisdictionProfile) {
            code = recipient.code
            name = recipient.name
            roles = recipient.roles
            ownFund = recipient.ownFund?.fund
            ownPurpose = recipient.ownFund?.purpose.rawValue
            ownYear =
                profile.funds.first { $0.code == recipient.ownFund?.fund }?
                .purposes.first { $0.purpose == recipient.ownFund?.purpose }?
                .yearOfAvailability
        }
    }

    struct AccountItem: Encodable {
        let fund: String
        let accountSet: AccountSet
        let number: String
        let name: String
        let `class`: AccountClass
        let normalSide: NormalSide
        let role: AccountRole
        let recipient: String?

        init(fund: String, _ template: AccountTemplate, recipient: String? = nil) {
            self.fund = fund
            accountSet = template.set
            number = template.number
            name = template.name
            `class` = template.accountClass
            normalSide = template.normalSide
            role = template.role
            self.recipient = recipient
        }

        static func all(
            of fund: JurisdictionProfile.Fund,
            in profile: JurisdictionProfile
        ) -> [AccountItem] {
            let own = ChartOfAccounts.accounts(for: fund.kind).map {
                AccountItem(fund: fund.code, $0)
            }
            guard fund.kind.isCustodial else { return own }
            return own
                + profile.recipients.enumerated().map { index, recipient in
                    AccountItem(
                        fund: fund.code,
                        ChartOfAccounts.dueTo(
                            ordinal: index + 1,
                            recipient: recipient.name,
                            in: fund.kind
                        ),
                        recipient: recipient.code
                    )
                }
        }
    }
}

extension AccountRow {
    /// The last ordinal that a profile gives to a due-to account.
    fileprivate static let profileEnd = 1_000

    /// The ordinal of a due-to account that was added to those of the profile.
    fileprivate var payeeOrdinal: Int? {
        guard role == .dueTo, let text = number.split(separator: ".").last else { return nil }
        return Int(text).flatMap { $0 > Self.profileEnd ? $0 : nil }
    }
}
