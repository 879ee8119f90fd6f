import LedgerModel
import StatuteLibrary
import Testing

struct ShippedRulesTests {
    let library: StatuteLibrary

    init() throws { library = try StatuteLibrary.shipped() }

    @Test func `every statute is there and reproduces its own examples`() {
        #expect(
            library.rules.map(\.id) == [
                "ca-236.4", "ca-266k-a", "ca-266k-b", "co-18-21-103", "fl-796.07-6",
                "ga-15-21-208", "hi-706-650.5", "il-5-9-1.21", "ky-529.130", "ky-529.150",
                "la-15:539.2", "ma-10-66A", "mn-609.101-2", "mn-609.3241", "nj-2C:34-1.2",
                "pa-3013", "tx-169.005", "us-2259A", "us-3013", "us-3014", "us-3571", "us-3663A",
                "wa-9.68A.105", "wa-9A.40.100", "wa-9A.88.120",
            ]
        )
        for rule in library.rules {
            let results = rule.runExamples()
            #expect(results.count >= 2, "\(rule.id)")
            for result in results {
                #expect(result.isAsExpected, "\(rule.id): \(result.example.name)")
            }
        }
    }

    @Test func `every profile resolves the roles of the law that its court applies`() throws {
        #expect(
            library.profiles.map(\.code) == [
                "us", "us-ca", "us-co", "us-fl", "us-ga", "us-hi", "us-il", "us-ky", "us-la",
                "us-ma", "us-mn", "us-mn-hennepin", "us-nj", "us-pa", "us-tx", "us-wa",
            ]
        )
        for profile in library.profiles where profile.funds.contains(where: \.kind.isCustodial) {
            for rule in library.rules where profile.lawOf.contains(rule.jurisdiction) {
                let plan = try rule.sharePlan(resolving: profile.recipientsByRole)
                let codes = Set(profile.recipients.map(\.code))
                #expect(plan.shares.allSatisfy { codes.contains($0.recipient) }, "\(rule.id)")
            }
        }
    }

    @Test func `every rule says where it was read and what it leaves open`() {
        for rule in library.rules {
            #expect(rule.source.hasPrefix("https://") && !rule.verifiedBy.isEmpty, "\(rule.id)")
            #expect(!rule.openPoints.isEmpty, "\(rule.id)")
            #expect(
                library.profiles.contains { $0.lawOf.contains(rule.jurisdiction) },
                "\(rule.id)"
            )
        }
    }

    @Test func `New Jersey collects for itself and Hennepin for others`() throws {
        let jersey = try library.profile("us-nj").recipients.filter { $0.ownFund != nil }
        #expect(jersey.map(\.code) == ["survivors-fund"])
        let hennepin = try library.profile("us-mn-hennepin").recipients
        #expect(hennepin.count == 6 && hennepin.allSatisfy { $0.ownFund == nil })
        #expect(try library.profile("us-mn").funds.map(\.kind) == [.specialRevenue])
    }

    @Test func `the federal fund keeps its two purses apart`() throws {
        let fund = try #require(library.profile("us").funds.first { $0.code == "dtvf" })
        #expect(fund.purposes.map(\.purpose) == [.survivorServices, .healthCare])
        #expect(fund.purposes[0].forbids == [.healthCare])
        let rule = try library.rule("18 U.S.C. 3014", on: LedgerDate(iso: "2024-01-02"))
        #expect(!rule.spending.allows(.healthCare))
        #expect(rule.spending.allows(.survivorServices))
        #expect(!rule.spending.allows(.general))
    }

    @Test func `count basis changes the assessment and not the special assessment`() throws {
        let date = try LedgerDate(iso: "2020-06-01")
        let assessment = try library.rule("us-3013", on: date)
        let jvta = try library.rule("us-3014", on: date)
        func amount(
            _ rule: StatuteRule,
            _ counts: Int,
            _ basis: CountBasis,
            isEntity: Bool = false
        ) throws -> String {
            try rule.assess(
                grade: "felony",
                counts: counts,
                priors: 0,
                isEntity: isEntity,
                requested: nil,
                judgmentOn: date,
                countBasis: basis
            ).description
        }
        #expect(try amount(assessment, 3, .perOffender) == "300.00")
        #expect(try amount(jvta, 3, .perCount) == "15000.00")
        #expect(try amount(jvta, 3, .perOffender) == "5000.00")
        #expect(try amount(assessment, 2, .perOffender) == "200.00")
        #expect(try amount(jvta, 2, .perCount) == "10000.00")
        #expect(try amount(jvta, 2, .perOffender) == "5000.00")
        #expect(try amount(assessment, 3, .perOffender, isEntity: true) == "1200.00")
        #expect(try amount(jvta, 3, .perOffender, isEntity: true) == "5000.00")
    }

    @Test func `an unknown rule, a closed window and an unknown jurisdiction are refused`() throws {
        let after = try LedgerDate(iso: "2025-10-01")
        func code(_ work: () throws -> some Any) -> LedgerRefusal.Code? {
            #expect(throws: LedgerRefusal.self) { _ = try work() }?.code
        }
        #expect(code { try library.rule("us-9999", on: after) } == .authorityUnknown)
        #expect(code { try library.rule("18 U.S.C. 3014", on: after) } == .authorityOutsideWindow)
        #expect(code { try library.profile("us-xx") } == .jurisdictionUnknown)
        let rule = try library.rule("us-3014", on: LedgerDate(iso: "2025-09-30"))
        #expect(
            code {
                try rule.assess(
                    grade: nil,
                    counts: 0,
                    priors: 0,
                    isEntity: false,
                    requested: nil,
                    judgmentOn: rule.effectiveFrom,
                    countBasis: .perCount
                )
            } == .amountOutsideStatute
        )
        #expect(
            code {
                try rule.assess(
                    grade: nil,
                    counts: .max,
                    priors: 0,
                    isEntity: false,
                    requested: nil,
                    judgmentOn: rule.effectiveFrom,
                    countBasis: .perCount
                )
            } == .amountTooLarge
        )
    }

    @Test func `a role with too few or too many recipients is refused`() throws {
        let rule = try library.rule("nj-2C:34-1.2", on: LedgerDate(iso: "2024-10-01"))
        var roles = try library.profile("us-nj").recipientsByRole
        roles["program_provider"] = ["one", "two"]
        let many = #expect(throws: LedgerRefusal.self) { try rule.sharePlan(resolving: roles) }
        #expect(many?.code == .recipientRoleUnresolved)
        roles["program_provider"] = nil
        let none = #expect(throws: LedgerRefusal.self) { try rule.sharePlan(resolving: roles) }
        #expect(none?.detail == "N.J.S. 2C:34-1.2: program_provider")
    }
}
