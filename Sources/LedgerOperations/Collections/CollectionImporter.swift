import LedgerModel
import LedgerStatements
import LedgerStore
import Synchronization

/// Gathers lines into batches and sends them over two lanes.
///
/// A docket always takes the same lane, so its payments are applied in the order of the file and
/// the lanes never wait for each other's dockets.
struct CollectionImporter {
    struct Entry: Sendable {
        var line: CollectionLine
        let record: CSVRecord
    }

    /// What became of one batch.
    struct Outcome: Sendable {
        let lane: Int
        var recorded = 0
        var replayed = 0
        var rejected: [RejectedLine] = []
    }

    private struct Lane {
        var entries: [Entry] = []
        var keys: Set<String> = []
        var isBusy = false
        var batches = 0
    }

    private static let laneCount = 2
    /// A lane seals after this many of its batches.
    private static let batchesPerSeal = 4

    let ledger: Ledger
    let request: ImportCollections
    let books: StoredBooks
    let batch: ImportedBatch
    var report: RejectReport
    var progress: ImportProgress
    private var lanes = [Lane](repeating: Lane(), count: laneCount)

    init(
        ledger: Ledger,
        request: ImportCollections,
        books: StoredBooks,
        batch: ImportedBatch,
        report: RejectReport,
        progress: ImportProgress
    ) {
        self.ledger = ledger
        self.request = request
        self.books = books
        self.batch = batch
        self.report = report
        self.progress = progress
    }

    typealias Group = ThrowingTaskGroup<Outcome, any Error>

    /// Takes the next line of the file: to a lane, or to the rejects.
    mutating func take(
        _ item: CSVItem,
        _ file: inout CollectionFile,
        _ survey: inout FileSurvey,
        _ group: inout Group,
        _ rejects: ([UInt8]) throws -> Void,
        _ progress: (ImportProgress) -> Void
    ) async throws {
        guard let read = file.read(item) else { return }
        self.progress.lines += 1
        switch read {
        case .rejected(let line): try reject(line, rejects)
        case .line(let line, let record):
            if let refusal = survey.refusal(ofRepeated: line, record.line) {
                try reject(RejectedLine(record, refusal), rejects)
                return
            }
            if let pair = survey.lookAlike(of: line, record.line) {
                self.progress.lookAlikes.add(pair)
            }
            try await take(line, record, &group, rejects, progress)
        }
    }

    private mutating func take(
        _ line: CollectionLine,
        _ record: CSVRecord,
        _ group: inout Group,
        _ rejects: ([UInt8]) throws -> Void,
        _ progress: (ImportProgress) -> Void
    ) async throws {
        let lane = line.docket.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % Self.laneCount
        // One request key may stand in a transaction once only; the file itself tells lines
        // without a number apart.
        if lanes[lane].entries.count >= request.batchSize || lanes[lane].keys.contains(line.key) {
            try await send(lane, &group, rejects, progress)
        }
        if !line.isNamedWithinDocket { lanes[lane].keys.insert(line.key) }
        lanes[lane].entries.append(Entry(line: line, record: record))
    }

    mutating func finish(
        _ group: inout Group,
        _ rejects: ([UInt8]) throws -> Void,
        _ progress: (ImportProgress) -> Void
    ) async throws {
        for lane in lanes.indices where !lanes[lane].entries.isEmpty {
            try await send(lane, &group, rejects, progress)
        }
        while let outcome = try await group.next() { try settle(outcome, rejects, progress) }
    }

    private mutating func reject(
        _ line: RejectedLine,
        _ rejects: ([UInt8]) throws -> Void
    ) throws {
        try report.add(line, rejects)
        progress.rejected = report.count
    }

    private mutating func send(
        _ lane: Int,
        _ group: inout Group,
        _ rejects: ([UInt8]) throws -> Void,
        _ progress: (ImportProgress) -> Void
    ) async throws {
        while lanes[lane].isBusy, let outcome = try await group.next() {
            try settle(outcome, rejects, progress)
        }
        let entries = lanes[lane].entries
        lanes[lane].entries.removeAll(keepingCapacity: true)
        lanes[lane].keys.removeAll(keepingCapacity: true)
        lanes[lane].isBusy = true
        lanes[lane].batches += 1
        let seals = !request.file.isDryRun && lanes[lane].batches % Self.batchesPerSeal == 0
        let (ledger, request, books, batch) = (ledger, request, books, batch)
        group.addTask {
            let outcome = try await Self.record(entries, lane, ledger, request, books, batch)
            if seals { await ledger.sealQuietly() }
            return outcome
        }
    }

