import LedgerModel

extension ShareClause {
    /// Reads the `shares` of a rule file.
    static func list(_ node: FileNode) throws(StatuteFileError) -> [ShareClause] {
        let clauses = try node.list().map(ShareClause.init)
        guard !clauses.isEmpty else { throw node.error("a share is needed here") }
        return clauses
    }

    /// Reads one share: a role and exactly one way to say how much.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "recipient", "division", "fallback", "percent", "amount", "component", "remainder",
        ])
        role = try map.text("recipient")
        division = try map["division"]?.choice(Division.self) ?? .single
        fallback = try map["fallback"]?.text()
        let parts = ["percent", "amount", "component", "remainder"].filter { map[$0] != nil }
        guard parts.count == 1, let value = map[parts[0]] else {
            throw node.error("a share is one of percent, amount, component or remainder")
        }
        switch parts[0] {
        case "percent": part = .percent(try value.percent())
        case "amount": part = .amount(try value.positiveMoney())
        case "component": part = .component(Int64(try value.number()))
        default:
            guard try value.flag() else { throw value.error("a remainder is yes or left out") }
            part = .remainder
        }
        if case .component(0) = part { throw value.error("a component is at least 1") }
    }
}

extension FileNode {
    /// A percentage with at most four decimals, in parts of a million.
    func percent() throws(StatuteFileError) -> Int64 {
        let text = try text()
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fault = error(
            "a percentage above 0 and up to 100, at most four decimals, is needed here"
        )
        guard (1...2).contains(parts.count), text.utf8.count <= 8,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } })
        else { throw fault }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.count <= 4,
            let value = Int64(
                parts[0] + decimals + String(repeating: "0", count: 4 - decimals.count)
            ),
            (1...1_000_000).contains(value)
        else { throw fault }
        return value
    }

    /// An amount of more than nothing.
    func positiveMoney() throws(StatuteFileError) -> Money {
        let money = try money()
        guard money.isPositive else { throw error("an amount above 0 is needed here") }
        return money
    }
}
