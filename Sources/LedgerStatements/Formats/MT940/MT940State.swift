import LedgerModel

/// What has been read of the statement that is open.
struct MT940State: Sendable {
    /// The day to which days without a century are near.
    var anchor: LedgerDate?
    var isClosed = false
    /// An interim report has no balances.
    var isInterim = false
    /// Whether its end is marked.
    var isEnded = false
    var hasDebitSum = false
    var hasCreditSum = false
    private(set) var debitCount = 0
    private(set) var creditCount = 0
    private(set) var debits = CheckedSum()
    private(set) var credits = CheckedSum()

    var hasBothSums: Bool { hasDebitSum && hasCreditSum }

    mutating func take(_ signed: Int64) {
        if signed < 0 {
            debitCount += 1
            debits.subtract(signed)
        } else {
            creditCount += 1
            credits.add(signed)
        }
    }
}

/// What must hold between statements of one account that follow each other.
struct MT940Chain: Sendable {
    var endsInPage = false
    private var last: StatementHeader?

    /// A page goes on with what the page before it closed with.
    func checkPage(
        _ opening: StatementBalance,
        of header: StatementHeader?,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        guard last?.account != header?.account || !endsInPage else { return }
        out.report(.chainBroken, .doubt, at: place, "a page without the page before it")
    }

    /// Statement numbers of one account go up by one, pages of one statement too.
    mutating func checkSequence(
        _ header: StatementHeader,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    ) {
        defer { last = header }
        guard let last, last.account == header.account, let before = Number(last.sequence),
            let now = Number(header.sequence), before.statement > 0, now.statement > 0
        else { return }
        let isNextPage = now.statement == before.statement && now.page - before.page == 1
        let isNextStatement = now.statement - before.statement == 1
        // The count begins anew with the year.
        guard !isNextPage, !isNextStatement, now.statement != 1 else { return }
        let detail = "number \(header.sequence ?? "") after \(last.sequence ?? "")"
        out.report(.chainBroken, .doubt, at: place, detail)
    }

    private struct Number {
        let statement: Int
        let page: Int

        init?(_ text: String?) {
            guard let text else { return nil }
            let parts = Bytes(text.utf8).split(separator: UInt8(ascii: "/"), maxSplits: 1)
            guard let statement = parts.first?.number else { return nil }
            self.statement = statement
            page = parts.dropFirst().first?.number ?? 0
        }
    }
}
