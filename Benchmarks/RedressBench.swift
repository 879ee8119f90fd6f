import Foundation
import LedgerOperations
import PostgresClient

/// Measures the ledger against the floor of the same machine in the same run, and keeps the
/// figures: `redress-bench [--collections N] [--postings N] [--matching N] [--dockets N]
/// [--only matching|time] [--results FILE]`.
@main
struct RedressBench {
    static func main() async throws {
        let arguments = BenchArguments(CommandLine.arguments)
        let server = try BenchServer()
        defer { server.destroy() }
        var results = Results(conditions: try await server.conditions(arguments))
        if arguments.only == nil {
            try await measureLedger(arguments, server, into: &results)
        }
        if arguments.only != "matching" {
            try await TimeRuns(server: server, dockets: arguments.dockets).run(into: &results)
        }
        if arguments.only != "time" {
            try await MatchingSpeed(server: server, most: arguments.matching).run(into: &results)
        }
        print(results.markdown)
        if let file = arguments.results {
            try results.markdown.write(toFile: file, atomically: true, encoding: .utf8)
        }
    }

    private static func measureLedger(
        _ arguments: BenchArguments,
        _ server: BenchServer,
        into results: inout Results
    ) async throws {
        let bench = try await BenchLedger.make(on: server, collections: arguments.collections)

        let load = BulkLoad(bench)
        try await load.warmUp()
        var reports = ReportSpeed(bench)
        try await reports.measure()
        try await load.run(into: &results)
        try await reports.measure()
        try await reports.grow(to: arguments.postings, into: &results)
        try await VerifySpeed(bench).run(into: &results)
        try await SingleCollections(bench).run(into: &results)
        try CommandLineStart(server: server).run(into: &results)
        await bench.close()
    }
}
