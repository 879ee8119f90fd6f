extension PaymentOrder {
    /// All orders that a judgment can name.
    public static let all = [federalDefault, federal3612c, federal2259A, stateDefault]

    /// The order called `name`, or nil when there is none.
    public static func named(_ name: String) -> PaymentOrder? { all.first { $0.name == name } }

    /// The order that satisfies sections 3612(c), 2259A(d)(2) and 3014(b) of title 18 together.
    public static let federalDefault = PaymentOrder(
        name: "federal-default",
        ranks: [
            Rank(kind: .specialAssessment, rank: 1, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .restitution, rank: 2, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .avaaAssessment, rank: 3, citation: "18 U.S.C. 2259A(d)(2)"),
            Rank(kind: .fine, rank: 4, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .jvtaAssessment, rank: 5, citation: "18 U.S.C. 3014(b)"),
            Rank(kind: .penalty, rank: 6, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .cost, rank: 7, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .surcharge, rank: 8, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .fee, rank: 8, citation: "18 U.S.C. 3612(c)"),
            Rank(kind: .forfeiture, rank: 8, citation: "18 U.S.C. 3612(c)"),
        ],
        gates: [jvtaGate]
    )

    /// Title 18 section 3612(c) alone: assessment, restitution, all the rest.
    public static let federal3612c = PaymentOrder(
        name: "federal-3612c",
        ranks: DebtKind.allCases.map { kind in
            let rank: Int16 =
                switch kind {
                case .specialAssessment: 1
                case .restitution: 2
                default: 3
                }
            return Rank(kind: kind, rank: rank, citation: "18 U.S.C. 3612(c)")
        },
        gates: [jvtaGate]
    )

    /// Title 18 section 2259A(d)(2), for cases with child pornography convictions.
    public static let federal2259A = PaymentOrder(
        name: "federal-2259A",
        ranks: DebtKind.allCases.map { kind in
            let rank: Int16 =
                switch kind {
                case .specialAssessment: 1
                case .restitution: 2
                case .avaaAssessment: 3
                case .jvtaAssessment: 4
                default: 5
                }
            return Rank(kind: kind, rank: rank, citation: "18 U.S.C. 2259A(d)(2)")
        },
        gates: [jvtaGate]
    )

    /// Where a state's law read so far names no order: what goes to funds set apart comes first.
    public static let stateDefault = PaymentOrder(
        name: "state-default",
        ranks: [
            Rank(kind: .surcharge, rank: 1, citation: "court policy state-default"),
            Rank(kind: .specialAssessment, rank: 1, citation: "court policy state-default"),
            Rank(kind: .restitution, rank: 2, citation: "court policy state-default"),
            Rank(kind: .fine, rank: 3, citation: "court policy state-default"),
            Rank(kind: .fee, rank: 4, citation: "court policy state-default"),
            Rank(kind: .penalty, rank: 5, citation: "court policy state-default"),
            Rank(kind: .cost, rank: 6, citation: "court policy state-default"),
            Rank(kind: .forfeiture, rank: 7, citation: "court policy state-default"),
            Rank(kind: .avaaAssessment, rank: 8, citation: "court policy state-default"),
            Rank(kind: .jvtaAssessment, rank: 8, citation: "court policy state-default"),
        ],
        gates: []
    )

    private static let jvtaGate = Gate(
        gated: .jvtaAssessment,
        gating: [.restitution, .avaaAssessment, .fine],
        citation: "18 U.S.C. 3014(b)"
    )
}
