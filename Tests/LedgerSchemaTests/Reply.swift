import PostgresClient

/// One row of what a door answers.
struct Reply: Sendable, Hashable {
    let item: Int
    let entry: Int64?
    let outcome: String
    let isReplay: Bool
    let reference: String?
    let code: String?
    let message: String?
    let detail: String?
    let hint: String?

    init(_ row: PostgresRow) throws {
        item = try row.decode(named: "item")
        entry = try row.decode(named: "entry_id")
        outcome = try row.decode(named: "outcome")
        isReplay = try row.decode(named: "is_replay")
        reference = try row.decode(named: "reference")
        code = try row.decode(named: "code")
        message = try row.decode(named: "message")
        detail = try row.decode(named: "detail")
        hint = try row.decode(named: "hint")
    }
}
