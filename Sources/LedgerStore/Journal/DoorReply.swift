package import LedgerModel
import PostgresClient

/// What a door answered to one item.
package struct DoorReply: Sendable {
    /// The item, counted from 1.
    package let item: Int
    package let entryID: Int64
    /// Whether this is the answer given earlier under the same request key.
    package let isReplay: Bool
    /// The name by which people know the result, such as a receipt number.
    package let reference: String?
    package let refusal: LedgerRefusal?
}

extension DoorReply {
    /// The columns of `ledger_api.reply`, in order.
    static let columns = "item, entry_id, is_replay, reference, code, message, detail, hint"

    init(_ row: PostgresRow) throws {
        item = try row.decode(Int.self, at: 0)
        entryID = try row.decode(at: 1)
        isReplay = try row.decode(at: 2)
        reference = try row.decode(at: 3)
        guard let sqlstate = try row.decode(String?.self, at: 4) else {
            refusal = nil
            return
        }
        guard let code = LedgerRefusal.Code(rawValue: sqlstate) else {
            throw PostgresError(.decoding, "the database refused with the unknown code \(sqlstate)")
        }
        refusal = LedgerRefusal(
            code: code,
            message: try row.decode(String?.self, at: 5) ?? code.message,
            detail: try row.decode(String?.self, at: 6) ?? "",
            hint: try row.decode(String?.self, at: 7) ?? code.hint
        )
    }
}
