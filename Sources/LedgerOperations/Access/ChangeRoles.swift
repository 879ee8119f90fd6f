import LedgerStore

/// A job in a jurisdiction, which decides what its holder may do.
public enum LedgerRole: String, CaseIterable, Hashable, Sendable, Codable {
    /// Orders, collections, deposits and remittances.
    case clerk
    /// Fund money, awards and disbursements.
    case grants
    /// Bank statements and their matches.
    case reconciler
    /// Closes and reopens periods.
    case approver
    /// Reads everything, writes nothing.
    case auditor
    /// Reads the books and their totals only.
    case `public`
    /// Defines books, grants roles and issues tokens.
    case owner
}

/// A role to be granted to a database login or taken from it.
public struct RoleChange: Hashable, Sendable {
    /// What is done with the role.
    public enum Action: String, Hashable, Sendable, Codable {
        /// The login gets the role.
        case grant
        /// The login loses the role.
        case revoke
    }

    /// The database login.
    public var login: String

    /// The role.
    public var role: LedgerRole

    /// Whether it is granted or revoked.
    public var action: Action

    /// Makes a change of one role of one login.
    public init(_ action: Action, _ role: LedgerRole, login: String) {
        self.action = action
        self.role = role
        self.login = login
    }
}

extension Ledger {
    /// Grants or revokes a role; owners may.
    ///
    /// Refused with `LG601` for an unknown login, `LG602` or `LG603` when it already has or has
    /// not the role, `LG605` for the last owner.
    @discardableResult
    public func change(
        _ change: RoleChange,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(
            .changeRoles,
            [
                "action": .text(change.action.rawValue), "login": .text(change.login),
                "role": .text(change.role.rawValue),
            ],
            options
        )
    }
}
