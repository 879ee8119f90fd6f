import LedgerModel

extension StatuteExample {
    /// Reads one example: `assess` or `split`, and `gives` or `refused`.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["name", "assess", "split", "gives", "refused"])
        name = try map.text("name")
        line = node.line
        switch (map["assess"], map["split"]) {
        case (let facts?, nil): question = .assess(try Facts(facts))
        case (nil, let split?): question = try StatuteExample.split(split)
        default: throw node.error("an example has either assess or split")
        }
        switch (map["gives"], map["refused"]) {
        case (let gives?, nil): expected = .amounts(try StatuteExample.rows(gives))
        case (nil, let refused?):
            expected = .refusal(try refused.choice(LedgerRefusal.Code.self))
        default: throw node.error("an example has either gives or refused")
        }
    }

    private static func split(_ node: FileNode) throws(StatuteFileError) -> Question {
        let map = try node.mapping(["payments", "roles", "weights"])
        let payments = try map.required("payments").list().map { node throws(StatuteFileError) in
            try node.money()
        }
        let roles = try map.required("roles").mapping([]).entries
        var codes: [String: [String]] = [:]
        for (role, list) in roles { codes[role] = try list.texts() }
        var weights: [String: [Int64]] = [:]
        for (role, list) in try map["weights"]?.mapping([]).entries ?? [:] {
            weights[role] = try list.list().map { node throws(StatuteFileError) in
                Int64(try node.number())
            }
        }
        return .split(payments: payments, roles: codes, weights: weights)
    }

    /// Reads one amount, or a list of lists of amounts.
    private static func rows(_ node: FileNode) throws(StatuteFileError) -> [[Money]] {
        if node.isScalar { return [[try node.money()]] }
        return try node.list().map { row throws(StatuteFileError) in
            try row.list().map { cell throws(StatuteFileError) in try cell.money() }
        }
    }
}

extension StatuteExample.Facts {
    /// Reads the facts of an assessment; one count, no priors and a person unless it says else.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "grade", "counts", "priors", "entity", "indigent", "requested", "component",
            "judgment", "basis",
        ])
        grade = try map["grade"]?.text()
        counts = try map["counts"]?.number() ?? 1
        priors = try map["priors"]?.number() ?? 0
        isEntity = try map["entity"]?.flag() ?? false
        isIndigent = try map["indigent"]?.flag() ?? false
        requested = try map["requested"]?.money()
        component = try map["component"]?.money()
        guard requested == nil || component == nil else {
            throw node.error("requested and component exclude each other")
        }
        judgmentOn = try map.required("judgment").date()
        basis = try map["basis"]?.choice(CountBasis.self) ?? .perOffender
    }
}
