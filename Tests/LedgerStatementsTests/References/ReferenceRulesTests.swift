import LedgerStatements
import Testing

struct ReferenceRulesTests {
    static let texts: [(String, [StatementReference])] = [
        ("Receipt No. R-000123 fine", [.init(.receipt, "123")]),
        ("rcpt r 123", [.init(.receipt, "123")]),
        ("DEPOSIT TICKET 0004711", [.init(.ticket, "4711")]),
        ("SF215 VOUCHER 301245", [.init(.voucher, "301245")]),
        ("trace 091000017611242", [.init(.trace, "091000017611242")]),
        ("IMAD: 20260301MMQFMPU8000001", [.init(.imad, "20260301MMQFMPU8000001")]),
        ("WIRE 20260301MMQFMPU8000001 IN", [.init(.imad, "20260301MMQFMPU8000001")]),
        ("CHECK # 00501 PAID", [.init(.check, "501")]),
        ("CASE 4:26-CR-00017 RECEIPT 9", [.init(.docket, "426CR00017"), .init(.receipt, "9")]),
        ("DOCKET 26-CR-00017", [.init(.docket, "26CR00017")]),
        (
            "drawdown DD-44, award 2026-VA-GX-0012",
            [.init(.drawdown, "44"), .init(.award, "2026VAGX0012")]
        ),
        ("RECEIPT 7 RECEIPT 007", [.init(.receipt, "7")]),
        ("no reference at all", []),
        ("RECEIPT PENDING", []),
        ("", []),
    ]

    @Test(arguments: texts)
    func `a text gives its keys in one form`(_ text: String, _ wanted: [StatementReference]) {
        #expect(ReferenceRules.current.references(in: text) == wanted)
    }

    @Test func `what a line states comes before what its text says, each once`() {
        var line = StatementLine(amountMinor: 2500, currency: "USD", byteRange: 0..<1)
        line.references = [.init(.check, "000501"), .init(.bank, "BR-7")]
        line.text = "CHECK 501 RECEIPT R-9"
        let found = ReferenceRules.current.references(of: line)
        #expect(found == [.init(.check, "501"), .init(.bank, "BR7"), .init(.receipt, "9")])
    }

    @Test func `rules have a version`() { #expect(ReferenceRules.current.version == 1) }
}
