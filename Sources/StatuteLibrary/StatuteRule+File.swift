import LedgerModel

extension StatuteRule {
    private static let keys = [
        "id", "jurisdiction", "citation", "title", "source", "as_of", "verified_by", "confidence",
        "window", "debt_kind", "assessment", "shares", "partial_payment", "rounding",
        "remittance", "report", "payment_orders", "gated_by", "interest", "late",
        "ceases_after_years", "liability_ends", "spending", "open_points", "examples",
    ]

    /// Reads one rule file and works its examples; throws what is wrong with it and where.
    package init(yaml text: String, file: String) throws(StatuteFileError) {
        let map = try FileNode(yaml: text, file: file).mapping(StatuteRule.keys)
        let window = try map.required("window").mapping(["from", "to"])
        id = try map.text("id")
        jurisdiction = try map.text("jurisdiction")
        citation = try map.text("citation")
        title = try map.text("title")
        source = try map.text("source")
        asOf = try map.required("as_of").date()
        verifiedBy = try map.text("verified_by")
        confidence = try map.required("confidence").choice(Confidence.self)
        effectiveFrom = try window.required("from").date()
        effectiveTo = try window["to"]?.date()
        debtKind = try map.required("debt_kind").choice(DebtKind.self)
        assessment = try AssessmentTable(map.required("assessment"))
        shares = try ShareClause.list(map.required("shares"))
        partialPayment = try map["partial_payment"]?.choice(PartialPayment.self)
        rounding = try map.required("rounding").choice(Rounding.self)
        remittance = try DueRule(map.required("remittance"))
        report = try map["report"].map(DueRule.init) ?? .unstated
        paymentOrders = try map.required("payment_orders").texts()
        gatedBy = try map.list("gated_by").map { node throws(StatuteFileError) in
            try node.choice(DebtKind.self)
        }
        interest = try map["interest"].map(InterestTerm.init)
        late = try map["late"].map(LateTerm.init)
        ceasesAfterYears = try map["ceases_after_years"]?.number(in: 1...100)
        liabilityEnds = try map["liability_ends"].map(LiabilityEnd.init)
        spending = try map["spending"].map(SpendingRule.init) ?? .free
        openPoints = try map.texts("open_points")
        examples = try map.required("examples").list().map(StatuteExample.init)
        self.file = file
        windowLine = window.node.line
        try check(map, window: window.node)
    }

    /// Checks what no single value shows.
    private func check(_ map: FileMapping, window: FileNode) throws(StatuteFileError) {
        if let effectiveTo, effectiveTo < effectiveFrom {
            throw window.error("the window ends before it begins")
        }
        try checkShares(map.required("shares"), partialNode: map["partial_payment"])
        try checkOrders(map)
        guard !examples.isEmpty else {
            throw try map.required("examples").error("a rule needs examples of its own")
        }
        for result in runExamples() where !result.isAsExpected {
            throw StatuteFileError(
                file: file,
                line: result.example.line,
                reason: "example \"\(result.example.name)\" gives \(result.actual), "
                    + "not \(result.example.expected)"
            )
        }
    }

    private func checkShares(
        _ node: FileNode,
        partialNode: FileNode?
    ) throws(StatuteFileError) {
        var percent: Int64 = 0
        var fixed: Int64 = 0
        var components = 0
        var remainders = 0
        for clause in shares {
            switch clause.part {
            case .percent(let part): percent += part
            case .amount(let amount): fixed += amount.cents
            case .component: components += 1
            case .remainder: remainders += 1
            }
        }
        let shapes = [percent > 0, fixed + Int64(remainders) > 0, components > 0]
        guard shapes.count(where: { $0 }) == 1 else {
            throw node.error("percents, fixed amounts and components cannot be mixed")
        }
        if percent > 0, percent != 1_000_000 {
            throw node.error("the shares add up to \(percentText(percent)) percent, not 100")
        }
        let last = shares.last?.part
        guard remainders == 0 || (remainders == 1 && last == .remainder) else {
            throw node.error("the remainder is the last share and stands once")
        }
        if fixed > 0, remainders == 0, assessment.onlyAmount?.cents != fixed {
            throw node.error(
                "the shares add up to \(Money(cents: fixed)), which is not the amount ordered"
            )
        }
        guard (fixed > 0) == (partialPayment != nil) else {
            let side = fixed > 0 ? "need" : "exclude"
            throw (partialNode ?? node).error("fixed shares alone \(side) partial_payment")
        }
    }

    private func percentText(_ parts: Int64) -> String {
        var digits = String(parts % 10_000)
        digits = String(repeating: "0", count: 4 - digits.count) + digits
        return parts % 10_000 == 0 ? "\(parts / 10_000)" : "\(parts / 10_000).\(digits)"
    }

    private func checkOrders(_ map: FileMapping) throws(StatuteFileError) {
        let node = try map.required("payment_orders")
        guard !paymentOrders.isEmpty else { throw node.error("a payment order is needed here") }
        for name in paymentOrders {
            guard let order = PaymentOrder.named(name) else {
                throw node.error("no payment order is called \(name)")
            }
            let gate = order.gates.first { $0.gated == debtKind }?.gating ?? []
            guard gate == Set(gatedBy) else {
                throw (map["gated_by"] ?? node).error("the order \(name) has another gate")
            }
        }
    }
}
