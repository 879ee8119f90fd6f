import LedgerModel
import LedgerStore
import PostgresClient

/// What a court found of a defendant's means.
public struct RecordFinding: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String

    /// Whether the court found the defendant indigent.
    public var isIndigent: Bool

    /// When it found so.
    public var found: BusinessDay

    /// Describes a finding.
    public init(isIndigent: Bool, on docket: String, found: BusinessDay = .today) {
        self.isIndigent = isIndigent
        self.docket = docket
        self.found = found
    }
}

extension Ledger {
    /// Records a finding of means; the newest of a docket holds for what is ordered after it.
    ///
    /// A debt that the law does not order of the indigent is then refused with `LG208`, so that
    /// no receivable is made. Refused with `LG201` without the docket.
    @discardableResult
    public func record(
        _ finding: RecordFinding,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let day = try date(finding.found, try await self.books())
        return try await record(.recordFindings, on: finding.docket, options) { _, docket in
            [
                "docket": .number(docket.id), "effective_on": .day(day),
                "is_indigent": .flag(finding.isIndigent),
            ]
        }
    }

    /// Hands one command about a docket to a door; `LG201` when there is no such docket.
    func record(
        _ door: Door,
        on reference: String,
        _ options: CommandOptions,
        _ statement:
            @Sendable (isolated PostgresConnection, DocketRow) async throws
            -> [String: DoorCommand.Field]
    ) async throws -> Recorded {
        let reply = try await write(options) { connection in
            guard let docket = try await connection.dockets([reference]).first else {
                throw LedgerRefusal(.docketUnknown, detail: reference)
            }
            let command = DoorCommand(
                key: options.requestKey,
                memo: options.memo,
                statement: try await statement(connection, docket)
            )
            return try await connection.ask(door, [command])[0]
        }
        return try await recorded(reply, options)
    }
}
