public import LedgerModel

/// The sign-offs of accounts as a table.
public enum SignOffSection {
    /// Arranges the sign-offs, the newest last.
    public static func section(_ signed: [SignedPeriod]) -> ReportSection {
        ReportSection(
            "sign_offs",
            title: "Signed periods",
            columns: [
                ReportColumn("account", "Account", .text),
                ReportColumn("through", "Through", .date),
                ReportColumn("prepared_by", "Prepared by", .text),
                ReportColumn("reviewed_by", "Reviewed by", .text),
                ReportColumn("bank", "Bank", .money), ReportColumn("books", "Books", .money),
                ReportColumn("cases", "Cases", .money),
                ReportColumn("difference", "Difference named", .text),
                ReportColumn("lines", "Lines", .count), ReportColumn("matches", "Matches", .count),
                ReportColumn("state", "State", .text), ReportColumn("digest", "SHA-256", .text),
            ],
            rows: signed.map {
                ReportRow([
                    .text($0.account), .date($0.through), .text($0.preparedBy),
                    .text($0.reviewedBy), .money($0.bank), .money($0.books), .money($0.cases),
                    .text(ifKnown: $0.reason), .count($0.counts[0] + $0.counts[1]),
                    .count($0.counts[2]), .text(state($0)), .text($0.digest),
                ])
            }
        )
    }

    private static func state(_ period: SignedPeriod) -> String {
        if let by = period.reopenedBy {
            return "reopened by \(by): \(period.reopenedReason ?? "")"
        }
        return period.isUnchanged == true ? "unchanged" : "CHANGED SINCE IT WAS SIGNED"
    }
}
