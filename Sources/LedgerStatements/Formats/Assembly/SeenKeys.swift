/// Remembers keys in bounded memory, to find those that come twice.
struct SeenKeys: Sendable {
    enum Outcome {
        case first, repeated
        /// There is no room to remember more.
        case full
    }

    static let limit = 1 << 16

    private var hashes: Set<UInt64> = []

    mutating func insert(_ key: Bytes) -> Outcome {
        // FNV-1a: the same in every run, as the findings must be.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        if hashes.contains(hash) { return .repeated }
        guard hashes.count < Self.limit else { return .full }
        hashes.insert(hash)
        return .first
    }
}
