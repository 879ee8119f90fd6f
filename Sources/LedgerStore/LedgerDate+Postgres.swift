package import LedgerModel
package import PostgresClient

extension PostgresDate {
    package init(_ date: LedgerDate) { self.init(daysSince2000: date.daysSince2000) }
}

extension LedgerDate {
    package init(_ date: PostgresDate) throws {
        try self.init(daysSince2000: date.daysSince2000)
    }
}
