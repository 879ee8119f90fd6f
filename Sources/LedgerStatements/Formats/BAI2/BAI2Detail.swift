import LedgerModel

/// What a detail record says, its text aside.
struct BAI2Detail {
    private(set) var code = 0
    private(set) var typeCode = ""
    private(set) var amount: Int64?
    private(set) var fault: StatementFinding.Code?
    private(set) var valueOn: LedgerDate?
    private(set) var valueIsInvalid = false
    private(set) var references: [StatementReference] = []
    /// The field with which the text begins.
    private(set) var textIndex = 0

    init(_ fields: BAI2Fields, near created: LedgerDate?) {
        typeCode = fields.at(1).text
        guard let code = fields.at(1).number, (1...999).contains(code), fields.at(1).count == 3
        else {
            fault = .recordInvalid
            return
        }
        self.code = code
        do {
            let isEmpty = fields.at(2).isEmpty
            amount = isEmpty && code == 890 ? 0 : try MinorUnits.whole(fields.at(2))
        } catch {
            fault = error.code
        }
        if let amount, amount < 0 {
            // The direction is in the code; a sign as well could mean either.
            self.amount = nil
            fault = .amountInvalid
        }
        let all = (0..<fields.count).map { fields.at($0) }
        var rest = all.dropFirst(3)
        if let day = BAI2FundsType.skip(&rest) {
            valueOn = DateField.sixDigits(day, near: created)
            valueIsInvalid = valueOn == nil && !day.isEmpty
        }
        let bank = rest.popFirst() ?? []
        let customer = rest.popFirst() ?? []
        textIndex = fields.count - rest.count
        if !bank.isEmpty { references.append(.init(.bank, bank.text)) }
        guard !customer.isEmpty else { return }
        references.append(.init(.customer, customer.text))
        if code == BAI2TypeCode.checkPaid { references.append(.init(.check, customer.text)) }
        if BAI2TypeCode.deposits.contains(code) {
            references.append(.init(.ticket, customer.text))
        }
    }
}
