import LedgerModel
import Testing

@Suite struct SensitiveTextTests {
    @Test(arguments: [
        ("123-45-6789", SensitiveText.socialSecurityNumber),
        ("paid by 123 45 6789, in person", .socialSecurityNumber),
        ("SSN123.45.6789", .socialSecurityNumber),
        ("912-78-1234", .socialSecurityNumber),
        ("123\u{2011}45\u{2011}6789", .socialSecurityNumber),
        ("see 123456789", .socialSecurityNumber),
        ("4111 1111 1111 1111", .cardNumber),
        ("card 4111-1111-1111-1111 declined", .cardNumber),
        ("4111111111111111", .cardNumber),
        ("378282246310005", .cardNumber),
        ("3782 822463 10005", .cardNumber),
        ("4222222222222", .cardNumber),
        ("6304 0000 0000 0000 000", .cardNumber),
        ("no 12 4111\u{A0}1111\u{A0}1111\u{A0}1111 12", .cardNumber),
        ("GB82 WEST 1234 5698 7654 32", .iban),
        ("to GB82WEST12345698765432 today", .iban),
        ("de89-3704-0044-0532-0130-00", .iban),
        ("routing 091000019 account 5551234", .accountNumber),
        ("routing 122105155", .socialSecurityNumber),
        ("account 0012345678", .accountNumber),
    ])
    func `what names a person or opens an account is seen`(text: String, kind: SensitiveText) {
        #expect(SensitiveText.found(in: text) == kind)
    }

    @Test(arguments: [
        "", "returned unpaid", "account ending 1234", "docket 27-CR-24-1004",
        "paid 125.00 on 2024-06-30 and 75.00 on 2024-07-31", "corrected from account 298000",
        "award 15POVC-24-GG-01234-ASSI", "EIN 41-1234567", "call 612-555-0123",
        "12345678 and 87654321", "4111 1111 1111 1112", "GB82 WEST 1234 5698 7654 33",
        "fee 125.00 2024 term", "UEI ABC123DEF456",
    ])
    func `words as courts write them are kept`(text: String) {
        #expect(SensitiveText.found(in: text) == nil)
    }

    @Test(arguments: [
        "1000000001", "202400123456789", "4111111111111111", "27-CR-24-1004", "R-1000000001",
        "2024-00123-45678", "GB82WEST12345698765432", "2024-0012345-123",
    ])
    func `a reference may be digits that stand together`(text: String) {
        #expect(SensitiveText.found(in: text, .reference) == nil)
    }

    @Test(arguments: [
        ("123-45-6789", SensitiveText.socialSecurityNumber), ("4111-1111-1111-1111", .cardNumber),
        ("3782 822463 10005", .cardNumber), ("GB82 WEST 1234 5698 7654 32", .iban),
    ])
    func `a reference is no place for what people write in groups`(
        text: String,
        kind: SensitiveText
    ) {
        #expect(SensitiveText.found(in: text, .reference) == kind)
    }

    @Test(arguments: [
        "4111111111111111", "R-378282246310005", "2223003122003222", "123-45-6789",
        "4111-1111-1111-1111",
    ])
    func `no receipt, ticket or check has a payment card's number`(text: String) {
        #expect(SensitiveText.found(in: text, .slip) != nil)
    }

    @Test(arguments: [
        "202404010000123", "4111111111111112", "0000000000000000", "17", "R-2024-0012345",
    ])
    func `long numbers of receipts are kept`(text: String) {
        #expect(SensitiveText.found(in: text, .slip) == nil)
    }

    @Test func `a request key holds UUIDs and no number of a person`() {
        let uuid = "d15da218-1002-4345-8345-1efabcdef234"
        #expect(SensitiveText.found(in: uuid, .reference) != nil)
        #expect(SensitiveText.found(in: "\(uuid):debt:1", .key) == nil)
        #expect(SensitiveText.found(in: "\(uuid):123-45-6789", .key) != nil)
    }

    @Test func `the refusal names the field and the kind, never the text`() throws {
        let refusal = #expect(throws: LedgerRefusal.self) {
            try SensitiveText.check("from 123-45-6789", in: "memo")
        }
        #expect(refusal?.code == .textSensitive)
        #expect(refusal?.detail == "memo: social_security_number")
    }
}
