/// An account as a chart prescribes it, before it has an identity in the database.
public struct AccountTemplate: Hashable, Sendable {
    /// What the account does in the postings.
    public let role: AccountRole

    /// The number within the fund.
    public let number: String

    /// The title printed on reports.
    public let name: String

    /// What the account measures.
    public let accountClass: AccountClass

    /// The set it belongs to.
    public let set: AccountSet

    /// The side on which it normally stands.
    public let normalSide: NormalSide

    init(
        _ role: AccountRole,
        _ number: String,
        _ name: String,
        _ accountClass: AccountClass,
        _ normalSide: NormalSide
    ) {
        self.role = role
        self.number = number
        self.name = name
        self.accountClass = accountClass
        self.set = accountClass == .budgetary ? .budgetary : .proprietary
        self.normalSide = normalSide
    }
}

/// Which accounts each kind of fund has.
public enum ChartOfAccounts {
    /// The accounts of a new fund; due-to accounts follow, one per recipient.
    public static func accounts(for kind: FundKind) -> [AccountTemplate] {
        switch kind {
        case .custodial: custodial
        case .custodialFederal: custodialFederal
        case .specialRevenue: specialRevenue
        case .federal: federal
        }
    }

    /// The account of a custodial fund for what is due to its recipient number `ordinal`, from 1.
    public static func dueTo(
        ordinal: Int,
        recipient name: String,
        in kind: FundKind
    ) -> AccountTemplate {
        let digits = String(ordinal)
        let suffix = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let prefix = kind == .custodialFederal ? "298000" : "2100"
        return AccountTemplate(.dueTo, "\(prefix).\(suffix)", "Due to \(name)", .liability, .credit)
    }

    private static let custodial = [
        AccountTemplate(.undeposited, "1010", "Undeposited collections", .asset, .debit),
        AccountTemplate(.bank, "1020", "Cash in bank", .asset, .debit),
        AccountTemplate(.receivable, "1300", "Court debts receivable", .asset, .debit),
        AccountTemplate(.cashOverShort, "1310", "Cash over and short", .asset, .debit),
        AccountTemplate(.bankFees, "1320", "Bank fees to be made good", .asset, .debit),
        AccountTemplate(.unapplied, "2400", "Unapplied receipts", .liability, .credit),
        AccountTemplate(.refundPayable, "2410", "Refunds payable", .liability, .credit),
        AccountTemplate(.unclaimed, "2420", "Unclaimed checks", .liability, .credit),
        AccountTemplate(
            .refundAdvance,
            "2430",
            "Due to the general account for refunds",
            .liability,
            .credit
        ),
        AccountTemplate(.bankInterest, "2440", "Bank interest to be assigned", .liability, .credit),
        AccountTemplate(
            .uncollected,
            "2900",
            "Court debts not yet collected",
            .deferredInflow,
            .credit
        ),
    ]

    private static let custodialFederal = [
        AccountTemplate(.bank, "101000", "Fund Balance With Treasury", .asset, .debit),
        AccountTemplate(.undeposited, "111000", "Undeposited Collections", .asset, .debit),
        AccountTemplate(.receivable, "136000", "Penalties and Fines Receivable", .asset, .debit),
        AccountTemplate(
            .cashOverShort,
            "131000",
            "Accounts Receivable, cash over and short",
            .asset,
            .debit
        ),
        AccountTemplate(
            .bankFees,
            "131000.1",
            "Accounts Receivable, bank fees to be made good",
            .asset,
            .debit
        ),
        AccountTemplate(
            .unapplied,
            "240000",
            "Liability for Nonfiduciary Deposit Funds and Undeposited Collections",
            .liability,
            .credit
        ),
        AccountTemplate(
            .refundPayable,
            "240000.1",
            "Refunds payable of moneys erroneously received",
            .liability,
            .credit
        ),
        AccountTemplate(.unclaimed, "240000.2", "Unclaimed checks", .liability, .credit),
        AccountTemplate(
            .refundAdvance,
            "240000.3",
            "Refunds advanced from 20X1807, 31 U.S.C. 1322(b)(2)",
            .liability,
            .credit
        ),
        AccountTemplate(
            .bankInterest,
            "240000.4",
            "Bank interest to be assigned",
            .liability,
            .credit
        ),
        AccountTemplate(
            .uncollected,
            "298000",
            "Custodial Liability, not yet collected",
            .liability,
            .credit
        ),
        AccountTemplate(
            .custodialRevenue,
            "532000",
            "Penalties and Fines Revenue",
            .revenue,
            .credit
        ),
        AccountTemplate(
            .collectionsForOthers,
            "599000",
            "Collections for Others - Statement of Custodial Activity",
            .transferOut,
            .debit
        ),
        AccountTemplate(
            .accruedCollections,
            "599100",
            "Accrued Collections for Others - Statement of Custodial Activity",
            .transferOut,
            .debit
        ),
    ]

    private static let specialRevenue = [
        AccountTemplate(.cash, "1010", "Cash", .asset, .debit),
        AccountTemplate(.bankFees, "1320", "Bank fees to be made good", .asset, .debit),
        AccountTemplate(.dueFromCourt, "1400", "Due from the court", .asset, .debit),
        AccountTemplate(.bankInterest, "2440", "Bank interest to be assigned", .liability, .credit),
        AccountTemplate(.revenue, "4000", "Fines and forfeits", .revenue, .credit),
        AccountTemplate(.expenditure, "6000", "Grants", .expenditure, .debit),
        AccountTemplate(.resources, "9100", "Budgetary resources", .budgetary, .debit),
        AccountTemplate(.available, "9200", "Available for award", .budgetary, .credit),
        AccountTemplate(.obligated, "9300", "Undelivered orders", .budgetary, .credit),
        AccountTemplate(.expended, "9400", "Expended", .budgetary, .credit),
    ]

    private static let federal = [
        AccountTemplate(.cash, "101000", "Fund Balance With Treasury", .asset, .debit),
        AccountTemplate(
            .revenue,
            "575000",
            "Expenditure Financing Sources - Transfers-In",
            .transferIn,
            .credit
        ),
        AccountTemplate(.expenditure, "610000", "Operating Expenses", .expenditure, .debit),
        AccountTemplate(
            .resources,
            "411400",
            "Appropriated Receipts Derived From Available Trust or Special Fund Receipts",
            .budgetary,
            .debit
        ),
        AccountTemplate(.unapportioned, "445000", "Unapportioned Authority", .budgetary, .credit),
        AccountTemplate(.apportioned, "451000", "Apportionments", .budgetary, .credit),
        AccountTemplate(
            .available,
            "461000",
            "Allotments - Realized Resources",
            .budgetary,
            .credit
        ),
        AccountTemplate(
            .obligated,
            "480100",
            "Undelivered Orders - Obligations, Unpaid",
            .budgetary,
            .credit
        ),
        AccountTemplate(
            .expended,
            "490200",
            "Delivered Orders - Obligations, Paid",
            .budgetary,
            .credit
        ),
    ]
}
