import Testing

@testable import LedgerStatements

struct CSVReaderPropertyTests {
    private static let alphabet =
        Array("ab,\"\n\r;".utf8) + [0x00, 0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF]

    @Test func `any cutting into chunks gives the same records and findings`() {
        var random = SeededGenerator(seed: 4180)
        for _ in 0..<5_000 {
            let bytes = Self.text(length: Int.random(in: 0...60, using: &random), &random)
            let limit = [4, 7, 16, 1 << 20].randomElement(using: &random) ?? 16
            let whole = CSVTranscript.read(bytes, reader: CSVReader(limit: limit))
            let single = Array(repeating: 1, count: bytes.count)
            let ragged = bytes.map { _ in Int.random(in: 0...9, using: &random) }
            for chunks in [single, ragged] {
                let cut = CSVTranscript.read(bytes, chunks: chunks, reader: CSVReader(limit: limit))
                guard cut == whole else {
                    Issue.record("\(bytes), limit \(limit), chunks \(chunks)")
                    return
                }
            }
        }
    }

    @Test func `mutated files never crash the reader and lose no byte`() {
        var random = SeededGenerator(seed: 19)
        let good = Array("date,memo,amount\r\n2025-01-02,\"a \"\"b\"\"\nc\",1.00\r\né,,-3\n\n".utf8)
        for _ in 0..<100_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...5, using: &random) { Self.mutate(&bytes, &random) }
            let limit = Bool.random(using: &random) ? 24 : 1 << 20
            let items = CSVTranscript.read(bytes, reader: CSVReader(limit: limit))
            guard Self.withoutEmptyLines(CSVTranscript.bytes(items), of: bytes) else {
                Issue.record("bytes lost: \(bytes), limit \(limit)")
                return
            }
        }
    }

    /// What was handed out is the file but for its byte order mark and line ends of empty lines.
    private static func withoutEmptyLines(_ handed: [UInt8], of file: [UInt8]) -> Bool {
        var rest = handed[...]
        for byte in file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...] {
            if rest.first == byte {
                rest = rest.dropFirst()
            } else if byte != 0x0A, byte != 0x0D {
                return false
            }
        }
        return rest.isEmpty
    }

    private static func text(length: Int, _ random: inout SeededGenerator) -> [UInt8] {
        (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let byte = alphabet.randomElement(using: &random) ?? 0
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = byte
        case 1: bytes.insert(byte, at: index)
        case 2 where bytes.count > 1: bytes.remove(at: index)
        default: bytes += bytes[index...].prefix(20)
        }
    }
}

/// The same numbers for the same seed (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
