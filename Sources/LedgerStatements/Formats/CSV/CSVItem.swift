/// What a reader finds next.
package enum CSVItem: Hashable, Sendable {
    /// A good record.
    case record(CSVRecord)
    /// A bad record with its bytes as they stand in the file.
    case rejected(CSVFinding, bytes: [UInt8])
    /// More bytes of the bad record before, which was too long to be held at once.
    case rejectedRest(bytes: [UInt8])
}
