/// The ledger saying no: a value with a code, not a failure.
public struct LedgerRefusal: Error, Hashable, Sendable {
    /// Which rule refused.
    public let code: Code

    /// What is refused, one factual line.
    public let message: String

    /// The facts of this case; may be empty.
    public let detail: String

    /// What to do about it, one sentence.
    public let hint: String

    /// Makes a refusal with the message and hint of its code.
    public init(_ code: Code, detail: String = "") {
        self.init(code: code, message: code.message, detail: detail, hint: code.hint)
    }

    /// Makes a refusal with its own words, such as one that the database returned.
    public init(code: Code, message: String, detail: String, hint: String) {
        self.code = code
        self.message = message
        self.detail = detail
        self.hint = hint
    }
}

extension LedgerRefusal: CustomStringConvertible {
    /// Code, message and detail on one line.
    public var description: String {
        detail.isEmpty ? "\(code.rawValue) \(message)" : "\(code.rawValue) \(message) (\(detail))"
    }
}
