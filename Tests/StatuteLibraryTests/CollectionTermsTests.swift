import LedgerModel
import StatuteLibrary
import Testing

/// What the shipped rules say about time: remittance, reports, interest, lateness, the end.
struct CollectionTermsTests {
    let library: StatuteLibrary

    init() throws { library = try StatuteLibrary.shipped() }

    private func rule(_ id: String) throws -> StatuteRule {
        try #require(library.rules.first { $0.id == id })
    }

    @Test(
        arguments: [
            ("il-5-9-1.21", "2024-01-31", "2024-02-29"),
            ("il-5-9-1.21", "2023-01-31", "2023-02-28"),
            ("il-5-9-1.21", "2024-12-05", "2025-01-05"),
            ("wa-9A.88.120", "2024-01-01", "2024-06-30"),
            ("wa-9A.88.120", "2024-03-31", "2024-06-30"),
            ("wa-9.68A.105", "2024-04-01", "2024-09-30"),
            ("wa-9.68A.105", "2024-11-15", "2025-03-31"),
            ("tx-169.005", "2024-01-01", "2024-04-30"),
            ("tx-169.005", "2024-06-30", "2024-07-31"),
            ("tx-169.005", "2024-12-31", "2025-01-31"),
            ("us-3014", "2024-11-15", nil),
        ] as [(String, String, String?)]
    )
    func `money is due to its recipient by the day of the statute`(
        id: String,
        received: String,
        due: String?
    ) throws {
        let rule = try rule(id)
        #expect(try rule.remittanceDue(receivedOn: LedgerDate(iso: received))?.description == due)
    }

    @Test(
        arguments: [
            ("2024-08-14", "2024-08-15"), ("2024-08-15", "2025-08-15"),
            ("2024-12-31", "2025-08-15"),
        ]
    )
    func `Massachusetts wants a report each August`(day: String, due: String) throws {
        let rule = try rule("ma-10-66A")
        #expect(try rule.reportDue(after: LedgerDate(iso: day))?.description == due)
        #expect(try self.rule("us-3013").reportDue(after: LedgerDate(iso: day)) == nil)
    }

    @Test func `beyond the calendar nothing is due`() throws {
        let rule = try rule("il-5-9-1.21")
        let refusal = #expect(throws: LedgerRefusal.self) {
            try rule.remittanceDue(receivedOn: .latest)
        }
        #expect(refusal?.code == .dateNotValid)
    }

    @Test(arguments: ["us-3571", "us-3663A"])
    func `fines and restitution bear interest and penalties`(id: String) throws {
        let rule = try rule(id)
        let interest = try #require(rule.interest)
        #expect(interest.over == Money(cents: 250_000))
        #expect(interest.fromDay == 15 && interest.counting == .federalBusinessDay)
        #expect(interest.rate == .fixedPerJudgment && interest.citation == "18 U.S.C. 3612(f)")
        let late = try #require(rule.late)
        #expect(late.delinquentAfterDays == 30 && late.defaultAfterDays == 90)
        #expect(late.delinquencyPenalty == 100_000 && late.defaultPenalty == 150_000)
        #expect(late.acceleratedDueDays == 30)
        #expect(late.citation == "18 U.S.C. 3612(g), 3572(h), (i)")
    }

    @Test func `liability ends by the statute and not by itself`() throws {
        for id in ["us-3571", "us-3663A", "us-3014"] {
            let end = try #require(rule(id).liabilityEnds)
            #expect(end.yearsAfterJudgment == 20 && end.yearsAfterRelease == 20)
            #expect(end.endsAtDeath == (id != "us-3663A") && end.citation == "18 U.S.C. 3613(b)")
        }
        #expect(try rule("us-3013").ceasesAfterYears == 5)
        #expect(library.rules.filter { $0.ceasesAfterYears != nil }.map(\.id) == ["us-3013"])
        #expect(
            library.rules.filter { $0.interest != nil }.map(\.id) == ["us-3571", "us-3663A"]
        )
    }

    @Test func `the federal courts have three days to deposit and others one`() throws {
        #expect(try library.profile("us").policies.daysToDeposit == 3)
        for profile in library.profiles where profile.code != "us" {
            #expect(profile.policies == Policies(), "\(profile.code)")
        }
    }
}
