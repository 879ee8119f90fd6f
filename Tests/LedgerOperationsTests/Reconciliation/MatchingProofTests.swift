import MatchingProof
import PostgresClient
import Testing

/// Seeded years, matched and held against what truly happened; `scripts/score` does larger ones.
@Suite(.serialized)
struct MatchingProofTests {
    @Test func `a year entered through the doors is matched without a wrong match`() async throws {
        try await ProofDatabase.with(try .year(seed: 11, lines: 700)) { court, truth in
            try await court.enter(truth)
            try await prove(court, truth)
        }
    }

    @Test(arguments: [0, 20])
    func `no match is wrong, also where lines of the books are missing`(removed: Int) async throws {
        let mix = try CourtMix.year(seed: 12, lines: 2_500, removed: removed)
        try await ProofDatabase.with(mix) { court, truth in
            try await court.fill(truth)
            try await prove(court, truth)
        }
    }

    private func prove(_ court: MatchingCourt, _ truth: TruthFiles) async throws {
        _ = try await court.match()
        let connection = try await court.superuser()
        let score = try await MatchingScore.of(truth, connection)
        let wrong = try await MatchingScore.examples(connection)
        #expect(score.wrong == 0, "\(wrong)")
        #expect(score.matchedPerThousand >= 950, "\(score.text)")
        await connection.close()
    }
}
