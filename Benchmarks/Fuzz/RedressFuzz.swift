import Foundation
import StatementFuzzing

/// `redress-fuzz`: changed statement files by the million, or how fast unchanged ones are read.
@main
enum RedressFuzz {
    static func main() throws {
        let arguments = try FuzzArguments(Array(CommandLine.arguments.dropFirst()))
        var isSound = true
        for (name, sample) in StatementFuzzer.samples where arguments.takes(name) {
            if arguments.measuresThroughput {
                try Throughput(sample, megabytes: arguments.megabytes).report(as: name)
            } else {
                isSound =
                    try fuzz(name, StatementFuzzer(sample, seed: arguments.seed), arguments)
                    && isSound
            }
        }
        if !isSound { exit(1) }
    }

    private static func fuzz(
        _ name: String,
        _ fuzzer: StatementFuzzer,
        _ arguments: FuzzArguments
    ) throws -> Bool {
        let clock = ContinuousClock()
        let start = clock.now
        let range = arguments.first..<arguments.first + arguments.iterations
        let outcome = try fuzzer.run(range) { iteration in
            // The last number before a crash is the iteration that crashed.
            if arguments.isTraced { FileHandle.standardError.write(Data("\(iteration)\n".utf8)) }
        }
        let seconds = start.duration(to: clock.now) / .seconds(1)
        print(
            "\(name): \(outcome.iterations) inputs, \(outcome.accepted) accepted,",
            "\(outcome.quarantined) quarantined, \(outcome.rejected) rejected,",
            "\(outcome.violations.count) violations, slowest \(outcome.slowest),",
            String(format: "%.0f s", seconds)
        )
        for violation in outcome.violations.prefix(20) { print("  \(violation)") }
        fflush(nil)
        return outcome.violations.isEmpty
    }
}
