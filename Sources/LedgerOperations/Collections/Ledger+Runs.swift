import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// Does something to many dockets, a batch at a time, and seals at the end.
    func inBatches(
        of size: Int,
        _ dockets: [Int64],
        _ options: CommandOptions,
        progress: @Sendable (Int, Int) -> Void,
        _ body: ([Int64], CommandOptions) async throws -> Void
    ) async throws {
        var each = options
        each.sealsAfterwards = false
        let size = max(1, size)
        for first in stride(from: 0, to: dockets.count, by: size) {
            let batch = dockets[first..<min(first + size, dockets.count)]
            try await body(Array(batch), each)
            progress(first + batch.count, dockets.count)
        }
        await sealQuietly(after: options)
    }
}
