extension SpendingRule {
    /// Reads the `spending` of a rule file.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["allowed", "forbidden", "floors", "caps"])
        allowed = try map.texts("allowed")
        forbidden = try map.texts("forbidden")
        floors = try map.list("floors").map(Limit.init)
        caps = try map.list("caps").map(Limit.init)
        for list in ["allowed", "forbidden"] {
            for purpose in try map.list(list) { try purpose.checkPurpose() }
        }
        if let both = allowed.first(where: forbidden.contains) {
            throw node.error("\(both) is both allowed and forbidden")
        }
    }
}

extension SpendingRule.Limit {
    /// Reads one floor or cap.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["purpose", "percent", "of"])
        purpose = try map.text("purpose")
        try map.required("purpose").checkPurpose()
        percent = try map.required("percent").percent()
        base = try map.required("of").choice(Base.self)
    }
}

extension FileNode {
    /// Refuses a purpose outside the vocabulary.
    func checkPurpose() throws(StatuteFileError) {
        _ = try choice(Purpose.self)
    }
}

/// What money can be set apart for.
package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// Services for survivors.
    case survivorServices = "survivor_services"
    /// Police work.
    case lawEnforcement = "law_enforcement"
    /// The work of prosecutors.
    case prosecution
    /// Running the fund itself.
    case administration
    /// Anything lawful.
    case general
    /// Health care and medical items.
    case healthCare = "health_care"
    /// Prevention.
    case prevention
    /// Held for others.
    case custody
}
