/// Elements that are fetched while they are written, so that a report of any length needs little
/// memory.
///
/// Each rendering opens the source anew and pulls batches until there are none.
public struct ReportSource<Element: Sendable>: Sendable {
    /// Gives the next elements, or nil after the last; a batch may be empty.
    public typealias Pull = () async throws -> [Element]?

    /// Starts over from the first element.
    public let open: @Sendable () async throws -> Pull

    /// Makes a source from a closure that starts over and answers how to pull.
    public init(open: @escaping @Sendable () async throws -> Pull) {
        self.open = open
    }

    /// Makes a source of elements in hand.
    public init(_ elements: [Element]) {
        self.init {
            var batch: [Element]? = elements
            return {
                defer { batch = nil }
                return batch
            }
        }
    }
}
