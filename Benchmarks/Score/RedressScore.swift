import Foundation
import MatchingProof
import PostgresClient

/// `redress-score`: seeded years of courts, matched, and held against what truly happened.
@main
enum RedressScore {
    static func main() async throws {
        let arguments = try ScoreArguments(Array(CommandLine.arguments.dropFirst()))
        guard let url = ProcessInfo.processInfo.environment["REDRESS_TEST_DATABASE_URL"] else {
            throw ScoreArguments.Unknown(
                description: "REDRESS_TEST_DATABASE_URL is not set; scripts/score sets it"
            )
        }
        var isGood = true
        for removed in arguments.removed {
            for seed in arguments.seeds {
                isGood = try await score(arguments, UInt64(seed), removed, url) && isGood
            }
        }
        print(isGood ? "every run is good" : "NOT GOOD: see the runs above")
        if !isGood { exit(1) }
    }

    private static func score(
        _ arguments: ScoreArguments,
        _ seed: UInt64,
        _ removed: Int,
        _ url: String
    ) async throws -> Bool {
        var mix =
            switch arguments.mix {
            case .year, .entered:
                try CourtMix.year(seed: seed, lines: arguments.lines, removed: removed)
            case .scale: try CourtMix.scale(seed: seed, lines: arguments.lines, removed: removed)
            case .equal: try CourtMix.equalAmounts(seed: seed, lines: arguments.lines)
            }
        if let accounts = arguments.accounts { mix.accounts = accounts }
        let name = "redress_score_\(ProcessInfo.processInfo.processIdentifier)_\(seed)_\(removed)"
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.execute("CREATE DATABASE \(raw: name)")
        let truth = try TruthFiles()
        let court = try await MatchingCourt.make(mix, conninfo: "\(url) dbname=\(name)")
        let (_, filled) = try await seconds {
            try await arguments.mix == .entered ? court.enter(truth) : court.fill(truth)
        }
        let (run, matched) = try await seconds { try await court.match() }
        let connection = try await court.superuser()
        let score = try await MatchingScore.of(truth, connection)
        print(
            "== \(arguments.mix.rawValue), seed \(seed), \(mix.lines) lines in \(mix.accounts)",
            "accounts, \(removed) % of them taken away: written in \(filled) s, matched in",
            "\(matched) s, peak memory \(run.peakMegabytes) MB (\(run.restMegabytes) before)"
        )
        for pass in run.passes {
            print("   \(pass.name) \(String(format: "%.2f", pass.seconds)) s")
        }
        print(score.text)
        for example in try await MatchingScore.examples(connection) { print("wrong: \(example)") }
        await connection.close()
        await court.close()
        try truth.remove()
        if arguments.keepsDatabase {
            print("kept: \(name)")
        } else {
            try await server.execute("DROP DATABASE \(raw: name) WITH (FORCE)")
        }
        await server.close()
        fflush(nil)
        return score.isGood
    }

    /// What something answers, and how many seconds it takes.
    private static func seconds<Value>(
        _ body: () async throws -> Value
    ) async rethrows -> (Value, String) {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try await body()
        return (value, String(format: "%.1f", start.duration(to: clock.now) / .seconds(1)))
    }
}
