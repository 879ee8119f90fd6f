package import Foundation
package import LedgerOperations
import LedgerStore
package import PostgresClient
import StatuteLibrary
import Synchronization

/// A jurisdiction that one test has to itself, with a login for each job.
package struct TestLedger: Sendable {
    /// The code of the jurisdiction, unique within the process.
    package let code: String

    /// The ledger as its owner sees it, who is also the superuser of the server.
    package let owner: Ledger

    private let clock: @Sendable () -> Date

    private static let count = Mutex(0)

    /// The jobs whose logins every new jurisdiction gives their role.
    private static let jobs: [LedgerRole] = [.clerk, .grants, .approver, .auditor, .reconciler]

    /// Opens a fresh jurisdiction from a shipped profile, or from one whose text is added.
    package static func make(
        from profile: String = "us-mn-hennepin",
        adding law: String? = nil,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) async throws -> TestLedger {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let code = "\(profile)-t\(number)"
        let pool = try await SharedDatabase.pool()
        let store = LedgerStore(pool: pool, jurisdiction: code)
        let owner = Ledger(store: store, shelf: Shelf(library: try library(law)), clock: clock)
        _ = try await owner.initialize(from: profile, as: code)
        for job in jobs {
            let login = try await TestLogins.shared.login(job.rawValue)
            try await owner.change(RoleChange(.grant, job, login: login))
        }
        return TestLedger(code: code, owner: owner, clock: clock)
    }

    /// The ledger as the login with this role sees it.
    package func ledger(as role: LedgerRole) async throws -> Ledger {
        guard role != .owner else { return owner }
        let login = try await TestLogins.shared.login(role.rawValue)
        let store = LedgerStore(
            pool: try await SharedDatabase.pool(user: login),
            jurisdiction: code
        )
        return Ledger(store: store, shelf: Shelf(library: try owner.library()), clock: clock)
    }

    /// Gives the login that does one job another role as well.
    package func grant(_ role: LedgerRole, to job: LedgerRole) async throws {
        let login = try await TestLogins.shared.login(job.rawValue)
        try await owner.change(RoleChange(.grant, role, login: login))
    }

    /// The ledger as the clerk sees it.
    package var clerk: Ledger {
        get async throws { try await ledger(as: .clerk) }
    }

    /// The ledger as a service sees it that presents a token and is no member.
    package func service(presenting token: String) async throws -> Ledger {
        let login = try await TestLogins.shared.login("service", in: "redress_service")
        let pool = try await SharedDatabase.pool(user: login)
        let store = LedgerStore(pool: pool, token: token)
        return Ledger(store: store, shelf: Shelf(library: try owner.library()), clock: clock)
    }

    /// Asks the database directly, bound to this jurisdiction, as the superuser.
    package func query(_ query: Query) async throws -> PostgresResult {
        try await owner.store.withTransaction { connection in
            try await connection.execute(query)
        }
    }

    private static func library(_ profile: String?) throws -> StatuteLibrary {
        let library = try shipped()
        guard let profile else { return library }
        let added = try JurisdictionProfile(yaml: profile, file: "added")
        return try StatuteLibrary(rules: library.rules, profiles: library.profiles + [added])
    }

    private static func shipped() throws -> StatuteLibrary { try law.get() }

    private static let law = Result { try StatuteLibrary.shipped() }
}
