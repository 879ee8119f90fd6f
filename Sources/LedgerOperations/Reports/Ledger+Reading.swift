import LedgerModel
import LedgerReports
import LedgerStore
import PostgresClient

/// One report on its way: the connection that reads, what is asked, and where the books stand.
struct ReportReading {
    let head: ReportHeadRow
    let scope: ReportQueryScope
    private let asked: ReportScope

    init(_ head: ReportHeadRow, _ asked: ReportScope) {
        self.head = head
        self.asked = asked
        scope = ReportQueryScope(
            begin: asked.begin ?? .earliest,
            end: asked.end ?? head.today,
            knownAt: head.knownAt,
            byEffectiveDay: asked.basis == .effective,
            fund: asked.fund,
            purpose: asked.purpose
        )
    }

    /// What stands above and below the report.
    func context(_ more: [ReportField] = []) -> ReportContext {
        var parameters = [
            ReportField("jurisdiction", head.jurisdiction), ReportField("court", head.name),
        ]
        if let begin = asked.begin { parameters.append(ReportField("begin", "\(begin)")) }
        parameters.append(ReportField("as_of", "\(scope.end)"))
        if let known = head.knownAt {
            parameters.append(ReportField("known_at", known.text))
        }
        for (key, value) in [
            ("basis", asked.basis == .effective ? asked.basis.rawValue : nil),
            ("period", asked.period?.rawValue), ("fund", asked.fund), ("purpose", asked.purpose),
        ] {
            if let value { parameters.append(ReportField(key, value)) }
        }
        return ReportContext(parameters: parameters + more, notes: notes)
    }

    private var notes: [ReportField] {
        var notes = [
            ReportField("block", head.blockNumber.map { "\($0)" } ?? "none"),
            ReportField("chain_head", head.chainHead.map(Self.hexadecimal) ?? "none"),
        ]
        if head.unsealed > 0 { notes.append(ReportField("unsealed_entries", "\(head.unsealed)")) }
        return notes
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Ledger {
    /// Seals, then reads in one snapshot; `body` gets the connection and what was asked.
    func read<Value: Sendable>(
        _ asked: ReportScope,
        _ body: @Sendable (isolated PostgresConnection, ReportReading) async throws -> Value
    ) async throws -> Value {
        // A report that cannot seal, such as one on a standby, still tells how far it got.
        try? await store.sealEverything()
        let (instant, day): (PostgresTimestamp?, LedgerDate?) =
            switch asked.knownAt {
            case .endOf(let day): (nil, day)
            case .instant(let microseconds):
                (PostgresTimestamp(microsecondsSince2000: microseconds), nil)
            case nil: (nil, nil)
            }
        return try await attempt {
            try await requireNames(of: asked)
            return try await store.withTransaction(.bound(readOnly: true)) { connection in
                let head = try await connection.reportHead(knownAt: instant, knownOn: day)
                return try await body(connection, ReportReading(head, asked))
            }
        }
    }

    /// A fund or purpose mistyped must not look like one without money.
    private func requireNames(of asked: ReportScope) async throws {
        guard asked.fund != nil || asked.purpose != nil else { return }
        let books = try await store.books()
        if let fund = asked.fund, !books.funds.contains(where: { $0.code == fund }) {
            throw LedgerRefusal(.fundUnknown, detail: fund)
        }
        if let purpose = asked.purpose, !books.purses.contains(where: { $0.purpose == purpose }) {
            throw LedgerRefusal(.purposeUnknown, detail: purpose)
        }
    }
}
