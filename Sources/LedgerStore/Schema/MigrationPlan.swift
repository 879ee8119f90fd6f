import Crypto
import LedgerSchema

/// Which migrations are still to run, given those that a database has.
package struct MigrationPlan: Equatable, Sendable {
    package struct Migration: Equatable, Sendable {
        package let name: String
        package let digest: [UInt8]
        package let text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
            digest = Array(SHA256.hash(data: Array(text.utf8)))
        }
    }

    package enum Refusal: Error, Equatable, CustomStringConvertible {
        case altered(String)
        case newer(String)

        package var description: String {
            switch self {
            case .altered(let name): "the applied migration \(name) differs from the shipped one"
            case .newer(let name): "the database has migration \(name), which this version lacks"
            }
        }
    }

    package let pending: [Migration]

    package init(
        shipped: [Migration],
        applied: [(name: String, digest: [UInt8])]
    ) throws(Refusal) {
        for (name, digest) in applied {
            guard let known = shipped.first(where: { $0.name == name }) else {
                throw .newer(name)
            }
            guard known.digest == digest else { throw .altered(name) }
        }
        let names = Set(applied.map(\.name))
        pending = shipped.filter { !names.contains($0.name) }
    }

    /// The migrations that this version ships.
    package static func shipped() throws -> [Migration] {
        try LedgerSchema.migrations.map { name in
            Migration(name: name, text: try LedgerSchema.migration(name))
        }
    }
}
