import Crypto
public import Foundation
import LedgerModel
import LedgerStore

/// A new token of a service; shown once, since only its hash is kept.
public struct IssuedToken: Sendable {
    /// What was recorded; its reference is the label.
    public let recorded: Recorded

    /// The secret to be presented.
    public let secret: String
}

extension Ledger {
    /// Issues a token for a role until it expires; owners may.
    ///
    /// Refused with `LG109` when it would have expired already, `LG602` for a label in use.
    public func issueToken(
        _ label: String,
        for role: LedgerRole,
        until expiry: Date,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> IssuedToken {
        guard expiry > clock() else {
            throw LedgerRefusal(.dateNotValid, detail: "it would have expired already")
        }
        let secret = Self.newSecret()
        let hash = SHA256.hash(data: Array(secret.utf8))
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            .joined()
        let recorded = try await record(
            .changeTokens,
            [
                "action": .text("issue"), "expires_at": .text(expiry.formatted(.iso8601)),
                "hash": .text(hash), "label": .text(label), "role": .text(role.rawValue),
            ],
            options
        )
        return IssuedToken(recorded: recorded, secret: secret)
    }

    /// Takes a token out of force; `LG604` when there is none of this label.
    @discardableResult
    public func revokeToken(
        _ label: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(
            .changeTokens,
            [
                "action": .text("revoke"), "expires_at": .text(nil), "hash": .text(nil),
                "label": .text(label), "role": .text(nil),
            ],
            options
        )
    }

    /// 32 random bytes in the alphabet of URLs.
    private static func newSecret() -> String {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return bytes.base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
