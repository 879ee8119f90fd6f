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

    let ledger: Ledger
    let books: StoredBooks
    let library: StatuteLibrary
    let today: LedgerDate
    let imported: ImportedBatch
    let isDryRun: Bool

    func read(
        _ item: CSVItem,
        _ columns: FileColumns,
        _ ordinals: inout [String: Int]
    ) -> Result<Entry, RejectedLine> {
        switch item {
        case .record(let record):
            do throws(FieldFault) {
                return .success(try entry(record, columns, &ordinals))
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
        return try await ledger.store.withTransaction(keeping: !isDryRun) { connection in
            var outcome = Outcome()
            try await open(entries, connection)
            let rows = try await connection.dockets(Array(Set(entries.map(\.docket.reference))))
            let dockets = Dictionary(uniqueKeysWithValues: rows.map { ($0.reference, $0) })
            let keys = try await keys(of: entries, dockets, connection)
            var sent: [Entry] = []
            var debts: [Assessment] = []
            var plans: [PlanItem] = []
            for (entry, key) in zip(entries, keys) {
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
                        key: key,
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
            if let id = imported.entry { try await connection.recordPart(of: id) }
            return outcome
        }
    }

    /// The request keys of debts, other ones after an import that ordered them was undone.
    private func keys(
        of entries: [Entry],
        _ dockets: [String: DocketRow],
        _ connection: isolated PostgresConnection
    ) async throws -> [String] {
        let keys = entries.map { entry in
            "import-debt:\(dockets[entry.docket.reference]?.id ?? 0):\(entry.ordinal)"
        }
        guard imported.followsUndone else { return keys }
        return try await connection.importKeys(
            keys,
            references: entries.map(\.docket.reference),
            within: entries.map { _ in false }
        )
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
        _ columns: FileColumns,
        _ ordinals: inout [String: Int]
    ) throws(FieldFault) -> Entry {
        guard let reference = try columns.text("docket", in: record, upTo: 60) else {
            throw columns.fault("docket", "the docket is missing")
        }
        let date = try columns.date("judgment_date", in: record)
        guard date <= today else {
            throw columns.fault("judgment_date", LedgerRefusal(.dateInFuture, detail: "\(date)"))
        }
        var debt = AssessDebt(try columns.text("rule", in: record) ?? "", on: reference)
        debt.amount = try columns.amount("amount", in: record)
        debt.grade = try columns.text("grade", in: record)
        debt.counts = try columns.count("counts", in: record) ?? 1
        debt.priors = try columns.count("priors", in: record) ?? 0
        let isEntity = try columns.text("entity", in: record) == "yes"
        ordinals[reference, default: 0] += 1
        return Entry(
            record: record,
            docket: OpenDocket(reference, judgmentOn: date, isEntity: isEntity),
            debt: debt,
            ordinal: ordinals[reference] ?? 1
        )
    }
}

extension RejectedLine: Error {
    init(_ record: CSVRecord, _ fault: FieldFault) {
        let position = record.position(of: fault.index)
        self.init(
            line: position.line,
            column: position.column,
            reason: fault.reason,
            fields: record.texts
        )
    }

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
