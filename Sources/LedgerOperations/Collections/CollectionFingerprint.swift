import Crypto
import LedgerModel

/// What tells one collection from another under the same request key.
///
/// Eight bytes of SHA-256 for the kind and for each field by name, equal to
/// `ledger_api.fingerprint`; the origin stands at the end, and only when it is no ordinary
/// payment. A batch repeats few texts and many of them, so it remembers. The docket stands in it
/// by its number, never by the court's reference, which can be expunged.
struct CollectionFingerprint {
    private let prefix: [UInt8]
    private let source: [UInt8]
    private let origin: [UInt8]
    private var days: [LedgerDate: [UInt8]] = [:]
    private var methods: [String: [UInt8]] = [:]
    private static let null = digest("\u{1}")

    init(source: String, origin: String = MoneyOrigin.payment.rawValue) {
        prefix = Self.digest("collection")
        self.source = Self.digest(source)
        self.origin = origin == MoneyOrigin.payment.rawValue ? [] : Self.digest(origin)
    }

    mutating func of(_ line: CollectionLine, docket: Int64?) -> [UInt8] {
        var bytes = prefix
        bytes.reserveCapacity(80)
        bytes += Self.digest(String(line.amount.cents))
        bytes += docket.map { Self.digest(String($0)) } ?? Self.null
        bytes += Self.remembered(line.effectiveOn, in: &days) { $0.description }
        bytes += line.memo.map(Self.digest) ?? Self.null
        bytes += Self.remembered(line.method, in: &methods) { $0 }
        bytes += line.number.map(Self.digest) ?? Self.null
        bytes += line.payerReference.map(Self.digest) ?? Self.null
        bytes += source
        bytes += origin
        return bytes
    }

    private static func remembered<Key: Hashable>(
        _ key: Key,
        in known: inout [Key: [UInt8]],
        text: (Key) -> String
    ) -> [UInt8] {
        if let bytes = known[key] { return bytes }
        let bytes = digest(text(key))
        known[key] = bytes
        return bytes
    }

    private static func digest(_ text: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)).prefix(8))
    }
}
