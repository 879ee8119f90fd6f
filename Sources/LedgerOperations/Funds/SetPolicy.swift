import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// Chooses what a setting shall be from now on; what was done before stays as it is.
    ///
    /// Refused with `LG807` for a name that no setting has and a value that it does not take, with
    /// `LG002` for whom is no owner.
    @discardableResult
    public func set(
        policy name: String,
        to value: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let text = try Policies(values: [name: value]).values[name]
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: [name: .text(text)]
        )
        let reply = try await write(options) { connection in
            try await connection.ask(.setPolicies, [command])[0]
        }
        return try await recorded(reply, options)
    }
}
