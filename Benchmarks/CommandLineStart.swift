import Foundation

/// From starting `redress` to its end: its help, and a report from a warm server.
struct CommandLineStart {
    let server: BenchServer

    func run(into results: inout Results) throws {
        let program = URL(fileURLWithPath: CommandLine.arguments[0])
            .deletingLastPathComponent().appending(path: "redress").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            results.add("Start of the command line", [["not measured: redress is not built"]])
            return
        }
        let report = [
            "report", "balance", "--database", server.conninfo(), "--jurisdiction",
            BenchLedger.jurisdiction, "--output", "csv",
        ]
        results.add(
            "Start of the command line",
            [
                ["command", "best of 10, ms"],
                ["redress --help", try best(program, ["--help"])],
                ["redress report balance", try best(program, report)],
            ]
        )
    }

    private func best(_ program: String, _ arguments: [String]) throws -> String {
        var least = Double.infinity
        for _ in 0..<10 {
            let start = Date()
            _ = try outputOf(program, arguments)
            least = min(least, Date().timeIntervalSince(start))
        }
        return (least * 1000).digits(0)
    }
}
