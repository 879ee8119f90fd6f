import Foundation
import Testing

@testable import LedgerCLI

@Suite struct FormatTests {
    private static let escape: Character = "\u{1B}"

    private static let reports = [
        ["report", "balance"], ["report", "trial-balance"], ["report", "funding"],
        ["report", "access"], ["report", "docket", "MER-24-0101"],
        ["report", "running", "--fund", "survivors-fund"],
    ]

    private func run(
        _ report: [String],
        _ more: [String] = [],
        environment: [String: String] = [:],
        width: Int? = nil
    ) async throws -> CommandRun {
        try await CommandRun.onDemo(
            report + ["--end", "2025-06-30"] + more,
            as: "demo_auditor_nj",
            environment: environment,
            width: width
        )
    }

    @Test(arguments: reports)
    func `every report is one JSON document with its block and parameters`(
        _ report: [String]
    ) async throws {
        let run = try await run(report, ["-O", "json"])
        try #require(run.status == .done)
        #expect(run.diagnostics.isEmpty)
        let document = try ReportDocument(run.output)
        #expect(document.report == report[1])
        #expect(document.parameters["as_of"] == "2025-06-30")
        #expect(Int64(document.notes["block"] ?? "") ?? 0 > 0)
        #expect(document.notes["chain_head"]?.count == 64)
    }

    @Test(arguments: reports)
    func `a pipe gets no colors and no cut text`(_ report: [String]) async throws {
        let run = try await run(report)
        try #require(run.status == .done)
        #expect(!run.output.isEmpty)
        #expect(!run.output.contains(Self.escape))
        #expect(!run.output.contains("\u{2026}"))
    }

    @Test(arguments: reports)
    func `a terminal of 80 columns is enough`(_ report: [String]) async throws {
        let run = try await run(report, ["--no-color"], width: 80)
        try #require(run.status == .done)
        for line in run.output.split(separator: "\n") { #expect(line.count <= 80) }
    }

    @Test func `colors come on a terminal only, and go by variable and flag`() async throws {
        let report = ["report", "balance"]
        let colored = try await run(report, width: 100)
        #expect(colored.output.contains(Self.escape))
        for (more, environment) in [
            (["--no-color"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "dumb"]),
        ] as [([String], [String: String])] {
            let plain = try await run(report, more, environment: environment, width: 100)
            #expect(plain.status == .done)
            #expect(!plain.output.contains(Self.escape))
        }
        let empty = try await run(report, environment: ["NO_COLOR": ""], width: 100)
        #expect(empty.output.contains(Self.escape))
    }

    @Test func `totals agree in all formats`() async throws {
        let report = ["report", "balance"]
        let json = try ReportDocument(try await run(report, ["-O", "json"]).output)
        let cents = try json.total("survivors-fund", "closing")
        #expect(cents == 40_000)
        let csv = try await run(report, ["-O", "csv"]).output
        #expect(csv.contains("survivors-fund,total"))
        let line = csv.split(separator: "\r\n").first { $0.hasPrefix("survivors-fund,total") }
        #expect(line?.split(separator: ",").contains("400.00") == true)
        let table = try await run(report).output
        #expect(table.contains("Total survivors-fund"))
        #expect(table.contains("400.00"))
        let html = try await run(report, ["-O", "html"]).output
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(html.contains("400.00"))
    }

    @Test(arguments: [("csv", "section,row"), ("json", "{"), ("html", "<!DOCTYPE"), ("txt", "Bal")])
    func `a file gets the format of its extension, whole or not at all`(
        _ ending: String,
        _ beginning: String
    ) async throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "\(UUID().uuidString).\(ending)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let run = try await run(["report", "balance"], ["-o", path])
        #expect(run.status == .done)
        #expect(run.output.isEmpty)
        #expect(run.diagnostics == "Wrote \(path)\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(beginning))
    }

    @Test func `a folder that is not there is a usage error`() async throws {
        let run = try await run(["report", "balance"], ["-o", "/no/such/folder/x.csv"])
        #expect(run.status == .usage)
        #expect(run.diagnostics.contains("/no/such/folder/x.csv"))
    }
}
