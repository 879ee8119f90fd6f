import Foundation
import LedgerTestSupport
import PostgresClient

/// SQL functions beside the ledger that spell out the doors' arguments, and the tests' logins.
enum ProbeSchema {
    /// The logins that every court of these tests gives the role of the same name.
    static let jobs = [
        "clerk", "grants", "reconciler", "approver", "auditor", "public", "owner",
    ]

    /// Logins that hold no role in any court of these tests, or in some only; the second is a clerk
    /// where two are needed.
    static let outsiders = ["service", "stranger", "wanderer", "newcomer", "second"]

    static func login(_ job: String) -> String { "\(SharedDatabase.name)_probe_\(job)" }

    /// Waits until the functions and logins are there.
    static func prepare() async throws { try await made.value }

    /// The text of a file beside this one.
    static func text(of name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private static let made = Task {
        let connection = try await PostgresConnection.connect(SharedDatabase.configuration())
        for part in ["collections", "commands", "corrections", "books"] {
            try await connection.runScript(text(of: "probe.\(part).sql"))
        }
        for job in jobs + outsiders {
            try await connection.runScript(
                "DROP ROLE IF EXISTS \(login(job)); CREATE ROLE \(login(job)) LOGIN"
            )
        }
        try await connection.runScript(
            """
            GRANT redress_service TO \(login("service"));
            SELECT set_config('redress.jurisdiction', 'us-elsewhere', false);
            SELECT ledger_api.open_jurisdiction('{"statement": {"code":"us-elsewhere",
                "name":"Elsewhere","time_zone":"America/New_York","fiscal_year_start_month":7,
                "count_basis":"per_count","payment_order":"simple"}}');
            SELECT ledger_api.define_books(probe.books());
            SELECT probe.role('wanderer ' || r, '\(login("wanderer"))', r, 'grant')
            FROM unnest(ARRAY['clerk', 'auditor']) AS r;
            """
        )
        await connection.close()
    }
}
