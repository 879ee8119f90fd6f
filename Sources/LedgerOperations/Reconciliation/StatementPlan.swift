import Foundation
import LedgerModel
import LedgerStatements
import LedgerStore

/// How a file is to be read, and which accounts it may be about.
struct StatementPlan: Sendable {
    /// What readers make of bytes; a change of what they find is a new version.
    private static let parserVersion: Int64 = 1

    let account: String?
    let format: StatementFormat?
    let options: StatementOptions
    let source: Int64?
    let numbers: [BankAccountNumberRow]

    /// What the door is told of a file.
    func statement(
        of survey: StatementSurvey,
        _ file: StatementInput
    ) throws -> [String: DoorCommand.Field] {
        let isRejected = survey.verdict == .rejected
        var known: [String: Int64] = [:]
        let statements: [DoorCommand.Field] =
            isRejected
            ? []
            : try survey.statements.map { item in
                let name = item.header.account
                let account = try known[name] ?? accountID(name)
                known[name] = account
                return .object(fields(of: item, account))
            }
        let findings: [DoorCommand.Field] = survey.findings.map { .object(fields(of: $0)) }
        let name = BankText.kept(file.name.replacing("/", with: " "), upTo: 120)
        return [
            "source": .number(ifKnown: source), "format": .text(survey.format.rawValue),
            "file_name": .text(name.isEmpty ? "statements" : name),
            "file_digest": .text(survey.digest.map(BankText.hex).joined()),
            "byte_count": .number(Int64(survey.byteCount)),
            "parser_version": .number(Self.parserVersion),
            "reference_version": .number(Int64(ReferenceRules.current.version)),
            "verdict": .text("\(survey.verdict)"), "controls": .text(try controls(survey.totals)),
            "line_count": .number(Int64(survey.totals.lineCount)),
            "finding_count": .number(Int64(survey.findingCount)),
            "statements": .list(statements),
            "findings": .list(findings),
        ]
    }

    /// The registered account that a file means, or why it may not be about it.
    private func accountID(_ name: String) throws(LedgerRefusal) -> Int64 {
        let number = AccountNumber(name)
        let named = numbers.first { $0.account == account }
        if number.isEmpty {
            guard let named else {
                throw LedgerRefusal(.accountNumberUnknown, detail: "the file names no account")
            }
            return named.accountID
        }
        guard let found = number.match(in: numbers) else {
            throw LedgerRefusal(
                .accountNumberUnknown,
                detail: "the number ends in \(number.lastFour)"
            )
        }
        if let account, found.account != account {
            throw LedgerRefusal(.bankAccountDiffers, detail: "it is about \(found.account)")
        }
        return found.accountID
    }

    private func fields(
        of item: StatementSurvey.Statement,
        _ account: Int64
    ) -> [String: DoorCommand.Field] {
        let header = item.header
        let sequence = header.sequence.map { BankText.name($0, upTo: 40) } ?? ""
        return [
            "bank_account": .number(account),
            "identity": .text(BankText.name(header.identity, upTo: 140)),
            "sequence": .text(sequence.isEmpty ? nil : sequence),
            "currency": .text(header.currency), "is_interim": .flag(header.isInterim),
            "from_on": header.from.map { .day($0) } ?? .text(nil),
            "to_on": header.to.map { .day($0) } ?? .text(nil),
            "opening_minor": amount(header.opening, in: header.currency),
            "closing_minor": amount(header.closing, in: header.currency),
            "line_count": .number(Int64(item.totals.lineCount)),
            "credit_count": .number(Int64(item.totals.creditCount)),
            "credits_minor": .number(item.totals.creditsMinor),
            "debit_count": .number(Int64(item.totals.debitCount)),
            "debits_minor": .number(item.totals.debitsMinor),
            "verdict": .text("\(item.verdict)"),
        ]
    }

    /// A balance in another currency than the account's compares with nothing.
    private func amount(_ balance: StatementBalance?, in currency: String) -> DoorCommand.Field {
        .number(ifKnown: balance?.currency == currency ? balance?.amountMinor : nil)
    }

    private func fields(of item: StatementSurvey.Finding) -> [String: DoorCommand.Field] {
        [
            "statement": .number(ifKnown: item.statement.map(Int64.init)),
            "severity": .text("\(item.finding.severity)"),
            "code": .text(item.finding.code.rawValue),
            "record": .number(Int64(item.finding.place.record)),
            "byte": .number(Int64(item.finding.place.byteOffset)),
            "detail": .text(BankText.kept(item.finding.detail, upTo: 300)),
        ]
    }

    private func controls(_ totals: ControlTotals) throws -> String {
        let checks = totals.checks.map { check in
            DoorCommand.Field.object([
                "control": .text(check.control), "stated": .number(check.stated),
                "found": .number(check.found),
            ])
        }
        return try DoorCommand.Field.object([
            "lines": .number(Int64(totals.lineCount)), "credits": .number(totals.creditsMinor),
            "debits": .number(totals.debitsMinor), "checks": .list(checks),
        ]).json
    }
}
