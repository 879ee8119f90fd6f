import Foundation

/// Keys as they are typed or piped in, one at a time or a line at once.
struct KeyReader: ~Copyable {
    private let source: Surroundings.Source
    private var waiting: ArraySlice<UInt8> = []
    /// How many keys were read.
    private(set) var count = 0

    init(_ source: @escaping Surroundings.Source) { self.source = source }

    /// The next key that is no blank; nil at the end.
    mutating func key() async throws -> Character? {
        while let byte = try await byte() {
            if byte > 0x20, byte < 0x7F {
                count += 1
                return Character(UnicodeScalar(byte))
            }
        }
        return nil
    }

    /// The rest of a line without its end; what was typed before the end of input.
    mutating func line(_ echo: (String) throws -> Void) async throws -> String {
        var bytes: [UInt8] = []
        while let byte = try await byte(), byte != 0x0A, byte != 0x0D {
            count += 1
            if byte == 0x7F || byte == 0x08 {
                if bytes.popLast() != nil { try echo("\u{8} \u{8}") }
            } else if byte >= 0x20, byte < 0x7F {
                bytes.append(byte)
                try echo(String(UnicodeScalar(byte)))
            }
        }
        count += 1
        try echo("\n")
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func byte() async throws -> UInt8? {
        if waiting.isEmpty { waiting = try await source()[...] }
        return waiting.popFirst()
    }
}
