import LedgerTestSupport
import MatchingProof
import PostgresClient
import Synchronization

/// A database that one proof has to itself: it writes as no client may.
enum ProofDatabase {
    private static let count = Mutex(0)

    static func with(
        _ mix: CourtMix,
        _ body: (MatchingCourt, TruthFiles) async throws -> Void
    ) async throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let url = try SharedDatabase.url()
        let name = "\(SharedDatabase.name)_proof_\(number)"
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.execute("DROP DATABASE IF EXISTS \(raw: name) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: name)")
        let truth = try TruthFiles()
        let court = try await MatchingCourt.make(mix, conninfo: "\(url) dbname=\(name)")
        try await body(court, truth)
        await court.close()
        try truth.remove()
        try await server.execute("DROP DATABASE \(raw: name) WITH (FORCE)")
        await server.close()
    }
}
