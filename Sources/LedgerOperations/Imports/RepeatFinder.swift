/// Finds what a file says twice, in memory that does not grow with the file.
///
/// A first pass notes every line in a table of bits and keeps what may have been there before; a
/// second pass then needs to remember these few only, and is exact.
struct RepeatFinder {
    private static let bitCount = 1 << 26

    private var bits = [UInt64](repeating: 0, count: bitCount / 64)
    private var candidates: Set<Int> = []
    private var firstLines: [Int: Int] = [:]

    /// Whether the second pass has anything to look for.
    var mayHaveRepeats: Bool { !candidates.isEmpty }

    /// Notes a line of the first pass by a hash of what it says.
    mutating func note(_ hash: Int) {
        let wasSeen = set(UInt(bitPattern: hash))
        let wasSeenToo = set((UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15) >> 17)
        if wasSeen, wasSeenToo { candidates.insert(hash) }
    }

    /// The line that said the same earlier in the second pass; nil for the first to say it.
    mutating func earlier(_ hash: Int, line: Int) -> Int? {
        guard candidates.contains(hash) else { return nil }
        if let first = firstLines[hash] { return first }
        firstLines[hash] = line
        return nil
    }

    /// Begins the second pass anew.
    mutating func rewind() { firstLines = [:] }

    /// Sets a bit and tells whether it was set.
    private mutating func set(_ hash: UInt) -> Bool {
        let bit = Int(hash % UInt(Self.bitCount))
        let mask = UInt64(1) << UInt64(bit % 64)
        let wasSet = bits[bit / 64] & mask != 0
        bits[bit / 64] |= mask
        return wasSet
    }
}
