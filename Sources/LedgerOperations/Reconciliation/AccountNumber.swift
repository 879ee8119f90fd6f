import Crypto
import LedgerStore

/// The number of a bank account, which is compared and never kept.
struct AccountNumber {
    private let normal: [UInt8]
    /// What may be shown of it.
    let lastFour: String

    /// Letters and digits alone tell accounts apart, without zeros in front.
    init(_ text: String) {
        let bytes = text.uppercased().utf8.filter {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
        }
        normal = Array(bytes.drop { $0 == 0x30 })
        lastFour = String(decoding: normal.suffix(4), as: UTF8.self)
    }

    var isEmpty: Bool { normal.isEmpty }

    /// What is kept in its place: salted SHA-256.
    func commitment(salt: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: salt + normal)) }

    /// The registered number that this is.
    func match(in numbers: [BankAccountNumberRow]) -> BankAccountNumberRow? {
        numbers.first { $0.commitment == commitment(salt: $0.salt) }
    }
}
