import Foundation
import LedgerModel
import LedgerStore
import PostgresClient
import StatuteLibrary

/// What initializing a jurisdiction did.
public struct Initialization: Hashable, Sendable {
    /// The code of the jurisdiction.
    public let jurisdiction: String

    /// Whether it was opened now; false when it was there already.
    public let wasOpened: Bool

    /// How many funds, purses, accounts, recipients, authorities and settings were added.
    public let added: Int
}

extension Ledger {
    /// Opens a jurisdiction from a profile of the statute library, with its whole books.
    ///
    /// The login becomes its owner. Run again, it adds what the profile has gained since and
    /// otherwise changes nothing. `code` and `name` open a second jurisdiction like the profile's.
    /// Refused with `LG805` without such a profile, with `LG804` where the books differ, with
    /// `LG002` when the login may not open one.
    public func initialize(
        from profile: String,
        as code: String? = nil,
        named name: String? = nil
    ) async throws -> Initialization {
        let library = try library()
        let profile = try library.profile(profile)
        let code = code ?? profile.code
        let definition = BookDefinition(profile, library: library)
        let books = PostgresJSON(try Self.json(definition))
        let opening = try Self.json(
            OpeningCommand(profile, code: code, name: name ?? profile.name)
        )
        let ledger = bound(to: code)
        let result = try await attempt {
            try await ledger.store.withTransaction { connection in
                let isThere = try await connection.hasJurisdiction(code)
                if !isThere {
                    try await connection.openJurisdiction(PostgresJSON(opening))
                }
                let added = try await connection.defineBooks(books)
                let settings = try await Self.adopt(profile.policies, connection)
                return Initialization(
                    jurisdiction: code,
                    wasOpened: !isThere,
                    added: added + settings
                )
            }
        }
        shelf.keep(nil as StoredBooks?)
        return result
    }

    /// Stores what a profile settles otherwise than the defaults, where the court chose nothing
    /// yet; answers with how much that was.
    private static func adopt(
        _ policies: Policies,
        _ connection: isolated PostgresConnection
    ) async throws -> Int {
        let chosen = try await connection.chosenPolicies()
        let commands = policies.values.sorted { $0.key < $1.key }
            .filter { $0.value != Policies().values[$0.key] && chosen[$0.key] == nil }
            .map { name, value in
                DoorCommand(key: "profile:\(name)", memo: nil, statement: [name: .text(value)])
            }
        guard !commands.isEmpty else { return 0 }
        for reply in try await connection.ask(.setPolicies, commands) {
            if let refusal = reply.refusal { throw refusal }
        }
        return commands.count
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        // A request that is repeated says the same, byte for byte.
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

private struct OpeningCommand: Encodable {
    struct Statement: Encodable {
        let code: String
        let name: String
        let timeZone: String
        let fiscalYearStartMonth: Int
        let countBasis: String
        let paymentOrder: String
    }

    let statement: Statement

    init(_ profile: JurisdictionProfile, code: String, name: String) {
        statement = Statement(
            code: code,
            name: name,
            timeZone: profile.timeZone,
            fiscalYearStartMonth: profile.fiscalYearStartMonth,
            countBasis: profile.countBasis.rawValue,
            paymentOrder: profile.paymentOrder
        )
    }
}
