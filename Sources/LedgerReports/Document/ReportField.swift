/// One named fact printed with a report: a parameter it was asked with, or a note at its foot.
public struct ReportField: Sendable, Hashable {
    /// The machine name, such as `as_of`; unique within its list.
    public let key: String
    /// The name people read, such as "As of".
    public let label: String
    /// The value as text, already in its machine form (ISO dates, plain numbers).
    public let value: String

    /// Names a fact; the label defaults to the key in words.
    public init(_ key: String, _ value: String, label: String? = nil) {
        self.key = key
        self.label = label ?? Self.words(of: key)
        self.value = value
    }

    private static func words(of key: String) -> String {
        let words = String(key.map { $0 == "_" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
