import LedgerModel

extension InterestTerm {
    /// Reads the `interest` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["over", "from_day", "moved_to", "rate", "citation"])
        over = try map.required("over").money()
        fromDay = try map.required("from_day").number(in: 1...366)
        counting = try map.required("moved_to").choice(Counting.self)
        rate = try map.required("rate").choice(Rate.self)
        citation = try map.text("citation")
    }
}

extension LateTerm {
    /// Reads the `late` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "delinquent_after_days", "default_after_days", "penalty_percent", "default_percent",
            "accelerated_due_days", "citation",
        ])
        delinquentAfterDays = try map.required("delinquent_after_days").number(in: 0...366)
        defaultAfterDays = try map.required("default_after_days").number(in: 0...3660)
        delinquencyPenalty = try map.required("penalty_percent").percent()
        defaultPenalty = try map.required("default_percent").percent()
        acceleratedDueDays = try map.required("accelerated_due_days").number(in: 0...366)
        citation = try map.text("citation")
    }
}

extension LiabilityEnd {
    /// Reads the `liability_ends` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping([
            "years_after_judgment", "years_after_release", "at_death", "citation",
        ])
        yearsAfterJudgment = try map.required("years_after_judgment").number(in: 1...100)
        yearsAfterRelease = try map.required("years_after_release").number(in: 1...100)
        endsAtDeath = try map.required("at_death").flag()
        citation = try map.text("citation")
    }
}
