import LedgerModel
import LedgerStore
import PostgresClient

/// Something broke, where the ledger neither accepted nor refused.
public enum LedgerFailure: Error, Hashable, Sendable {
    /// The answer was lost: repeat the command with this request key to learn what became of it.
    case inDoubt(requestKey: String)

    /// No connection could be had or kept; nothing was recorded.
    case unreachable(String)

    /// The database does not let this login in, or does not know it; nothing was recorded.
    case notAdmitted(String)

    /// The caller gave up; nothing was recorded.
    case interrupted

    /// The database holds no ledger, or one of another version; nothing was recorded.
    case schemaDiffers(String)

    /// The database did something that it should not.
    case database(String)
}

extension LedgerFailure: CustomStringConvertible {
    /// What broke, on one line.
    public var description: String {
        switch self {
        case .inDoubt(let key): "the answer was lost; repeat with the request key \(key)"
        case .unreachable(let reason): "the database cannot be reached: \(reason)"
        case .notAdmitted(let reason): "the database does not admit this login: \(reason)"
        case .interrupted: "interrupted; nothing was recorded"
        case .schemaDiffers(let reason): "no ledger of this version: \(reason)"
        case .database(let reason): "the database failed: \(reason)"
        }
    }

    init(_ error: PostgresError, requestKey: String?) {
        if error.isInDoubt, let requestKey {
            self = .inDoubt(requestKey: requestKey)
            return
        }
        switch error.kind {
        // Class 28: no such login, not its password, or no right to come from there.
        case .connection where error.sqlstate?.hasPrefix("28") == true:
            self = .notAdmitted(error.message)
        case .connection, .poolExhausted, .poolClosed, .deadline:
            self = .unreachable(error.description)
        case .cancelled:
            self = .interrupted
        // A schema, table, function or column that this version asks for is not there.
        case .server(sqlstate: "3F000"), .server(sqlstate: "42P01"), .server(sqlstate: "42883"),
            .server(sqlstate: "42703"):
            self = .schemaDiffers(error.description)
        default:
            self = .database(error.description)
        }
    }
}

extension Ledger {
    /// Runs `body` and turns what the client throws into a refusal or a ``LedgerFailure``.
    package func attempt<Value>(
        _ requestKey: String? = nil,
        _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch let error as PostgresError {
            if let refusal = error.refusal { throw refusal }
            throw LedgerFailure(error, requestKey: requestKey)
        } catch let refusal as MigrationPlan.Refusal {
            throw LedgerFailure.database(refusal.description)
        }
    }
}
