/// Reads a statement file as a stream: chunks of bytes in, events out.
///
/// The events do not depend on how the bytes are cut into chunks. Memory is bounded by one chunk,
/// whatever the size of the file. No sequence of bytes makes a reader fail: what it cannot read
/// is a finding, and nothing in the file is changed to make it fit.
package protocol StatementReader: Sendable {
    /// Takes the next bytes of the file.
    mutating func read(_ chunk: ArraySlice<UInt8>) -> [StatementEvent]
    /// Says that no bytes follow; the last event is `finished`.
    mutating func finish() -> [StatementEvent]
}

extension StatementReader {
    /// Reads a file that is in memory as a whole.
    package mutating func file(_ bytes: [UInt8]) -> StatementFile {
        var file = StatementFile()
        for event in read(bytes[...]) + finish() { file.take(event) }
        return file
    }
}
