/// A day of the server's calendar, counted from 2000-01-01.
package struct PostgresDate: Sendable, Hashable {
    package let daysSince2000: Int32

    package init(daysSince2000: Int32) { self.daysSince2000 = daysSince2000 }

    /// The server's `infinity` and `-infinity`, which are the ends of the range.
    package static let infinity = PostgresDate(daysSince2000: .max)
    package static let negativeInfinity = PostgresDate(daysSince2000: .min)
}

extension PostgresDate: PostgresScalar {
    package static var postgresType: PostgresType { .date }
    package static var postgresArrayType: PostgresType { .dateArray }
    package static var usualSize: Int { 4 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        daysSince2000 = try cell.integer(Int32.self)
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(daysSince2000)
    }
}

extension PostgresDate: Comparable {
    package static func < (left: PostgresDate, right: PostgresDate) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}
