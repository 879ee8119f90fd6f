import LedgerModel

extension AssessmentTable {
    /// Reads the `assessment` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "basis", "amounts", "reducible_to", "reducible_by", "spares_indigent",
        ])
        let basisNode = try map.required("basis")
        basis = try basisNode.text() == "by_setting" ? nil : basisNode.choice(CountBasis.self)
        rows = try map.required("amounts").list().map(Row.init)
        guard !rows.isEmpty else { throw node.error("an amount is needed here") }
        sparesIndigent = try map["spares_indigent"]?.flag() ?? false
        switch (map["reducible_to"], map["reducible_by"]) {
        case (nil, nil): reduction = .none
        case (let floor?, nil): reduction = .to(try floor.money())
        case (nil, let part?): reduction = try Reduction(part: part)
        case (_, let part?): throw part.error("reducible_to and reducible_by exclude each other")
        }
    }
}

extension AssessmentTable.Reduction {
    /// Reads a part such as `2/3`.
    init(part node: FileNode) throws(StatuteFileError) {
        let numbers = try node.text().split(separator: "/").map { Int64($0) }
        guard numbers.count == 2, let numerator = numbers[0], let denominator = numbers[1],
            numerator > 0, numerator < denominator, denominator <= 1000
        else { throw node.error("a part such as 2/3 is needed here") }
        self = .byPart(numerator: numerator, denominator: denominator)
    }
}

extension AssessmentTable.Row {
    /// Reads one line of `amounts`: either `amount`, or `minimum` and perhaps `maximum`.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "grade", "entity", "priors", "amount", "minimum", "maximum",
        ])
        grade = try map["grade"]?.text()
        isEntity = try map["entity"]?.flag()
        priors = try map["priors"].map(AssessmentTable.Row.priors)
        if let amount = map["amount"] {
            guard map["minimum"] == nil, map["maximum"] == nil else {
                throw node.error("an amount excludes minimum and maximum")
            }
            minimum = try amount.money()
            maximum = minimum
        } else {
            minimum = try map.required("minimum").money()
            maximum = try map["maximum"]?.money()
        }
        guard maximum.map({ $0 >= minimum }) ?? true else {
            throw node.error("the maximum is below the minimum")
        }
    }

    /// Reads `1` for exactly one prior conviction, `2+` for two or more.
    private static func priors(_ node: FileNode) throws(StatuteFileError) -> ClosedRange<Int> {
        let text = try node.text()
        let isOpen = text.hasSuffix("+")
        guard let number = Int(isOpen ? text.dropLast() : text[...]), (0...99).contains(number)
        else { throw node.error("a number of priors such as 1 or 2+ is needed here") }
        return number...(isOpen ? Int.max : number)
    }
}
