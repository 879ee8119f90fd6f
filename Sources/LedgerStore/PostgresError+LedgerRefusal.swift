package import LedgerModel
package import PostgresClient

extension PostgresError {
    /// What the ledger refused, when it was the ledger that raised this error.
    package var refusal: LedgerRefusal? {
        // A door that is closed to all roles of the login.
        if sqlstate == "42501" { return LedgerRefusal(.roleMissing, detail: message) }
        guard let sqlstate, let code = LedgerRefusal.Code(rawValue: sqlstate) else { return nil }
        return LedgerRefusal(
            code: code,
            message: message,
            detail: detail ?? "",
            hint: hint ?? code.hint
        )
    }
}
