import LedgerStatements

/// Reads changed files and looks for what must never happen.
package struct StatementFuzzer: Sendable {
    package struct Outcome: Sendable {
        package var iterations = 0
        package var accepted = 0
        package var quarantined = 0
        package var rejected = 0
        package var slowest = Duration.zero
        /// What went wrong, with the number of the iteration.
        package var violations: [String] = []
    }

    /// The kinds of sample files, by name.
    package static let samples: [(name: String, type: any SampleFile.Type)] = [
        ("bai2", BAI2Sample.self), ("mt940", MT940Sample.self), ("mt942", MT942Sample.self),
        ("nacha", NACHASample.self), ("ofx", OFXSample.self), ("camt", CamtSample.self),
        ("csv", CSVSample.self), ("remittance", RemittanceSample.self), ("qif", QIFSample.self),
    ]

    /// No input of this size may take longer.
    private static let timeLimit = Duration.seconds(5)

    private let sample: any SampleFile.Type
    private let seed: UInt64
    private let seeds: [[UInt8]]

    package init(_ sample: any SampleFile.Type, seed: UInt64) {
        self.sample = sample
        self.seed = seed
        seeds = [0, 1, 2, 5, 12].map { sample.bytes(lineCount: $0) }
    }

    /// The input of one iteration; each can be made again without those before it.
    package func input(_ iteration: Int) -> (bytes: [UInt8], random: SplitMix64) {
        var random = SplitMix64(seed: seed &+ UInt64(iteration) &* 0x9E37_79B9)
        return (Mutator().mutate(seeds, &random), random)
    }

    package func run(
        _ iterations: Range<Int>,
        progress: (Int) -> Void = { _ in }
    ) throws -> Outcome {
        var outcome = Outcome()
        let clock = ContinuousClock()
        for iteration in iterations {
            progress(iteration)
            var (bytes, random) = input(iteration)
            let start = clock.now
            let events = try read(bytes, cuts: [])
            let time = start.duration(to: clock.now)
            outcome.slowest = max(outcome.slowest, time)
            outcome.count(events)
            var faults = Self.faults(in: events, of: bytes)
            if time > Self.timeLimit { faults.append("took \(time)") }
            let cuts = Self.cuts(of: bytes.count, &random)
            if try read(bytes, cuts: cuts) != events {
                faults.append("other events when cut at \(cuts)")
            }
            outcome.violations += faults.map { "iteration \(iteration): \($0)" }
        }
        return outcome
    }

    private func read(_ bytes: [UInt8], cuts: [Int]) throws -> [StatementEvent] {
        var reader = try sample.format.reader(sample.options)
        var events: [StatementEvent] = []
        var start = 0
        for cut in cuts + [bytes.count] {
            events += reader.read(bytes[start..<cut])
            start = cut
        }
        return events + reader.finish()
    }

    /// At every byte, or at a few.
    private static func cuts(of count: Int, _ random: inout SplitMix64) -> [Int] {
        if Int.random(in: 0..<8, using: &random) == 0 { return Array(0..<count) }
        return (0..<Int.random(in: 1...9, using: &random))
            .map { _ in Int.random(in: 0...count, using: &random) }.sorted()
    }

    /// What the events say that they must not.
    private static func faults(in events: [StatementEvent], of bytes: [UInt8]) -> [String] {
        var faults: [String] = []
        var net: Int64? = 0
        var lineCount = 0
        var isOpen = false
        var worst = StatementVerdict.accepted
        for event in events {
            switch event {
            case .opened:
                if isOpen { faults.append("a statement within a statement") }
                (net, lineCount, isOpen) = (0, 0, true)
            case .line(let line):
                lineCount += 1
                if !isOpen || line.ordinal != lineCount { faults.append("a line out of order") }
                if line.byteRange.upperBound > bytes.count { faults.append("a line out of file") }
                guard line.status == .booked else { continue }
                let sum = net?.addingReportingOverflow(line.amountMinor)
                net = sum?.overflow == false ? sum?.partialValue : nil
            case .finding(let finding):
                worst = max(worst, finding.severity.verdict)
                if finding.place.byteOffset > bytes.count { faults.append("a finding out of file") }
            case .closed(let header, let totals, let verdict):
                isOpen = false
                worst = max(worst, verdict)
                if totals.lineCount != lineCount { faults.append("lines are miscounted") }
                guard verdict == .accepted else { continue }
                if totals.checks.contains(where: { !$0.holds }) {
                    faults.append("accepted with a control that does not hold")
                }
                guard let opening = header.opening, let closing = header.closing else { continue }
                let change = closing.amountMinor.subtractingReportingOverflow(opening.amountMinor)
                if change.overflow || change.partialValue != net {
                    faults.append("accepted, but lines are \(net ?? 0), not \(change.partialValue)")
                }
            case .finished(_, let verdict):
                if verdict < worst { faults.append("the file is judged better than its parts") }
            }
        }
        if case .finished = events.last {} else { faults.append("the end is missing") }
        return faults
    }
}

extension StatementFuzzer.Outcome {
    fileprivate mutating func count(_ events: [StatementEvent]) {
        iterations += 1
        guard case .finished(_, let verdict) = events.last else { return }
        switch verdict {
        case .accepted: accepted += 1
        case .quarantined: quarantined += 1
        case .rejected: rejected += 1
        }
    }
}
