/// One recipient's part of a tier, in proportion to its weight.
public struct Share: Hashable, Sendable, Codable {
    /// The part of this share relative to the other weights of its tier; at least 1.
    public let weight: Int64

    /// The role, or once resolved the code, of whoever receives the share.
    public let recipient: String

    /// Makes a share of `weight` for `recipient`.
    public init(weight: Int64, recipient: String) {
        self.weight = weight
        self.recipient = recipient
    }
}
