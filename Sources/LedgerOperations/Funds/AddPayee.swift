import Foundation
import LedgerModel
public import LedgerReports
import LedgerStore
import PostgresClient

extension Ledger {
    /// The role of whom a judgment makes whole.
    static let payeeRole = "restitution_payee"

    /// Adds a restitution payee that judgments can name, by the court's own opaque token.
    ///
    /// The token is 1 to 40 small letters, digits and hyphens and never a name. Returns false when
    /// the payee was there already. Refused with `LG804` where the code means somebody else,
    /// `LG002` for whom is no owner, so that whoever pays cannot make the payee alone.
    public func addPayee(_ token: String) async throws -> Bool {
        let books = try await self.books()
        guard try Self.isNew(token, in: books) else { return false }
        try await define(token, books, proposal: nil)
        return true
    }

    /// Proposes a restitution payee, which ``approve(payee:)`` of the entry by another person adds.
    ///
    /// Refused with `LG804` where the code is known already.
    @discardableResult
    public func proposePayee(
        _ token: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        guard try Self.isNew(token, in: await books()) else {
            throw LedgerRefusal(.definitionDiffers, detail: "recipient \(token)")
        }
        let facts = try Self.json(["token": token])
        return try await record(
            .propose,
            ["action": .text(Self.payeeAction), "statement": .text(facts)],
            options
        )
    }

    /// Adds the restitution payee that another person proposed, and returns its token.
    ///
    /// Refused with `LG701` without such a proposal, `LG702` when it was added before, `LG406` for
    /// its own author. Whoever approves is a clerk, an approver or an owner.
    public func approve(payee proposal: Int64) async throws -> String {
        let statement = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) {
                try await $0.proposal(proposal, of: Self.payeeAction)
            }
        }
        guard let statement else {
            throw LedgerRefusal(.proposalUnknown, detail: "proposal \(proposal)")
        }
        let facts = try JSONDecoder().decode([String: String].self, from: Data(statement.utf8))
        let token = facts["token"] ?? ""
        try await define(token, books(), proposal: proposal)
        return token
    }

    private static let payeeAction = "payee_add"

    private static func isNew(_ token: String, in books: StoredBooks) throws -> Bool {
        guard (1...40).contains(token.utf8.count), token.utf8.allSatisfy(isOfToken) else {
            throw LedgerRefusal(.textTooLong, detail: "a token of a-z, 0-9 and -, at most 40")
        }
        guard let stored = books.recipients.first(where: { $0.code == token }) else { return true }
        guard stored.roles == [payeeRole] else {
            throw LedgerRefusal(.definitionDiffers, detail: "recipient \(token)")
        }
        return false
    }

    private func define(_ token: String, _ books: StoredBooks, proposal: Int64?) async throws {
        let definition = PostgresJSON(try Self.json(BookDefinition(payee: token, in: books)))
        _ = try await attempt {
            try await store.withTransaction {
                try await $0.defineBooks(definition, proposal: proposal)
            }
        }
        shelf.keep(nil as StoredBooks?)
    }

    /// The recipients of shares, and the roles that they can have.
    public func recipientList() async throws -> Report {
        let books = try await attempt { try await self.books() }
        return Report(
            name: "recipient_list",
            title: "Recipients",
            parameters: [ReportField("jurisdiction", books.jurisdiction.code)],
            sections: [
                ReportSection(
                    "recipients",
                    columns: [
                        ReportColumn("recipient", "Recipient", .text),
                        ReportColumn("name", "Name", .text),
                        ReportColumn("roles", "Roles", .text),
                    ],
                    rows: books.recipients.map { recipient in
                        ReportRow([
                            .text(recipient.code), .text(recipient.name),
                            .text(recipient.roles.joined(separator: ", ")),
                        ])
                    }
                )
            ]
        )
    }

    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
