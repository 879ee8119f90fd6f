import Foundation
import LedgerStatements
import StatementFuzzing

/// How fast a reader reads a large file that is made while it is read, and in how much memory.
struct Throughput {
    private static let chunkSize = 1 << 16

    private let sample: any SampleFile.Type
    private let megabytes: Int

    init(_ sample: any SampleFile.Type, megabytes: Int) {
        self.sample = sample
        self.megabytes = megabytes
    }

    func report(as name: String) throws {
        let size = sample.bytes(lineCount: 1000).count - sample.bytes(lineCount: 0).count
        let lineSize = max(1, size / 1000)
        let lineCount = max(1, megabytes * 1_000_000 / lineSize)
        var file = sample.init(lineCount: lineCount)
        var reader = try sample.format.reader(sample.options)
        var measured = Measured()
        var chunk = Array(file.head().utf8)
        for number in 0..<lineCount {
            chunk += file.line(number).utf8
            if chunk.count >= Self.chunkSize {
                measured.read(chunk, &reader)
                chunk.removeAll(keepingCapacity: true)
            }
        }
        chunk += file.tail().utf8
        measured.read(chunk, &reader)
        measured.take(reader.finish())
        print(
            "\(name): \(measured.bytes / 1_000_000) MB, \(measured.lines) lines,",
            String(format: "%.1f MB/s,", Double(measured.bytes) / 1_000_000 / measured.seconds),
            "verdict \(measured.verdict.map { "\($0)" } ?? "none"), peak memory \(Self.peak)"
        )
    }

    /// The time that this thread has computed, in seconds: what others do does not count.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    /// The largest resident size of this process so far.
    private static var peak: String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.dropFirst(6).trimmingCharacters(in: .whitespaces) ?? "unknown"
    }

    private struct Measured {
        var bytes = 0
        var lines = 0
        var seconds = 0.0
        var verdict: StatementVerdict?

        mutating func read(_ chunk: [UInt8], _ reader: inout any StatementReader) {
            bytes += chunk.count
            let start = Throughput.processorTime
            let events = reader.read(chunk[...])
            seconds += Throughput.processorTime - start
            take(events)
        }

        mutating func take(_ events: [StatementEvent]) {
            for event in events {
                if case .line = event { lines += 1 }
                if case .finished(_, let verdict) = event { self.verdict = verdict }
            }
        }
    }
}
