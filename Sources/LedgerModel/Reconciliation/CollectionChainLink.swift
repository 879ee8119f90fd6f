/// What was collected for a recipient, sent on, and what its own fund took in.
public struct CollectionChainLink: Hashable, Sendable {
    /// The code of the court's fund; empty for money from outside of the jurisdiction.
    public let fund: String
    /// The code of the recipient, or who sent the money from outside.
    public let recipient: String
    /// What was collected for it; nil for money from outside.
    public let collected: Money?
    /// What was sent on, less what was given back.
    public let remitted: Money?
    /// What was collected and not sent on.
    public let waiting: Money?
    /// The code of the recipient's own fund; nil where its books are elsewhere.
    public let receivedBy: String?
    /// What that fund took in.
    public let received: Money?
    /// What its purse has available.
    public let available: Money?

    /// Gathers the facts.
    public init(
        fund: String,
        recipient: String,
        collected: Money?,
        remitted: Money?,
        waiting: Money?,
        receivedBy: String?,
        received: Money?,
        available: Money?
    ) {
        self.fund = fund
        self.recipient = recipient
        self.collected = collected
        self.remitted = remitted
        self.waiting = waiting
        self.receivedBy = receivedBy
        self.received = received
        self.available = available
    }
}
