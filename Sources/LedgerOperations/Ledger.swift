package import Foundation
package import LedgerStore
import PostgresClient
package import StatuteLibrary

/// A ledger that can be written and read: the database, the law, and the clock.
///
/// Everything a jurisdiction owns is seen and changed under one login or token, which decides
/// what is allowed. Refusals are thrown as `LedgerRefusal`, all else as ``LedgerFailure``.
public struct Ledger: Sendable {
    package let store: LedgerStore
    package let shelf: Shelf
    package let clock: @Sendable () -> Date

    package init(
        store: LedgerStore,
        shelf: Shelf = Shelf(),
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.shelf = shelf
        self.clock = clock
    }

    /// Opens the ledger in the database that a libpq connection string names.
    ///
    /// An empty string leaves everything to libpq's own rules. `jurisdiction` chooses among the
    /// memberships of the login; `token` is presented by a service, which is no member itself.
    /// `rules` is a folder of statute files to use instead of those that ship. Nothing is
    /// connected before it is needed.
    public static func open(
        _ database: String = "",
        jurisdiction: String? = nil,
        token: String? = nil,
        connections: Int = 4,
        rules: String? = nil
    ) -> Ledger {
        let pool = ConnectionPool(
            PostgresConfiguration(database),
            options: ConnectionPool.Options(size: connections)
        )
        let store = LedgerStore(pool: pool, jurisdiction: jurisdiction, token: token)
        return Ledger(store: store, shelf: Shelf(rules: rules))
    }

    /// The same ledger and connections with the books of another jurisdiction.
    public func bound(to jurisdiction: String) -> Ledger {
        Ledger(
            store: LedgerStore(pool: store.pool, jurisdiction: jurisdiction, token: store.token),
            shelf: shelf.withoutBooks(),
            clock: clock
        )
    }

    /// Closes every connection; nothing may be asked afterwards.
    public func close() async { await store.pool.close() }

    /// Brings the database to the schema of this version; returns the migrations that ran.
    @discardableResult
    public func migrate() async throws -> [String] {
        try await attempt { try await Migrator(pool: store.pool).migrate() }
    }

    /// The law that this ledger applies.
    package func library() throws -> StatuteLibrary { try shelf.library() }

    /// The books of the bound jurisdiction, read once.
    package func books() async throws -> StoredBooks {
        if let books = shelf.books { return books }
        let books = try await attempt { try await store.books() }
        shelf.keep(books)
        return books
    }
}
