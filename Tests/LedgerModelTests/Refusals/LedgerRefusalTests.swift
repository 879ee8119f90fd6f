import LedgerModel
import Testing

struct LedgerRefusalTests {
    @Test(arguments: LedgerRefusal.Code.allCases)
    func `every code has a name, one line of fact and one sentence of advice`(
        code: LedgerRefusal.Code
    ) {
        #expect(code.rawValue.wholeMatch(of: /LG[0-9]{3}/) != nil)
        #expect(code.name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
        #expect(code.message.hasSuffix(".") && !code.message.contains("\n"))
        #expect(code.hint.hasSuffix(".") && !code.hint.contains("\n"))
    }

    @Test func `names are as different as codes`() {
        let names = Set(LedgerRefusal.Code.allCases.map(\.name))
        #expect(names.count == LedgerRefusal.Code.allCases.count)
    }
}
