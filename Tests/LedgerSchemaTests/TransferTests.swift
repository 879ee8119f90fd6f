import PostgresClient
import Testing

/// Transfers into the federal fund at the door, year by year.
@Suite struct TransferTests {
    /// What (d) transferred for each year, and what (h)(1) then transfers, in cents (W-20 b).
    private static let years: [(year: Int, collected: Int64, health: Int64)] = [
        (2021, 159_654_800, 500_000_000),
        (2022, 217_995_700, 500_000_000),
        (2023, 500_000_001, 500_000_001),
        (2024, 1_234_567_890, 1_234_567_890),
        (2025, 3_100_000_000, 3_000_000_000),
    ]

    @Test func `the health transfer equals the other within its limits (W-20 b)`() async throws {
        let court = try await Self.court()
        try await court.with("grants") { grants in
            for (year, collected, health) in Self.years {
                let call = """
                    probe.collect('\(year)', 'T', \(collected),
                        '[{"debt":1,"shares":[\(collected)]}]', p_on => '\(year)-03-01')
                    """
                let outcome = try await court.with("clerk") { try await $0.outcome(call) }
                #expect(outcome == "accepted")
                #expect(
                    try await grants.outcome(
                        """
                        probe.transfer('d \(year)', '{"through":"\(year)-06-30",
                            "effective_on":"\(year)-06-30"}')
                        """
                    ) == "accepted"
                )
                for round in ["h", "again"] {
                    #expect(
                        try await grants.outcome(
                            """
                            probe.transfer('\(round) \(year)', '{"clause":"3014(h)(1)",
                                "through":null,"year":\(year),"effective_on":"\(year)-07-01"}')
                            """
                        ) == "accepted"
                    )
                }
                let moved = try await grants.value(
                    """
                    SELECT string_agg(concat_ws(' ', clause, basis_cents, amount_cents), ', '
                        ORDER BY entry_id)
                    FROM ledger.fund_transfer WHERE extract(year FROM covers_through) = \(year)
                    """,
                    as: String.self
                )
                #expect(
                    moved == """
                        3014(d) \(Self.upTo(year)) \(collected), \
                        3014(h)(1) \(collected) \(health), 3014(h)(1) \(collected) 0
                        """
                )
            }
        }
    }

    @Test func `of eight transfers at once one moves money`() async throws {
        let court = try await Self.court()
        try await court.with("clerk") { clerk in
            try await clerk.run(
                "SELECT probe.collect('c', 'T', 7, '[{\"debt\":1,\"shares\":[7]}]')"
            )
        }
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for client in 0..<8 {
                group.addTask {
                    try await court.with("grants") {
                        try await $0.outcome("probe.transfer('\(client)')")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: "accepted", count: 8))
        let amounts = try await court.with("auditor") { auditor in
            try await auditor.value(
                """
                SELECT string_agg(amount_cents::text, ' ' ORDER BY entry_id)
                FROM ledger.fund_transfer
                """,
                as: String.self
            )
        }
        #expect(amounts == "7 0 0 0 0 0 0 0")
    }

    /// Everything collected up to the end of a year.
    private static func upTo(_ year: Int) -> Int64 {
        years.filter { $0.year <= year }.map(\.collected).reduce(0, +)
    }

    private static func court() async throws -> Court {
        let court = try await Court.open()
        let purse = #"{"fund":"dtvf","year":0,"allowed":["survivor_services"],"purpose":"#
        try await court.with("owner") { owner in
            try await owner.run(
                """
                SELECT ledger_api.define_books('{
                    "purposes": [{"code":"survivor_services"}, {"code":"health_care"}],
                    "purses": [\(purse)"survivor_services"}, \(purse)"health_care"}],
                    "authorities": [{"rule":"us-3014","version":"1","citation":"18 U.S.C. 3014",
                        "source":"x","debt_kind":"surcharge","effective_from":"2000-01-01",
                        "share_roles":["agency"],
                        "rule_digest":"\(String(repeating: "00", count: 32))"}]
                }')
                """
            )
        }
        try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                SELECT probe.open('t', 'T', p_judgment_on => '2020-01-01');
                SELECT probe.assess('a', 'T', 'us-3014', 6000000000, '{police}');
                """
            )
        }
        return court
    }
}
