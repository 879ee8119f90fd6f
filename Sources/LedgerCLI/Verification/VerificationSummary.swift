import LedgerModel
import LedgerReports

/// What a verification found, as a result.
enum VerificationSummary {
    static func report(_ verification: VerificationReport, hasFindings: Bool) -> Report {
        let head = verification.chainHead.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return Report(
            name: hasFindings ? "verify" : "check",
            title: verification.isIntact ? "The books are intact" : "The books are not intact",
            parameters: [
                ReportField("jurisdiction", verification.jurisdiction),
                ReportField("sealed_entries", "\(verification.sealedEntries)"),
                ReportField("unsealed_entries", "\(verification.unsealedEntries)"),
            ],
            sections: [checks(verification)] + (hasFindings ? [findings(verification)] : []),
            notes: [
                ReportField("block", "\(verification.blocks)"),
                ReportField("chain_head", head.joined()),
            ] + verification.notices.enumerated().map { ReportField("notice_\($0 + 1)", $1) }
        )
    }

    private static func checks(_ verification: VerificationReport) -> ReportSection {
        ReportSection(
            "checks",
            title: "Checks",
            columns: [
                ReportColumn("check", "Check", .text),
                ReportColumn("checked", "Checked", .count),
                ReportColumn("violations", "Violations", .count),
            ],
            rows: verification.checks.map {
                ReportRow([.text($0.subject.rawValue), .count($0.checked), .count($0.violations)])
            }
        )
    }

    private static func findings(_ verification: VerificationReport) -> ReportSection {
        ReportSection(
            "findings",
            title: "Findings",
            columns: [
                ReportColumn("entry", "Entry", .count),
                ReportColumn("block", "Block", .count),
                ReportColumn("table", "Table", .text),
                ReportColumn("columns", "Columns", .text),
                ReportColumn("explanation", "Explanation", .text),
            ],
            rows: verification.findings.map { finding in
                ReportRow([
                    finding.entryNumber.map(ReportCell.count) ?? .empty,
                    finding.blockNumber.map(ReportCell.count) ?? .empty,
                    .text(finding.table), .text(finding.columns.joined(separator: ", ")),
                    .text(finding.explanation),
                ])
            }
        )
    }
}

extension VerificationReport {
    /// Ends the command with findings, if there are any.
    func throwFindings(next remedy: String) throws {
        guard !isIntact else { return }
        let count = checks.reduce(0) { $0 + $1.violations }
        throw Findings(
            summary: "The books of \(jurisdiction) are not intact: \(count) violations.",
            facts: firstFinding?.explanation ?? "",
            remedy: remedy
        )
    }
}
