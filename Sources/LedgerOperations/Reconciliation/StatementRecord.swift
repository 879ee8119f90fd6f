public import LedgerModel
import LedgerStatements
import LedgerStore

/// A file of statements as it was read.
public struct StatementFileRecord: Hashable, Sendable {
    /// The number of its entry; nil while it is not sealed.
    public let number: Int64?
    /// Its name without its place.
    public let name: String
    /// Its format.
    public let format: String
    /// The declared source; nil for none.
    public let source: String?
    /// `accepted`, `quarantined` or `rejected`.
    public let verdict: String
    /// How many statements it holds; none of a rejected file are kept.
    public let statements: Int64
    /// How many lines it holds.
    public let lines: Int64
    /// How many things were found wrong with it.
    public let findingCount: Int64
    /// SHA-256 of the file, in hexadecimal digits.
    public let digest: String
    /// When it was imported, in UTC.
    public let imported: String
    /// Who imported it.
    public let login: String
    /// Whether it had been imported before.
    public let isReplay: Bool
    /// What was found wrong; empty in lists.
    public let findings: [StatementFindingRecord]

    init(_ row: StatementFileRow, isReplay: Bool = false, findings: [StatementFindingRecord] = []) {
        number = row.number
        name = row.fileName
        format = row.format
        source = row.source
        verdict = row.verdict
        statements = row.statements
        lines = row.lines
        findingCount = row.findings
        digest = row.digest
        imported = row.recordedAt.text
        login = row.login
        self.isReplay = isReplay
        self.findings = findings
    }
}

/// Something found wrong with a file, and where.
public struct StatementFindingRecord: Hashable, Sendable {
    /// `note`, `doubt` (quarantined) or `fault` (rejected).
    public let severity: String
    /// What is the matter.
    public let code: String
    /// The line, record or element, counted from 1.
    public let record: Int64
    /// The byte, counted from 0.
    public let byteOffset: Int64
    /// The facts.
    public let detail: String

    init(_ row: StatementFindingRow) {
        severity = row.severity
        code = row.code
        record = row.record
        byteOffset = row.byteOffset
        detail = row.detail
    }

    init(_ item: StatementSurvey.Finding) {
        severity = "\(item.finding.severity)"
        code = item.finding.code.rawValue
        record = Int64(item.finding.place.record)
        byteOffset = Int64(item.finding.place.byteOffset)
        detail = BankText.kept(item.finding.detail, upTo: 300)
    }
}

/// A statement, and how it stands among those of its account; amounts in its currency's minor unit.
public struct StatementRecord: Hashable, Sendable {
    /// The number of its entry; nil while it is not sealed.
    public let number: Int64?
    /// The bank account.
    public let account: String
    /// The last characters of the account's number.
    public let lastFour: String
    /// The fund whose money lies there.
    public let fund: String
    /// The name of the file.
    public let fileName: String
    /// The format of the file.
    public let format: String
    /// What the sender calls it.
    public let identity: String
    /// Its number among the statements of the account.
    public let sequence: String?
    /// Three letters.
    public let currency: String
    /// Whether it is a report before the books of the day were closed, never counted.
    public let isInterim: Bool
    /// The first day.
    public let from: LedgerDate?
    /// The last day.
    public let to: LedgerDate?
    /// What the account held before.
    public let opening: Int64?
    /// What the account held afterwards.
    public let closing: Int64?
    /// How many lines it has.
    public let lines: Int64
    /// What came in.
    public let credits: Int64
    /// What went out.
    public let debits: Int64
    /// `accepted`, `quarantined`, `released` or `superseded`.
    public let status: String
    /// How many things were found wrong with it and with its file as a whole.
    public let findings: Int64
    /// By how much its opening differs from the closing before; nil where either is unknown.
    public let gap: Int64?
    /// Weekdays between it and the statement before, where the balance was not carried over.
    public let daysMissing: Int64?
    /// When it was imported, in UTC.
    public let imported: String
    /// Who imported it.
    public let login: String
    /// The number of the statement that superseded it.
    public let supersededBy: Int64?
    /// Who released it.
    public let releasedBy: String?
    /// Why it was released.
    public let reason: String?
    let entry: Int64
    let file: Int64

    init(_ row: StatementRow) {
        number = row.number
        account = row.account
        lastFour = row.lastFour ?? ""
        fund = row.fund
        fileName = row.fileName
        format = row.format
        identity = row.identity
        sequence = row.sequence
        currency = row.currency
        isInterim = row.isInterim
        from = row.from
        to = row.to
        opening = row.opening
        closing = row.closing
        lines = Int64(row.lines)
        credits = row.credits
        debits = row.debits
        status = row.status
        findings = row.findings
        gap = row.previousClosing.flatMap { last in
            row.opening.map { $0.subtractingReportingOverflow(last).partialValue }
        }
        daysMissing = row.daysMissing
        imported = row.recordedAt.text
        login = row.login
        supersededBy = row.supersededBy
        releasedBy = row.releasedBy
        reason = row.reason
        entry = row.entryID
        file = row.fileID
    }
}

/// A line of a statement as it was kept.
public struct StatementLineRecord: Hashable, Sendable {
    /// Its place in the statement, counted from 1.
    public let ordinal: Int64
    /// When it was booked.
    public let bookedOn: LedgerDate?
    /// From when it counts for interest.
    public let valueOn: LedgerDate?
    /// In minor units: above zero into the account.
    public let amount: Int64
    /// Three letters.
    public let currency: String
    /// `booked`, `pending`, `information` or `future`; only booked lines count.
    public let status: String
    /// The bank's code for the kind of movement.
    public let typeCode: String
    /// What the bank says, without long numbers.
    public let text: String
    /// The names by which it is matched, as `ticket 4711`.
    public let references: String
    /// What it says of entries sent earlier, as `returned R01 091000010000001`.
    public let returns: String

    init(_ row: StatementLineRow) {
        ordinal = Int64(row.ordinal)
        bookedOn = row.bookedOn
        valueOn = row.valueOn
        amount = row.amount
        currency = row.currency
        status = row.status
        typeCode = row.typeCode
        text = row.text
        references = row.references
        returns = row.returns
    }
}
