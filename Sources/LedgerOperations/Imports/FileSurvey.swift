import Crypto
import LedgerModel
import LedgerStatements

/// What a first pass over a file finds, before anything of it is kept.
struct FileSurvey {
    private let kind: ImportKind
    private(set) var digest: [UInt8] = []
    private(set) var bytes = 0
    private(set) var lines = 0
    private(set) var sum = Money.zero
    /// Lines whose amount cannot be read and is not in the sum.
    private(set) var unreadable = 0
    private var numbers = RepeatFinder()
    private var payments = RepeatFinder()
    private var controls: MappedFile.Controls?
    private var needsControls = false

    /// Reads a file through, in flat memory.
    init(_ kind: ImportKind, _ mapping: ImportMapping?, _ bytes: ImportBytes) throws {
        self.kind = kind
        var file = MappedFile(kind, mapping)
        var hash = SHA256()
        while let item = try file.next(pulling: {
            let chunk = try bytes()
            if let chunk {
                hash.update(data: chunk)
                self.bytes += chunk.count
            }
            return chunk
        }) {
            if case .rejectedRest = item { continue }
            lines += 1
            guard case .record(let record) = item, let columns = file.columns else {
                unreadable += 1
                continue
            }
            try note(record, columns)
        }
        digest = Array(hash.finalize())
        controls = file.controls
        needsControls = mapping?.trailer != nil && file.columns?.isOfRejects == false
    }

    /// Refuses a file that does not hold what its trailer or the caller says, with both figures.
    func check(_ file: ImportFile) throws(LedgerRefusal) {
        if needsControls, controls == nil {
            throw LedgerRefusal(.controlMissing, detail: "after \(lines) lines")
        }
        let trailer = controls.map { "the trailer on line \($0.line)" } ?? ""
        for (expected, who) in [(file.expectedLines, "the caller"), (controls?.lines, trailer)] {
            guard let expected, expected != lines else { continue }
            throw LedgerRefusal(
                .controlCountDiffers,
                detail: "\(who) says \(expected) lines, the file has \(lines)"
            )
        }
        for (expected, who) in [(file.expectedSum, "the caller"), (controls?.sum, trailer)] {
            guard let expected, expected != sum else { continue }
            let rest = unreadable > 0 ? ", and \(unreadable) lines without a readable amount" : ""
            throw LedgerRefusal(
                .controlSumDiffers,
                detail: "\(who) says \(expected), the file has \(sum)\(rest)"
            )
        }
    }

    /// Why a line cannot be taken whose receipt number the file stated before.
    mutating func refusal(ofRepeated line: CollectionLine, _ place: Int) -> LedgerRefusal? {
        guard !line.isNamedWithinDocket, let number = line.number,
            let first = numbers.earlier(number.hashValue, line: place)
        else { return nil }
        return LedgerRefusal(
            .receiptNumberRepeated,
            detail: "receipt \(number), first on line \(first)"
        )
    }

    /// The earlier payment of the file that this one looks like.
    mutating func lookAlike(of line: CollectionLine, _ place: Int) -> LookAlikes.Pair? {
        lookAlike(line.docket, line.effectiveOn, line.amount, place)
    }

    /// Refuses a file of which two payments look alike, naming the first of them.
    mutating func refuseLookAlikes(_ mapping: ImportMapping?, _ bytes: ImportBytes) throws {
        guard payments.mayHaveRepeats else { return }
        var file = MappedFile(kind, mapping)
        var found = LookAlikes()
        while let item = try file.next(pulling: bytes) {
            guard case .record(let record) = item, let columns = file.columns,
                let (docket, date, amount) = try? Self.payment(record, columns),
                let pair = lookAlike(docket, date, amount, record.line)
            else { continue }
            found.add(pair)
        }
        payments.rewind()
        guard found.count > 0 else { return }
        let list = found.pairs.prefix(20).map(\.description).joined(separator: "; ")
        let rest = found.count > 20 ? "; and \(found.count - 20) more" : ""
        throw LedgerRefusal(.lookAlikesFound, detail: list + rest)
    }

    private mutating func lookAlike(
        _ docket: String,
        _ date: LedgerDate,
        _ amount: Money,
        _ line: Int
    ) -> LookAlikes.Pair? {
        guard let first = payments.earlier(Self.hash(docket, date, amount), line: line) else {
            return nil
        }
        return LookAlikes.Pair(first: first, line: line, docket: docket, date: date, amount: amount)
    }

    private mutating func note(_ record: CSVRecord, _ columns: FileColumns) throws {
        do throws(FieldFault) {
            let amount = try columns.amount("amount", in: record)
            if amount == nil, kind == .collection { unreadable += 1 }
            if let amount { sum = try add(amount) }
        } catch { unreadable += 1 }
        guard kind == .collection else { return }
        if let number = try? columns.text("number", in: record) { numbers.note(number.hashValue) }
        if let (docket, date, amount) = try? Self.payment(record, columns) {
            payments.note(Self.hash(docket, date, amount))
        }
    }

    private func add(_ amount: Money) throws(FieldFault) -> Money {
        do throws(LedgerRefusal) { return try sum + amount } catch {
            throw FieldFault(index: 0, reason: "\(error)")
        }
    }

    private static func payment(
        _ record: CSVRecord,
        _ columns: FileColumns
    ) throws(FieldFault) -> (docket: String, date: LedgerDate, amount: Money)? {
        guard let docket = try columns.text("docket", in: record),
            let amount = try columns.amount("amount", in: record)
        else { return nil }
        return (docket, try columns.date("date", in: record), amount)
    }

    private static func hash(_ docket: String, _ date: LedgerDate, _ amount: Money) -> Int {
        var hasher = Hasher()
        hasher.combine(docket)
        hasher.combine(date)
        hasher.combine(amount)
        return hasher.finalize()
    }
}
