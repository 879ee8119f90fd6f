import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// What each fund holds by purpose, what came in, went out, and is available for awards.
    public func balanceReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.fundBalance(reading.scope)
            return try BalanceReport.report(rows.map(BalanceFacts.init), context: reading.context())
        }
    }

    /// Every account and its balance at the end of the last day.
    public func trialBalanceReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.trialBalance(reading.scope)
            return try TrialBalanceReport.report(
                rows.map(TrialBalanceFacts.init),
                context: reading.context()
            )
        }
    }

    /// The way of the money from assessed to spent; zeros shown.
    public func fundingReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.funding(
                reading.scope,
                period: scope.period?.rawValue ?? "all"
            )
            return try FundingReport.report(rows.map(FundingFacts.init), context: reading.context())
        }
    }

    /// Who may do what, who allowed it, since when, and whether it is used.
    public func accessReport(_ scope: ReportScope = ReportScope()) async throws -> Report {
        try await read(scope) { connection, reading in
            let rows = try await connection.accessList()
            let facts = try rows.map { try AccessFacts($0, in: reading.head.jurisdiction) }
            return AccessReport.report(facts, context: reading.context())
        }
    }
}

extension BalanceFacts {
    init(_ row: FundBalanceRow) {
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            purpose: row.yearOfAvailability == 0
                ? row.purpose : "\(row.purpose) \(row.yearOfAvailability)",
            opening: row.opening,
            moneyIn: row.moneyIn,
            moneyOut: row.moneyOut,
            closing: row.closing,
            available: row.available
        )
    }
}

extension TrialBalanceFacts {
    init(_ row: TrialBalanceRow) {
        let isZero = row.balance == .zero
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            set: row.set,
            account: row.account,
            accountName: row.accountName,
            side: isZero ? row.normalSide : row.balance > .zero ? .debit : .credit,
            balance: row.balance < .zero ? Money(cents: -row.balance.cents) : row.balance
        )
    }
}

extension FundingFacts {
    init(_ row: FundingRow) {
        self.init(
            fund: row.fund,
            fundName: row.fundName,
            recipient: row.recipient,
            period: row.period,
            assessed: row.assessed,
            collected: row.collected,
            split: row.split,
            remitted: row.remitted,
            awarded: row.awarded,
            spent: row.spent
        )
    }
}

extension AccessFacts {
    init(_ row: AccessRow, in jurisdiction: String) throws {
        guard let granted = row.grantedAt.date else {
            throw LedgerFailure.database("a role was granted at no time")
        }
        self.init(
            principal: row.login,
            role: row.role,
            jurisdiction: jurisdiction,
            grantedBy: row.grantedBy,
            grantedOn: granted,
            revokedOn: row.revokedAt?.date,
            lastUsedOn: row.lastActedAt?.date
        )
    }
}
