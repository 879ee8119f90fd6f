import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient
import StatuteLibrary

/// Opens dockets and orders debts in batches.
struct DocketImporter: Sendable {
    struct Entry: Sendable {
        let record: CSVRecord
        let docket: OpenDocket
        let debt: AssessDebt
        let ordinal: Int
    }

    struct Outcome: Sendable {
        var recorded = 0
        var replayed = 0
        var rejected: [RejectedLine] = []
    }

    static let batchSize = 1_000

    private static let required = ["docket", "judgment_date", "rule"]
    private static let optional = [
        "amount", "grade", "counts", "priors", "entity", RejectedLine.column,
    ]

    let ledger: Ledger
    let books: StoredBooks
    let library: StatuteLibrary
    let today: LedgerDate

    static func header(_ item: CSVItem) throws(ImportFault) -> CSVHeader {
        switch item {
        case .record(let record):
            do {
                return try CSVHeader(record, required: required, optional: optional)
            } catch {
                throw ImportFault(findings: error.findings.map(\.description))
            }
        case .rejected(let finding, _):
            throw ImportFault(findings: [finding.description])
        case .rejectedRest:
            throw ImportFault(findings: ["line 1, column 1: no header"])
        }
    }

    func read(
        _ item: CSVItem,
        _ header: CSVHeader,
        _ ordinals: inout [String: Int]
    ) -> Result<Entry, RejectedLine> {
        switch item {
        case .record(let record):
            do throws(LedgerRefusal) {
                return .success(try entry(record, header, &ordinals))
            } catch {
                return .failure(RejectedLine(record, error))
            }
        case .rejected(let finding, let bytes):
            return .failure(
                RejectedLine(
                    line: finding.line,
                    column: finding.column,
                    reason: finding.kind.explanation,
                    fields: [RejectedLine.text(bytes)]
                )
            )
        case .rejectedRest(let bytes):
            return .failure(
                RejectedLine(
                    line: 0,
                    column: 1,
                    reason: "the rest of the line before",
                    fields: [RejectedLine.text(bytes)]
                )
            )
        }
    }

    /// Records one batch, in one transaction.
    func record(_ entries: [Entry]) async throws -> Outcome {
        guard !entries.isEmpty else { return Outcome() }
        return try await ledger.store.withTransaction { connection in
            var outcome = Outcome()
            try await open(entries, connection)
            let rows = try await connection.dockets(Array(Set(entries.map(\.docket.reference))))
            let dockets = Dictionary(uniqueKeysWithValues: rows.map { ($0.reference, $0) })
            var sent: [Entry] = []
            var debts: [Assessment] = []
            var plans: [PlanItem] = []
            for entry in entries {
                do throws(LedgerRefusal) {
                    let reference = entry.docket.reference
                    guard let docket = dockets[reference] else {
                        throw LedgerRefusal(.docketUnknown, detail: reference)
                    }
                    guard docket.states(entry.docket) else {
                        let detail = "\(reference), judgment of \(docket.judgmentOn)"
                        throw LedgerRefusal(.docketExists, detail: detail)
                    }
                    let rule = try library.rule(entry.debt.rule, on: docket.judgmentOn)
                    let plan = try Ledger.plan(of: entry.debt, rule, fund: docket.fundID, books)
                    let index = plans.firstIndex(of: plan) ?? plans.count
                    let debt = try Ledger.assessment(
                        entry.debt,
                        rule,
                        docket,
                        key: "import-debt:\(docket.id):\(entry.ordinal)",
                        plan: Int32(index + 1),
                        books
                    )
                    if index == plans.count { plans.append(plan) }
                    debts.append(debt)
                    sent.append(entry)
                } catch {
                    outcome.rejected.append(RejectedLine(entry.record, error))
                }
            }
            let json = PostgresJSON(try PlanItem.json(plans))
            for reply in try await connection.assess(debts, plans: json) {
                if let refusal = reply.refusal {
                    outcome.rejected.append(RejectedLine(sent[reply.item - 1].record, refusal))
                } else if reply.isReplay {
                    outcome.replayed += 1
                } else {
                    outcome.recorded += 1
                }
            }
            return outcome
        }
    }

    /// Opens the dockets that are not there yet.
    ///
    /// A docket is known by its reference, so the key of its opening need not repeat it; one that
    /// a rival opened meanwhile is there.
    private func open(_ entries: [Entry], _ connection: isolated PostgresConnection) async throws {
        let known = try await connection.dockets(entries.map(\.docket.reference))
        var opened = Set(known.map(\.reference))
        let openings = try entries.filter { opened.insert($0.docket.reference).inserted }.map {
            try ledger.opening($0.docket, key: CommandOptions().requestKey, books)
        }
        guard !openings.isEmpty else { return }
        for reply in try await connection.open(openings) {
            if let refusal = reply.refusal, refusal.code != .docketExists { throw refusal }
        }
    }

    private func entry(
        _ record: CSVRecord,
        _ header: CSVHeader,
        _ ordinals: inout [String: Int]
    ) throws(LedgerRefusal) -> Entry {
        func text(_ column: String) -> String? {
            guard let index = header.index(of: column), !record[index].isEmpty else { return nil }
            return record[index]
        }
        let reference = text("docket") ?? ""
        guard (1...60).contains(reference.unicodeScalars.count) else {
            throw LedgerRefusal(.textTooLong, detail: "docket of 1 to 60 characters")
        }
        let date = try LedgerDate(iso: text("judgment_date") ?? "")
        guard date <= today else {
            throw LedgerRefusal(.dateInFuture, detail: "\(date)")
        }
        var debt = AssessDebt(text("rule") ?? "", on: reference)
        debt.amount = try text("amount").map(Money.init(parsing:))
        debt.grade = text("grade")
        debt.counts = text("counts").flatMap(Int.init) ?? (text("counts") == nil ? 1 : 0)
        debt.priors = text("priors").flatMap(Int.init) ?? (text("priors") == nil ? 0 : -1)
        ordinals[reference, default: 0] += 1
        return Entry(
            record: record,
            docket: OpenDocket(reference, judgmentOn: date, isEntity: text("entity") == "yes"),
            debt: debt,
            ordinal: ordinals[reference] ?? 1
        )
    }
}

extension RejectedLine: Error {
    init(_ record: CSVRecord, _ refusal: LedgerRefusal) {
        self.init(line: record.line, column: 1, reason: "\(refusal)", fields: record.texts)
    }
}

extension DocketRow {
    /// Whether a line that opens a docket says of it what is known.
    fileprivate func states(_ docket: OpenDocket) -> Bool {
        judgmentOn == docket.judgmentOn && isEntity == docket.isEntity
    }
}
