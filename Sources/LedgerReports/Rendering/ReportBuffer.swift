/// Bytes on their way to a sink.
public struct ReportBuffer: Sendable {
    private static let capacity = 64 * 1024

    private var bytes: [UInt8] = []

    /// An empty buffer.
    public init() {
        bytes.reserveCapacity(Self.capacity + 4096)
    }

    /// Whether the bytes should be handed on before more are added.
    var isFull: Bool { bytes.count >= Self.capacity }

    /// Adds text as UTF-8.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds one byte of ASCII.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Hands over what was added and starts empty.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
