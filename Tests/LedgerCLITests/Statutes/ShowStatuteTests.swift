import LedgerCLI
import Testing

/// What a rule says beside its amounts and shares is shown in words.
struct ShowStatuteTests {
    @Test(
        arguments: [
            ("us-3571", "interest on more than 2500.00, from day 15 after judgment"),
            ("us-3571", "late delinquent after 30 days: 10 %; in default after 90 more days: 15 %"),
            ("us-3571", "liability ends 20 years after judgment or 20 years after release"),
            ("us-3013", "ceases 5 years after judgment"),
            ("us-3014", "waits for restitution, avaa_assessment, fine, community_restitution"),
            ("us-3014", "indigent person owes nothing"),
            ("us-3014", "due per count or once, as the jurisdiction settles"),
            ("us-3663A", "100 %, as the judgment says"),
            ("mn-609.3241", "may be reduced to 100.00, which cannot be waived"),
            ("wa-9A.88.120", "may be reduced by at most 2/3"),
            ("wa-9A.88.120", "sent on within 3 months after the quarter"),
            ("wa-9A.88.120", "promoting any 2 or more 10,000.00 10,000.00"),
            ("il-5-9-1.21", "sent on within 1 month of receipt"),
            ("il-5-9-1.21", "part payment one share after the other"),
            ("il-5-9-1.21", "investigating_agency 300.00, equally"),
            ("ma-10-66A", "report each year by month 8, day 15"),
            ("ma-10-66A", "at most 5 % of assets for administration"),
            ("tx-169.005", "victim_services_fund 10 parts"),
        ]
    )
    func `what a rule says is shown`(rule: String, words: String) async {
        let run = await CommandRun.of(["statute", "show", rule])
        #expect(run.status == .done, "\(run.diagnostics)")
        let lines = run.output.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains { $0.contains(words) }, "\(run.output)")
    }

    @Test func `what a rule does not say is left out`() async {
        let output = await CommandRun.of(["statute", "show", "nj-2C:34-1.2"]).output
        for term in ["interest", "late", "ceases", "liability ends", "sent on", "waits for"] {
            #expect(!output.contains("\n\(term) "), "\(term)")
        }
    }
}