    private mutating func settle(
        _ outcome: Outcome,
        _ rejects: ([UInt8]) throws -> Void,
        _ progress: (ImportProgress) -> Void
    ) throws {
        lanes[outcome.lane].isBusy = false
        self.progress.recorded += outcome.recorded
        self.progress.replayed += outcome.replayed
        for line in outcome.rejected { try reject(line, rejects) }
        progress(self.progress)
    }

    /// Dockets of one joint claim meet in a batch, so each must see what the other paid.
    private struct SharedJointClaim: Error {}

    /// Records one batch, line by line where dockets of one joint claim meet in it.
    private static func record(
        _ entries: [Entry],
        _ lane: Int,
        _ ledger: Ledger,
        _ request: ImportCollections,
        _ books: StoredBooks,
        _ imported: ImportedBatch
    ) async throws -> Outcome {
        do {
            return try await recordTogether(entries, lane, ledger, request, books, imported)
        } catch is SharedJointClaim {
            var outcome = Outcome(lane: lane)
            for entry in entries {
                let single = try await recordTogether(
                    [entry],
                    lane,
                    ledger,
                    request,
                    books,
                    imported
                )
                outcome.recorded += single.recorded
                outcome.replayed += single.replayed
                outcome.rejected += single.rejected
            }
            return outcome
        }
    }

    /// Records lines in one transaction.
    ///
    /// Lines of unknown dockets stay out of it: recorded as refused, they could not come again
    /// once the docket is opened.
    private static func recordTogether(
        _ entries: [Entry],
        _ lane: Int,
        _ ledger: Ledger,
        _ request: ImportCollections,
        _ books: StoredBooks,
        _ imported: ImportedBatch
    ) async throws -> Outcome {
        let sent = Mutex<[Int]>([])
        let entries = try await ledger.renamed(entries, imported)
        let replies = try await ledger.store.collect(
            keys: entries.map(\.line.key),
            references: entries.map(\.line.docket),
            namedWithinDocket: entries.map(\.line.isNamedWithinDocket),
            keeping: !request.file.isDryRun,
            importID: imported.entry
        ) { connection, claim in
            if claim.sharesJointClaim { throw SharedJointClaim() }
            var desk = try await ledger.desk(claim, books, connection)
            var batch = CollectionBatch(source: request.file.source, numbersFromBook: false)
            var fingerprint = CollectionFingerprint(source: request.file.source)
            var indices: [Int] = []
            for (index, entry) in entries.enumerated() {
                let found = claim.claims[index]
                if found.docketID == nil, found.knownEntryID == nil { continue }
                indices.append(index)
                let line = entry.line.named(within: found.docketID)
                let print = fingerprint.of(line, docket: found.docketID)
                batch.append(line, found, print, &desk)
            }
            sent.withLock { $0 = indices }
            return batch
        }
        let indices = sent.withLock { $0 }
        var outcome = Outcome(lane: lane)
        for index in Set(entries.indices).subtracting(indices).sorted() {
            let refusal = LedgerRefusal(.docketUnknown, detail: entries[index].line.docket)
            outcome.rejected.append(RejectedLine(entries[index].record, refusal))
        }
        for reply in replies {
            if let refusal = reply.refusal {
                outcome.rejected.append(
                    RejectedLine(entries[indices[reply.item - 1]].record, refusal)
                )
            } else if reply.isReplay {
                outcome.replayed += 1
            } else {
                outcome.recorded += 1
            }
        }
        return outcome
    }
}

extension Ledger {
    /// The entries under the keys that are theirs after an import that brought them was undone.
    fileprivate func renamed(
        _ entries: [CollectionImporter.Entry],
        _ batch: ImportedBatch
    ) async throws -> [CollectionImporter.Entry] {
        guard batch.followsUndone else { return entries }
        let keys = try await store.withTransaction { connection in
            try await connection.importKeys(
                entries.map(\.line.key),
                references: entries.map(\.line.docket),
                within: entries.map(\.line.isNamedWithinDocket)
            )
        }
        return zip(entries, keys).map { entry, key in
            var entry = entry
            entry.line.key = key
            return entry
        }
    }
}
