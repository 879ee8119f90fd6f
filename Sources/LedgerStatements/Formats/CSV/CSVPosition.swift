/// Places in a record, worked out only when they are asked for.
enum CSVPosition {
    /// The line and the character of a byte in bytes that begin a line.
    static func of(
        _ index: Int,
        in bytes: some RandomAccessCollection<UInt8>,
        firstLine: Int
    ) -> (line: Int, column: Int) {
        let before = bytes.prefix(index)
        let lineFeeds = before.count { $0 == UInt8(ascii: "\n") }
        let lastLine = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed()
        return (firstLine + lineFeeds, String(decoding: lastLine, as: UTF8.self).count + 1)
    }
}
