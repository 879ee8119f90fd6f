/// An instant, counted in microseconds from 2000-01-01 00:00 UTC; bound as `timestamptz`.
package struct PostgresTimestamp: Sendable, Hashable {
    package let microsecondsSince2000: Int64

    package init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// The server's `infinity` and `-infinity`, which are the ends of the range.
    package static let infinity = PostgresTimestamp(microsecondsSince2000: .max)
    package static let negativeInfinity = PostgresTimestamp(microsecondsSince2000: .min)
}

extension PostgresTimestamp: PostgresScalar {
    package static var postgresType: PostgresType { .timestamptz }
    package static var postgresArrayType: PostgresType { .timestamptzArray }
    package static var readableTypes: [PostgresType] { [.timestamptz, .timestamp] }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        microsecondsSince2000 = try cell.integer(Int64.self)
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(microsecondsSince2000)
    }
}

extension PostgresTimestamp: Comparable {
    package static func < (left: PostgresTimestamp, right: PostgresTimestamp) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}
