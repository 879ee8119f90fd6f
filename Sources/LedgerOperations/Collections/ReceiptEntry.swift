import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// The entry that recorded the receipt of this number, or `LG308`.
    ///
    /// `source` is the till or file that numbered it, needed where numbers repeat.
    public func entry(ofReceipt number: String, source: String? = nil) async throws -> Int64 {
        let entries = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.entries(ofReceipt: number, source: source)
            }
        }
        guard entries.count == 1 else {
            let found = entries.isEmpty ? "there is none" : "\(entries.count) sources have one"
            throw LedgerRefusal(.entryUnknown, detail: "receipt \(number): \(found)")
        }
        return entries[0]
    }
}
