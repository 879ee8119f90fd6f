import PostgresClient

/// The blocks of a chain, one after the other, each with a look at the one behind it.
struct BlockQueue {
    private static let page: Int64 = 200

    private let jurisdiction: Int32
    private var pending: ArraySlice<BlockHeader> = []
    private var lastNumber = Int64.min
    private var isAtEnd = false

    init(jurisdiction: Int32) { self.jurisdiction = jurisdiction }

    mutating func take(
        _ connection: isolated PostgresConnection
    ) async throws -> (header: BlockHeader, next: BlockHeader?)? {
        if pending.count < 2, !isAtEnd {
            let page = try await BlockHeader.read(
                jurisdiction: jurisdiction,
                after: lastNumber,
                limit: Self.page,
                connection
            )
            isAtEnd = page.count < Int(Self.page)
            lastNumber = page.last?.number ?? lastNumber
            pending = pending + page
        }
        return pending.popFirst().map { ($0, pending.first) }
    }
}
