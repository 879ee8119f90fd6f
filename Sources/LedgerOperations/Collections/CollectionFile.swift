import Crypto
import LedgerModel
import LedgerStatements

/// A file of collections read line by line: good lines as collections, bad ones with a reason.
struct CollectionFile {
    enum Item {
        case line(CollectionLine, CSVRecord)
        case rejected(RejectedLine)
    }

    private static let required = ["docket", "amount", "date"]
    private static let optional = [
        "number", "method", "payer_reference", "memo", RejectedLine.column,
    ]

    let header: CSVHeader
    private let source: String
    private let usualMethod: PaymentMethod
    private let today: LedgerDate
    /// Lines without a number are told apart by their content and how often it came before:
    /// eight bytes for each such line of the file.
    private var seen: Set<Int> = []
    private var repeated: [Int: Int] = [:]

    init(
        _ record: CSVRecord,
        source: String,
        usualMethod: PaymentMethod,
        today: LedgerDate
    ) throws(ImportFault) {
        do {
            header = try CSVHeader(record, required: Self.required, optional: Self.optional)
        } catch {
            throw ImportFault(findings: error.findings.map(\.description))
        }
        self.source = source
        self.usualMethod = usualMethod
        self.today = today
    }

    mutating func read(_ item: CSVItem) -> Item? {
        switch item {
        case .record(let record):
            do throws(LineFault) {
                return .line(try line(record), record)
            } catch {
                let position = record.position(of: error.index)
                return .rejected(
                    RejectedLine(
                        line: position.line,
                        column: position.column,
                        reason: error.reason,
                        fields: record.texts
                    )
                )
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

    private struct LineFault: Error {
        let index: Int
        let reason: String
    }

    private mutating func line(_ record: CSVRecord) throws(LineFault) -> CollectionLine {
        let docket = try text("docket", in: record, upTo: 60)
        guard let docket else { throw fault("docket", "the docket is missing") }
        let method = try text("method", in: record, upTo: 20) ?? usualMethod.rawValue
        guard PaymentMethod(rawValue: method) != nil else {
            throw fault("method", LedgerRefusal(.methodUnknown, detail: method))
        }
        var line = CollectionLine(
            key: "",
            docket: docket,
            amount: try amount(record),
            effectiveOn: try date(record),
            method: method,
            number: try text("number", in: record, upTo: 60),
            payerReference: try text("payer_reference", in: record, upTo: 60),
            memo: try text("memo", in: record, upTo: 200)
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

    private func amount(_ record: CSVRecord) throws(LineFault) -> Money {
        let amount: Money
        do throws(LedgerRefusal) {
            amount = try Money(parsing: text("amount", in: record))
        } catch { throw fault("amount", error) }
        guard amount.isPositive else {
            throw fault("amount", LedgerRefusal(.amountNotPositive, detail: "\(amount)"))
        }
        return amount
    }

    private func date(_ record: CSVRecord) throws(LineFault) -> LedgerDate {
        let date: LedgerDate
        do throws(LedgerRefusal) {
            date = try LedgerDate(iso: text("date", in: record))
        } catch { throw fault("date", error) }
        guard date <= today else {
            throw fault("date", LedgerRefusal(.dateInFuture, detail: "\(date)"))
        }
        return date
    }

    private func text(_ column: String, in record: CSVRecord) -> String {
        header.index(of: column).map { record[$0] } ?? ""
    }

    /// A text that may be missing, or a fault when it is too long.
    private func text(
        _ column: String,
        in record: CSVRecord,
        upTo limit: Int
    ) throws(LineFault) -> String? {
        let text = text(column, in: record)
        guard text.unicodeScalars.count <= limit else {
            throw fault(column, LedgerRefusal(.textTooLong, detail: "more than \(limit)"))
        }
        return text.isEmpty ? nil : text
    }

    private func fault(_ column: String, _ refusal: LedgerRefusal) -> LineFault {
        fault(column, "\(column): \(refusal)")
    }

    private func fault(_ column: String, _ reason: String) -> LineFault {
        LineFault(index: header.index(of: column) ?? 0, reason: reason)
    }
}
