import LedgerModel
import Testing

/// The worked cases of splitting, to the cent.
struct SharePlanTests {
    static func plan(_ tiers: (cap: String?, weights: [Int64])...) throws -> SharePlan {
        try SharePlan(
            tiers: tiers.map { tier in
                ShareTier(
                    cap: try tier.cap.map { try Money(parsing: $0) },
                    shares: tier.weights.enumerated().map {
                        Share(weight: $1, recipient: "r\($0)")
                    }
                )
            }
        )
    }

    /// Splits payments one after the other and returns the text of each split.
    static func instalments(_ plan: SharePlan, _ payments: [String]) throws -> [String] {
        var held = [Money](repeating: .zero, count: plan.shareCount)
        return try payments.map { payment in
            let given = try plan.split(Money(parsing: payment), held: held)
            for index in held.indices { held[index] = try held[index] + given[index] }
            return given.map(\.description).joined(separator: " ")
        }
    }

    @Test func `three instalments of a 40-20-40 assessment end exact`() throws {
        let plan = try Self.plan((nil, [40, 20, 40]))
        #expect(
            try Self.instalments(plan, ["250.01", "249.99", "250.00"]) == [
                "100.01 50.00 100.00", "99.99 50.00 100.00", "100.00 50.00 100.00",
            ]
        )
    }

    @Test func `ten payments of 33_33 do not drift`() throws {
        let plan = try Self.plan((nil, [40, 20, 40]))
        let payments = [String](repeating: "33.33", count: 10)
        #expect(
            try Self.instalments(plan, payments).prefix(3) == [
                "13.33 6.67 13.33", "13.34 6.66 13.33", "13.33 6.67 13.33",
            ]
        )
        #expect(try Self.instalments(plan, ["333.30"]) == ["133.32 66.66 133.32"])
        var total = [Money](repeating: .zero, count: 3)
        for payment in payments {
            let given = try plan.split(Money(parsing: payment), held: total)
            total = try zip(total, given).map { try $0 + $1 }
        }
        #expect(total.map(\.description) == ["133.32", "66.66", "133.32"])
    }

    @Test func `a fixed split is paid pro rata or in sequence`() throws {
        let proRata = try Self.plan(("500.00", [200, 200, 100]))
        #expect(
            try Self.instalments(proRata, ["123.45", "376.55"]) == [
                "49.38 49.38 24.69", "150.62 150.62 75.31",
            ]
        )
        let sequential = try Self.plan(("200.00", [1]), ("200.00", [1]), ("100.00", [1]))
        #expect(try Self.instalments(sequential, ["123.45"]) == ["123.45 0.00 0.00"])
        let florida = try Self.plan(("500.00", [1]), ("4,500.00", [1]))
        #expect(try Self.instalments(florida, ["400.00"]) == ["400.00 0.00"])
        #expect(try Self.instalments(florida, ["5000.00"]) == ["500.00 4500.00"])
    }

    @Test func `fixed amounts come before the remainder`() throws {
        let three = try Self.plan(("50.00", [1]), ("300.00", [1, 1, 1]), (nil, [1]))
        #expect(
            try Self.instalments(three, ["1000.00"]) == ["50.00 100.00 100.00 100.00 650.00"]
        )
        let seven = try Self.plan(
            ("50.00", [1]),
            ("300.00", .init(repeating: 1, count: 7)),
            (nil, [1])
        )
        #expect(
            try Self.instalments(seven, ["350.00"]) == [
                "50.00 42.86 42.86 42.86 42.86 42.86 42.85 42.85 0.00"
            ]
        )
        #expect(
            try Self.instalments(seven, ["200.00"]) == [
                "50.00 21.43 21.43 21.43 21.43 21.43 21.43 21.42 0.00"
            ]
        )
    }

    @Test(
        arguments: [
            ([500, 425, 75], "10001.37", "5000.69 4250.58 750.10"),
            ([5, 95], "33.33", "1.67 31.66"), ([5, 95], "2000.00", "100.00 1900.00"),
            ([70, 30], "12345.67", "8641.97 3703.70"), ([70, 30], "900.05", "630.04 270.01"),
            ([475, 475, 50], "1000000.01", "475000.01 475000.00 50000.00"),
            ([100, 10, 5], "1000.00", "869.56 86.96 43.48"),
            ([2, 98], "1234.56", "24.69 1209.87"),
        ] as [([Int64], String, String)]
    )
    func `percentages split to the cent`(weights: [Int64], amount: String, shares: String) throws {
        #expect(try Self.instalments(Self.plan((nil, weights)), [amount]) == [shares])
    }

    @Test func `components stop at their cap`() throws {
        let plan = try Self.plan(("1,000.00", [100, 10, 5]))
        #expect(try Self.instalments(plan, ["1000.00"]) == ["869.56 86.96 43.48"])
        let refusal = #expect(throws: LedgerRefusal.self) {
            try Self.instalments(plan, ["1000.01"])
        }
        #expect(refusal?.detail == "0.01 beyond what the shares may hold")
    }

    @Test func `a returned check takes back its own cents and its replacement repeats them`()
        throws
    {
        let plan = try Self.plan((nil, [40, 20, 40]))
        let held = [19_999, 10_000, 20_000].map { Money(cents: $0) }
        let given = try plan.split(Money(parsing: "250.01"), held: held)
        #expect(given.map(\.description) == ["100.01", "50.00", "100.00"])
    }

    @Test func `a share alone in its tier takes the whole amount`() throws {
        let plan = try Self.plan((nil, [7]))
        #expect(try plan.split(Money.largest, held: [.zero]) == [Money.largest])
    }

    @Test func `a plan that cannot divide money exactly is refused`() {
        #expect(throws: LedgerRefusal.self) { try SharePlan(tiers: []) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [1, 0])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [3, -1])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [1]), ("5.00", [1])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan(("0.00", [1])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [.max, .max - 1])) }
        #expect(throws: LedgerRefusal.self) { try Self.plan((nil, [Money.largest.cents, 1])) }
        #expect(throws: Never.self) { try Self.plan((nil, [4_000_000_000, 1_000_000_000])) }
    }

    @Test func `an impossible split is refused with its code`() throws {
        let plan = try Self.plan(("5.00", [1, 1]))
        let cent = Money(cents: 1)
        func code(_ amount: Money, _ held: [Money]) -> LedgerRefusal.Code? {
            #expect(throws: LedgerRefusal.self) { try plan.split(amount, held: held) }?.code
        }
        #expect(code(Money(cents: 501), [.zero, .zero]) == .sharesNotExact)
        #expect(code(cent, [.zero]) == .sharesNotExact)
        #expect(code(Money(cents: -1), [.zero, .zero]) == .sharesNotExact)
        #expect(code(cent, [Money(cents: -1), .zero]) == .sharesNotExact)
        #expect(code(Money.largest, [cent, .zero]) == .amountTooLarge)
        #expect(code(Money(cents: .max), [cent, .zero]) == .amountTooLarge)
        #expect(try plan.split(.zero, held: [.zero, .zero]) == [.zero, .zero])
    }
}
