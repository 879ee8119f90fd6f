extension SpendingRule {
    /// Reads the `spending` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["allowed", "forbidden", "floors", "caps"])
        allowed = try SpendingRule.purposes(map, "allowed")
        forbidden = try SpendingRule.purposes(map, "forbidden")
        floors = try map.list("floors").map(Limit.init)
        caps = try map.list("caps").map(Limit.init)
        if let both = allowed.first(where: forbidden.contains) {
            throw node.error("\(both.rawValue) is both allowed and forbidden")
        }
    }

    private static func purposes(
        _ map: FileMapping,
        _ key: String
    ) throws(StatuteFileError) -> [Purpose] {
        try map.list(key).map { node throws(StatuteFileError) in try node.choice(Purpose.self) }
    }
}

extension SpendingRule.Limit {
    /// Reads one floor or cap.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["purpose", "percent", "of"])
        purpose = try map.required("purpose").choice(Purpose.self)
        percent = try map.required("percent").percent()
        base = try map.required("of").choice(Base.self)
    }
}
