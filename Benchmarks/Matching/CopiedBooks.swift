import LedgerModel
import PostgresClient

/// Writes lines of the books by COPY into the real tables: for sizes that no court enters by hand.
///
/// Triggers do not run, nothing is sealed; only what matching reads is there.
struct CopiedBooks {
    private static let columns = [
        "journal_entry": "id, jurisdiction_id, recorded_at, principal_id, effective_on, posted_on, "
            + "kind, outcome, reverses_entry_id",
        "posting": "entry_id, amount_cents, jurisdiction_id, purse_id, debit_account_id, "
            + "credit_account_id, posted_on, line",
        "receipt": "entry_id, amount_cents, jurisdiction_id, source, number, method, "
            + "payer_reference",
        "deposit": "jurisdiction_id, entry_id, fund_id, ticket, amount_cents",
        "deposit_receipt": "jurisdiction_id, entry_id, receipt_id",
        "reversal": "jurisdiction_id, entry_id, reverses_entry_id, reason",
        "check_issued": "jurisdiction_id, entry_id, fund_id, number, payable_to, amount_cents",
    ]

    let fund: CopiedFund
    private var next: Int64
    private var rows: [String: String] = [:]
    private var entries: [Int64] = []
    private var receipts: [Int: Int64] = [:]

    /// Rows of entries from this number on.
    init(_ fund: CopiedFund, from first: Int64) {
        self.fund = fund
        next = first
    }

    /// Writes the lines; answers the entry of each, and the first number that is free again.
    static func write(
        _ lines: [BookLine],
        of fund: CopiedFund,
        from first: Int64,
        _ connection: PostgresConnection
    ) async throws -> (entries: [Int64], next: Int64) {
        var books = CopiedBooks(fund, from: first)
        for (place, line) in lines.enumerated() { books.add(line, at: place) }
        for table in columns.keys.sorted() {
            var text: String? = books.rows[table]
            guard text != nil else { continue }
            try await connection.copyIn(
                "COPY ledger.\(table) (\(columns[table] ?? "")) FROM STDIN"
            ) {
                defer { text = nil }
                return text.map { Array($0.utf8) }
            }
        }
        return (books.entries, books.next)
    }

    private mutating func add(_ line: BookLine, at place: Int) {
        let j = fund.jurisdiction
        switch line.form {
        case .deposit(let ticket):
            let entry = entry("deposit", line, isInto: true)
            put("deposit", "\(j)\t\(entry)\t\(fund.fund)\t\(ticket)\t\(line.cents)")
            entries.append(entry)
        case .receipt(let ticket, let number, let payer):
            let receipt = header("collection", line)
            receipts[place] = receipt
            put(
                "receipt",
                "\(receipt)\t\(line.cents)\t\(j)\ttill\t\(number)\tcheck\t\(payer ?? "\\N")"
            )
            let entry = entry("deposit", line, isInto: true)
            put("deposit", "\(j)\t\(entry)\t\(fund.fund)\t\(ticket)\t\(line.cents)")
            put("deposit_receipt", "\(j)\t\(entry)\t\(receipt)")
            entries.append(entry)
        case .check(let number):
            let entry = entry("remittance", line, isInto: false)
            put(
                "check_issued",
                "\(j)\t\(entry)\t\(fund.fund)\t\(number)\tpayee\t\(-line.cents)"
            )
            entries.append(entry)
        case .reversal(let original):
            let receipt = receipts[original] ?? 0
            let entry = entry("reversal", line, isInto: false, reverses: receipt)
            put("reversal", "\(j)\t\(entry)\t\(receipt)\treturned_check")
            entries.append(entry)
        }
    }

    private mutating func entry(
        _ kind: String,
        _ line: BookLine,
        isInto: Bool,
        reverses: Int64? = nil
    ) -> Int64 {
        let entry = header(kind, line, reverses)
        let (debit, credit) = isInto ? (fund.bank, fund.other) : (fund.other, fund.bank)
        put(
            "posting",
            "\(entry)\t\(line.cents.magnitude)\t\(fund.jurisdiction)\t\(fund.purse)\t\(debit)"
                + "\t\(credit)\t\(line.day)\t1"
        )
        return entry
    }

    private mutating func header(
        _ kind: String,
        _ line: BookLine,
        _ reverses: Int64? = nil
    ) -> Int64 {
        defer { next += 1 }
        put(
            "journal_entry",
            "\(next)\t\(fund.jurisdiction)\t2026-11-01 12:00:00+00\t\(fund.principal)\t\(line.day)"
                + "\t\(line.day)\t\(kind)\taccepted\t\(reverses.map(String.init) ?? "\\N")"
        )
        return next
    }

    private mutating func put(_ table: String, _ row: String) {
        rows[table, default: ""] += row + "\n"
    }
}

/// A fund with a bank account, by the numbers of its rows.
struct CopiedFund: Sendable {
    let jurisdiction: Int32
    let principal: Int32
    let fund: Int32
    let purse: Int32
    let bank: Int32
    let other: Int32
}
