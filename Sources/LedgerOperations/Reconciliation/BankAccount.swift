import Crypto
import LedgerModel
import LedgerStore
import PostgresClient

/// An account at a bank or the Treasury that proves what a fund has there.
public struct BankAccount: Hashable, Sendable {
    /// The name under which statements are imported: lower-case letters, digits and hyphens.
    public var code: String
    /// The fund whose money lies there.
    public var fund: String
    /// The currency, three letters.
    public var currency: String
    /// The last characters of the numbers by which files name it.
    public var lastFour: [String]

    /// Describes an account.
    public init(_ code: String, fund: String, currency: String = "USD", lastFour: [String] = []) {
        self.code = code
        self.fund = fund
        self.currency = currency
        self.lastFour = lastFour
    }
}

extension Ledger {
    /// Registers a bank account under the number by which files name it, or a further number.
    ///
    /// The number itself leaves this process as salted SHA-256 and its last four characters.
    /// Refused with `LG801` for a fund without a bank or cash account, `LG804` when the code or
    /// the number is another account's.
    @discardableResult
    public func add(
        _ account: BankAccount,
        number: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        guard let fund = try await books().funds.first(where: { $0.code == account.fund }) else {
            throw LedgerRefusal(.fundUnknown, detail: account.fund)
        }
        let number = AccountNumber(number)
        guard !number.isEmpty else { throw LedgerRefusal(.textTooLong, detail: "number") }
        let numbers = try await attempt {
            try await store.withTransaction { try await $0.bankAccountNumbers() }
        }
        if let known = number.match(in: numbers), known.account != account.code {
            throw LedgerRefusal(
                .definitionDiffers,
                detail: "the number that ends in \(number.lastFour) names \(known.account)"
            )
        }
        // The same for the same command, so that it can be repeated.
        let salt = Array(SHA256.hash(data: Array("salt \(options.requestKey)".utf8)).prefix(16))
        return try await record(
            .addBankAccounts,
            [
                "code": .text(account.code), "fund": .number(Int64(fund.id)),
                "currency": .text(account.currency), "last_four": .text(number.lastFour),
                "salt": .text(salt.map(BankText.hex).joined()),
                "commitment": .text(number.commitment(salt: salt).map(BankText.hex).joined()),
            ],
            options
        )
    }

    /// The bank accounts, by code.
    public func bankAccounts() async throws -> [BankAccount] {
        let rows = try await attempt {
            try await store.withTransaction { try await $0.bankAccountNumbers() }
        }
        var accounts: [BankAccount] = []
        for row in rows {
            if accounts.last?.code != row.account {
                accounts.append(BankAccount(row.account, fund: row.fund, currency: row.currency))
            }
            let last = accounts.count - 1
            if !accounts[last].lastFour.contains(row.lastFour) {
                accounts[last].lastFour.append(row.lastFour)
            }
        }
        return accounts
    }
}
