/// Where one field lies within the bytes of its record.
package struct CSVField: Hashable, Sendable {
    /// The first byte of the field, its opening quote included.
    let start: Int
    /// The bytes of its content, without the quotes around it.
    let content: Range<Int>
    /// Whether the content has doubled quotes that stand for one.
    let hasDoubledQuotes: Bool
}
