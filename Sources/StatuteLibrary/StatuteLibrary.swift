package import LedgerModel

/// The law as data: rules by citation and window, and the profiles of jurisdictions.
package struct StatuteLibrary: Sendable {
    /// All rules, by id and then by their first day.
    package let rules: [StatuteRule]

    /// All profiles, by code.
    package let profiles: [JurisdictionProfile]

    /// Makes a library; throws where two versions of a rule overlap or a profile stands twice.
    package init(
        rules: [StatuteRule],
        profiles: [JurisdictionProfile]
    ) throws(StatuteFileError) {
        self.rules = rules.sorted { ($0.id, $0.effectiveFrom) < ($1.id, $1.effectiveFrom) }
        self.profiles = profiles.sorted { $0.code < $1.code }
        for (earlier, later) in zip(self.rules, self.rules.dropFirst())
        where earlier.id == later.id {
            guard let end = earlier.effectiveTo, end < later.effectiveFrom else {
                throw StatuteFileError(
                    file: later.file,
                    line: later.windowLine,
                    reason: "the window overlaps the one in \(earlier.file)"
                )
            }
        }
        for (first, second) in zip(self.profiles, self.profiles.dropFirst())
        where first.code == second.code {
            throw StatuteFileError(
                file: "profiles",
                line: 1,
                reason: "the profile \(first.code) stands twice"
            )
        }
    }

    /// The version of the rule with this citation or id for a judgment of `date`.
    ///
    /// Refused with `LG206` when there is no such rule, `LG204` when none of its versions was in
    /// force.
    package func rule(
        _ name: String,
        on date: LedgerDate
    ) throws(LedgerRefusal) -> StatuteRule {
        let versions = rules.filter { $0.id == name || $0.citation == name }
        guard !versions.isEmpty else {
            throw LedgerRefusal(.authorityUnknown, detail: name)
        }
        guard let rule = versions.first(where: { $0.isInForce(on: date) }) else {
            let windows = versions.map(\.window).joined(separator: ", ")
            throw LedgerRefusal(
                .authorityOutsideWindow,
                detail: "\(windows), judgment of \(date)"
            )
        }
        return rule
    }

    /// The profile with this code, or `LG805`.
    package func profile(_ code: String) throws(LedgerRefusal) -> JurisdictionProfile {
        guard let profile = profiles.first(where: { $0.code == code }) else {
            throw LedgerRefusal(.jurisdictionUnknown, detail: code)
        }
        return profile
    }
}
