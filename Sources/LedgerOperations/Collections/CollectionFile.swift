import Crypto
import LedgerModel
import LedgerStatements

/// A file of collections read line by line: good lines as collections, bad ones with a reason.
struct CollectionFile {
    enum Item {
        case line(CollectionLine, CSVRecord)
        case rejected(RejectedLine)
    }

    let columns: FileColumns
    private let source: String
    private let usualMethod: PaymentMethod
    private let today: LedgerDate
    /// Lines without a number are told apart by their content and how often it came before:
    /// eight bytes for each such line of the file.
    private var seen: Set<Int> = []
    private var repeated: [Int: Int] = [:]

    init(
        _ columns: FileColumns,
        source: String,
        usualMethod: PaymentMethod,
        today: LedgerDate
    ) {
        self.columns = columns
        self.source = source
        self.usualMethod = usualMethod
        self.today = today
    }

    mutating func read(_ item: CSVItem) -> Item? {
        switch item {
        case .record(let record):
            do throws(FieldFault) {
                return .line(try line(record), record)
            } catch {
                return .rejected(RejectedLine(record, error))
            }
        case .rejected(let finding, let bytes):
            return .rejected(
                RejectedLine(
                    line: finding.line,
                    column: finding.column,
                    reason: finding.kind.explanation,
                    fields: [RejectedLine.text(bytes)]
                )
            )
        case .rejectedRest:
            return nil
        }
    }

    private mutating func line(_ record: CSVRecord) throws(FieldFault) -> CollectionLine {
        let docket = try columns.text("docket", in: record, upTo: 60)
        guard let docket else { throw columns.fault("docket", "the docket is missing") }
        let method = try columns.text("method", in: record, upTo: 20) ?? usualMethod.rawValue
        guard PaymentMethod(rawValue: method) != nil else {
            throw columns.fault("method", LedgerRefusal(.methodUnknown, detail: method))
        }
        var line = CollectionLine(
            key: "",
            docket: docket,
            amount: try amount(record),
            effectiveOn: try date(record),
            method: method,
            number: try columns.text("number", in: record, upTo: 60),
            payerReference: try columns.text("payer_reference", in: record, upTo: 60),
            memo: try columns.text("memo", in: record, upTo: 200)
        )
        name(&line)
        return line
    }

    /// The receipt's own number names a line, or else its docket, its content and its place among
    /// equals; the docket by its number in the ledger, which is not known here.
    private mutating func name(_ line: inout CollectionLine) {
        if let number = line.number {
            line.key = "import:\(source):\(number)"
            return
        }
        let content = [
            String(line.amount.cents), line.effectiveOn.description, line.method,
            line.payerReference ?? "", line.memo ?? "",
        ]
        let digest = Array(
            SHA256.hash(data: Array(content.joined(separator: "\u{1F}").utf8)).prefix(16)
        )
        let ordinal = ordinal(of: digest, on: line.docket)
        let hash = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        line.key = "import:\(source):\(hash):\(ordinal)"
        line.number = "\(hash)-\(ordinal)"
        line.isNamedWithinDocket = true
    }

    private mutating func ordinal(of digest: [UInt8], on docket: String) -> Int {
        var hasher = Hasher()
        hasher.combine(docket)
        hasher.combine(digest)
        let short = hasher.finalize()
        guard !seen.insert(short).inserted else { return 1 }
        let ordinal = repeated[short, default: 1] + 1
        repeated[short] = ordinal
        return ordinal
    }

    private func amount(_ record: CSVRecord) throws(FieldFault) -> Money {
        guard let amount = try columns.amount("amount", in: record) else {
            throw columns.fault("amount", LedgerRefusal(.amountNotValid, detail: "it is empty"))
        }
        guard amount.isPositive else {
            throw columns.fault("amount", LedgerRefusal(.amountNotPositive, detail: "\(amount)"))
        }
        return amount
    }

    private func date(_ record: CSVRecord) throws(FieldFault) -> LedgerDate {
        let date = try columns.date("date", in: record)
        guard date <= today else {
            throw columns.fault("date", LedgerRefusal(.dateInFuture, detail: "\(date)"))
        }
        return date
    }
}
