package import LedgerModel
package import PostgresClient

/// Which days, which knowledge and which books a report reads.
package struct ReportQueryScope: Sendable {
    package let begin: LedgerDate
    package let end: LedgerDate
    package let knownAt: PostgresTimestamp?
    package let byEffectiveDay: Bool
    package let fund: String?
    package let purpose: String?

    package init(
        begin: LedgerDate,
        end: LedgerDate,
        knownAt: PostgresTimestamp?,
        byEffectiveDay: Bool,
        fund: String?,
        purpose: String?
    ) {
        self.begin = begin
        self.end = end
        self.knownAt = knownAt
        self.byEffectiveDay = byEffectiveDay
        self.fund = fund
        self.purpose = purpose
    }

    var beginDate: PostgresDate { PostgresDate(begin) }
    var endDate: PostgresDate { PostgresDate(end) }
}
