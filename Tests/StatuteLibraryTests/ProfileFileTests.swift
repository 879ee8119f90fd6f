import LedgerModel
import StatuteLibrary
import Testing

/// A sound profile file, spoiled in one place at a time.
struct ProfileFileTests {
    static let sound = """
        code: us-xx
        name: Example
        time_zone: America/Chicago
        fiscal_year_start_month: 7
        count_basis: per_count
        policies: {days_to_deposit: 3, hold_days: {card: 60, cash: 1}}
        payment_order: state-default
        law_of: [us-xx]
        funds:
          - {code: court, name: Court, kind: custodial, purposes: [{purpose: custody, year: 0}]}
          - {code: own, name: Own, kind: special_revenue, purposes: [{purpose: general, year: 0}]}
        recipients:
          - {code: own, name: Own, roles: [fund], own_fund: {fund: own, purpose: general}}
          - {code: city, name: City, roles: [arresting_agency]}
        """

    @Test func `a sound profile says who plays which role`() throws {
        let profile = try JurisdictionProfile(yaml: Self.sound, file: "jurisdiction.yaml")
        #expect(profile.recipients(playing: "fund") == ["own"])
        #expect(profile.recipientsByRole == ["fund": ["own"], "arresting_agency": ["city"]])
        #expect(profile.recipients[0].ownFund?.fund == "own")
        #expect(profile.policies.daysToDeposit == 3)
        #expect(profile.policies.holdDays["card"] == 60 && profile.policies.holdDays["cash"] == 1)
        #expect(profile.policies.holdDays["check"] == 0)
    }

    @Test(
        arguments: [
            ("America/Chicago", "Chicago", 3, "no time zone"),
            ("start_month: 7", "start_month: 13", 4, "1 to 12"),
            ("start_month: 7", "start_month: 7.0", 4, "a whole number"),
            ("days_to_deposit: 3", "days_to_deposit: soon", 6, "\"soon\" is not a number of days"),
            ("days_to_deposit: 3", "days_off: 3", 6, "days_off; known: days_to_deposit"),
            ("{card: 60,", "{shells: 60,", 6, "hold_days_shells; known:"),
            ("{card: 60, cash: 1}", "60", 6, "a mapping of keys"),
            ("{days_to_deposit: 3,", "{stale_check_days: [3],", 6, "a single value"),
            ("state-default", "mine", 7, "no payment order"),
            ("kind: custodial", "kind: purse", 10, "custodial_federal"),
            ("purpose: custody", "purpose: general", 10, "custodial fund has the purpose"),
            ("{code: own, name: Own, kind", "{code: court, name: Own, kind", 11, "twice"),
            ("[{purpose: general, year: 0}]", "[]", 11, "needs a purpose"),
            ("{fund: own, purpose: general}", "{fund: own, purpose: custody}", 13, "no fund own"),
            ("code: city", "code: own", 14, "stands twice"),
            ("code: us-xx", "code: us-xx\ncolour: red", 2, "unknown key"),
        ] as [(String, String, Int, String)]
    )
    func `a spoiled profile is refused at its line with the reason`(
        old: String,
        new: String,
        line: Int,
        reason: String
    ) {
        let text = Self.sound.replacing(old, with: new, maxReplacements: 1)
        let error = #expect(throws: StatuteFileError.self) {
            try JurisdictionProfile(yaml: text, file: "jurisdiction.yaml")
        }
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func `a profile without policies has the defaults`() throws {
        let lines = Self.sound.split(separator: "\n").filter { !$0.hasPrefix("policies") }
        let text = lines.joined(separator: "\n")
        let profile = try JurisdictionProfile(yaml: text, file: "jurisdiction.yaml")
        #expect(profile.policies == Policies())
    }

    @Test func `two profiles of one jurisdiction are refused`() throws {
        let profile = try JurisdictionProfile(yaml: Self.sound, file: "jurisdiction.yaml")
        #expect(throws: StatuteFileError.self) {
            try StatuteLibrary(rules: [], profiles: [profile, profile])
        }
    }
}
