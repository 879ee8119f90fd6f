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
    /// `LG002` for whom is no owner, so that whoever pays cannot make the payee.
    public func addPayee(_ token: String) async throws -> Bool {
        guard (1...40).contains(token.utf8.count), token.utf8.allSatisfy(Self.isOfToken) else {
            throw LedgerRefusal(.textTooLong, detail: "a token of a-z, 0-9 and -, at most 40")
        }
        let books = try await self.books()
        if let stored = books.recipients.first(where: { $0.code == token }) {
            guard stored.roles == [Self.payeeRole] else {
                throw LedgerRefusal(.definitionDiffers, detail: "recipient \(token)")
            }
            return false
        }
        let definition = PostgresJSON(
            try Self.json(BookDefinition(payee: token, in: books))
        )
        _ = try await attempt {
            try await store.withTransaction { try await $0.defineBooks(definition) }
        }
        shelf.keep(nil as StoredBooks?)
        return true
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
