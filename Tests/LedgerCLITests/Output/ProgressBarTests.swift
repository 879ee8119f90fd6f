import ArgumentParser
import Testing

@testable import LedgerCLI

@Suite struct ProgressBarTests {
    private var bar: ProgressBar {
        get throws { ProgressBar("Importing", options: try .parse([])) }
    }

    @Test func `it shows the part done, the count, the rate and the time left`() throws {
        let line = try bar.line(6_000, part: 25, of: 100, elapsed: .seconds(3))
        #expect(line == "Importing [#####---------------] 25%: 6000, 2000/s, 9 s left")
    }

    @Test func `without a known end it shows count and rate`() throws {
        let line = try bar.line(6_000, part: 25, of: nil, elapsed: .milliseconds(1_500))
        #expect(line == "Importing: 6000, 4000/s")
    }

    @Test func `a pipe stays silent`() async throws {
        let run = await CommandRun.of(["statute", "test"])
        #expect(run.diagnostics.isEmpty)
    }
}
