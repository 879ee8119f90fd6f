import Foundation

/// What every writing command may be told besides its own facts.
public struct CommandOptions: Hashable, Sendable {
    /// Names the command for ever; sent again under the same key it gets the same answer.
    public var requestKey: String

    /// A remark kept with the entry, at most 200 characters, never about a person.
    public var memo: String?

    /// Whether everything is checked and nothing kept.
    public var isDryRun: Bool

    /// Whether what stands unsealed is sealed after the command; one who writes much at a time
    /// leaves that to a sealer that runs beside.
    public var sealsAfterwards = true

    /// Makes options; without a key the command is a new one.
    public init(requestKey: String? = nil, memo: String? = nil, isDryRun: Bool = false) {
        self.requestKey = requestKey ?? UUID().uuidString.lowercased()
        self.memo = memo
        self.isDryRun = isDryRun
    }
}

/// What the ledger recorded for a command.
public struct Recorded: Hashable, Sendable {
    /// The identity of the journal entry inside the ledger.
    public let entry: Int64

    /// The number under which reports and proofs name the entry; nil while it is not sealed.
    public let number: Int64?

    /// The key under which the command can be repeated.
    public let requestKey: String

    /// The name by which people know the result, such as a ticket; nil in most replays.
    public let reference: String?

    /// Whether the command had been recorded before and this is its earlier answer.
    public let isReplay: Bool

    /// Whether nothing was kept.
    public let isDryRun: Bool
}
