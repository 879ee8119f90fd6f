import ArgumentParser
import LedgerModel
import LedgerOperations

/// What means the same on every report.
struct ReportOptions: ParsableArguments {
    @Option(help: "The first day, as 2024-07-01.", transform: ArgumentReader.date)
    var begin: LedgerDate?

    @Option(help: "The last day, as 2025-06-30.", transform: ArgumentReader.date)
    var end: LedgerDate?

    @Option(
        help: "Break the days into periods: month, quarter or year.",
        transform: ArgumentReader.word
    )
    var period: ReportPeriod?

    @Option(help: "As of the end of this day; the same as --end.", transform: ArgumentReader.date)
    var asOf: LedgerDate?

    @Option(
        help: "As was known then: a day, or a time as 2025-03-31T17:00:00Z.",
        transform: ArgumentReader.knownAt
    )
    var knownAt: KnownAt?

    @Option(
        help: "The day a fact stands under: posted, or effective for the restated view.",
        transform: ArgumentReader.word
    )
    var basis: ReportBasis = .posted

    @Option(help: "One fund only, by its code.")
    var fund: String?

    @Option(help: "One purpose only, such as survivor_services.")
    var purpose: String?

    func validate() throws {
        if asOf != nil, end != nil {
            throw ValidationError("Give --as-of or --end, not both: they mean the same day.")
        }
        if let begin, let last = asOf ?? end, begin > last {
            throw ValidationError("The first day \(begin) is after the last day \(last).")
        }
    }

    var scope: ReportScope {
        ReportScope(
            begin: begin,
            end: asOf ?? end,
            period: period,
            knownAt: knownAt,
            basis: basis,
            fund: fund,
            purpose: purpose
        )
    }
}
