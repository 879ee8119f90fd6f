import LedgerModel
import LedgerOperations
import LedgerReports

extension Report {
    /// The receipt of a collection; explained, it says of each debt what it got and why.
    static func receipt(
        _ result: RecordedCollection,
        _ collection: RecordCollection,
        isExplained: Bool
    ) -> Report {
        var fields = [
            ReportField("receipt", result.receiptNumber),
            ReportField("docket", collection.docket),
            ReportField("received_on", "\(result.effectiveOn)"),
            ReportField("amount", "\(collection.amount)"),
            ReportField("method", collection.method.rawValue),
        ]
        if collection.origin != .payment {
            fields.append(ReportField("origin", collection.origin.rawValue))
        }
        if let unapplied = result.allocation?.unapplied, unapplied.isPositive {
            fields.append(ReportField("held_not_applied", "\(unapplied)"))
        }
        if let heldBack = result.allocation?.heldBack, heldBack.isPositive {
            fields.append(ReportField("of_it_given_back_before", "\(heldBack)"))
        }
        let lines = result.allocation.map { allocation in
            isExplained ? [applied(allocation), postings(result.postings, allocation)] : []
        }
        return .recorded("collection_record", result.recorded, fields, sections: lines ?? [])
    }

    private static func postings(
        _ postings: [RecordedPosting],
        _ allocation: Allocation
    ) -> ReportSection {
        ReportSection(
            "postings",
            title: "Postings",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("debit", "Debit", .text),
                ReportColumn("credit", "Credit", .text),
                ReportColumn("amount", "Amount", .money),
                ReportColumn("citation", "Because of", .text),
            ],
            rows: postings.map { posting in
                let line = allocation.lines.first { $0.debt == posting.debt }
                return ReportRow([
                    .text(ifKnown: posting.debt.map { "\($0)" }), .text(posting.debit),
                    .text(posting.credit), .money(posting.amount),
                    .text(ifKnown: line?.orderCitation),
                ])
            }
        )
    }

    private static func applied(_ allocation: Allocation) -> ReportSection {
        ReportSection(
            "debts",
            title: "Debts, in the order in which the law has them paid",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("owed", "Owed", .money),
                ReportColumn("applied", "Applied", .money),
                ReportColumn("citation", "Ordered under", .text),
                ReportColumn("order_citation", "In this place by", .text),
                ReportColumn("note", "Note", .text),
            ],
            rows: allocation.lines.map { line in
                ReportRow([
                    .text("\(line.debt) \(line.kind.rawValue.replacing("_", with: " "))"),
                    .money(line.owed), .money(line.applied), .text(line.citation),
                    .text(line.orderCitation),
                    line.skippedByGate
                        ? .text("held back until the debts before it close") : .empty,
                ])
            }
        )
    }
}
