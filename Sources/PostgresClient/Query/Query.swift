/// One statement and the values bound to its parameters.
///
/// Literal text stays text; `\(value)` becomes `$1`, `$2`, … and travels beside the text.
/// Only `\(raw:)` puts text into the statement, so it can be seen and searched for.
package struct Query: Sendable {
    package let text: String
    /// What errors call this query; never shown to the server.
    package var name: String?
    let binds: [Bind]
    /// The bytes of all binds, one after the other.
    let payload: [UInt8]
    let failure: PostgresError?

    struct Bind: Sendable {
        let type: PostgresType
        /// Where the value lies in the payload, or nil for NULL.
        let range: Range<Int>?
    }

    package init(_ text: String, _ binds: [any PostgresEncodable] = [], name: String? = nil) {
        var builder = StringInterpolation(literalCapacity: 0, interpolationCount: binds.count)
        builder.appendLiteral(text)
        for bind in binds { builder.bind(bind) }
        self.init(builder)
        self.name = name
    }

    private init(_ builder: StringInterpolation) {
        text = builder.text
        binds = builder.binds
        payload = builder.payload
        failure = builder.failure
    }

    package func named(_ name: String) -> Query {
        var copy = self
        copy.name = name
        return copy
    }

    /// True for COMMIT and its synonym END, whose answers must be read twice.
    var isCommit: Bool {
        let word = text.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
        return word == "COMMIT" || word == "END"
    }
}

extension Query: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation builder: StringInterpolation) { self.init(builder) }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var binds: [Bind] = []
        fileprivate var payload: [UInt8] = []
        fileprivate var failure: PostgresError?

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            binds.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: some PostgresEncodable) {
            bind(value)
            text += "$\(binds.count)"
        }

        package mutating func appendInterpolation(raw: String) { text += raw }

        fileprivate mutating func bind(_ value: some PostgresEncodable) {
            let type = Swift.type(of: value).postgresType
            guard !value.isPostgresNull else {
                return binds.append(Bind(type: type, range: nil))
            }
            let start = payload.count
            do throws(PostgresError) {
                try value.encode(into: &payload)
            } catch {
                failure = failure ?? error
            }
            binds.append(Bind(type: type, range: start..<payload.count))
        }
    }
}
