extension PaymentOrder {
    /// All orders that a judgment can name.
    public static let all = [federalDefault, federal3612c, federal2259A, stateDefault]

    /// The order called `name`, or nil when there is none.
    public static func named(_ name: String) -> PaymentOrder? { all.first { $0.name == name } }

    /// The order that satisfies sections 3612(c), 2259A(d)(2) and 3014(b) of title 18 together, in
    /// the sequence of the federal judgment form.
    public static let federalDefault = PaymentOrder(
        name: "federal-default",
        ranks: ranks([
            ("18 U.S.C. 3612(c)(1)", [.specialAssessment]),
            ("18 U.S.C. 3612(c)(2)", [.restitution]),
            ("18 U.S.C. 3612(f), (i)", [.restitutionInterest]),
            ("18 U.S.C. 2259A(d)(2)", [.avaaAssessment]),
            ("18 U.S.C. 3612(c)(3)", [.fine]),
            ("18 U.S.C. 3612(f), (i)", [.fineInterest]),
            ("18 U.S.C. 3663(c)", [.communityRestitution]),
            ("18 U.S.C. 3014(b)", [.jvtaAssessment]),
            ("18 U.S.C. 3612(g), (i)", [.penalty]),
            ("18 U.S.C. 3612(c)(3)", [.cost]),
            ("18 U.S.C. 3612(c)(3)", [.surcharge, .fee, .forfeiture]),
        ]),
        gates: [jvtaGate]
    )

    /// Title 18 section 3612(c) alone: assessment, restitution, all the rest; among the rest and
    /// within restitution principal, costs, interest and penalties, as 3612(i) has it.
    public static let federal3612c = PaymentOrder(
        name: "federal-3612c",
        ranks: ranks([
            ("18 U.S.C. 3612(c)(1)", [.specialAssessment]),
            ("18 U.S.C. 3612(c)(2)", [.restitution]),
            ("18 U.S.C. 3612(c)(2), (i)", [.restitutionInterest]),
            (
                "18 U.S.C. 3612(c)(3)",
                [
                    .avaaAssessment, .fine, .communityRestitution, .jvtaAssessment, .surcharge,
                    .fee, .forfeiture,
                ]
            ),
            ("18 U.S.C. 3612(c)(3), (i)", [.cost]),
            ("18 U.S.C. 3612(c)(3), (i)", [.fineInterest]),
            ("18 U.S.C. 3612(c)(3), (i)", [.penalty]),
        ]),
        gates: [jvtaGate]
    )

    /// Title 18 section 2259A(d)(2), for cases with child pornography convictions; within a place
    /// of that list principal, costs, interest and penalties, as 3612(i) has it.
    public static let federal2259A = PaymentOrder(
        name: "federal-2259A",
        ranks: ranks([
            ("18 U.S.C. 2259A(d)(2)", [.specialAssessment]),
            ("18 U.S.C. 2259A(d)(2)", [.restitution]),
            ("18 U.S.C. 2259A(d)(2), 3612(i)", [.restitutionInterest]),
            ("18 U.S.C. 2259A(d)(2)", [.avaaAssessment]),
            ("18 U.S.C. 2259A(d)(2)", [.communityRestitution, .jvtaAssessment]),
            ("18 U.S.C. 2259A(d)(2)", [.fine, .surcharge, .fee, .forfeiture]),
            ("18 U.S.C. 2259A(d)(2), 3612(i)", [.cost]),
            ("18 U.S.C. 2259A(d)(2), 3612(i)", [.fineInterest]),
            ("18 U.S.C. 2259A(d)(2), 3612(i)", [.penalty]),
        ]),
        gates: [jvtaGate]
    )

    /// Where a state's law read so far names no order: what goes to funds set apart comes first,
    /// interest and what only a federal court orders last.
    public static let stateDefault = PaymentOrder(
        name: "state-default",
        ranks: ranks(
            [
                [.surcharge, .specialAssessment], [.restitution, .communityRestitution], [.fine],
                [.fee], [.penalty], [.cost], [.forfeiture],
                [.restitutionInterest, .fineInterest, .avaaAssessment, .jvtaAssessment],
            ].map { ("court policy state-default", $0) }
        ),
        gates: []
    )

    private static let jvtaGate = Gate(
        gated: .jvtaAssessment,
        gating: [.restitution, .avaaAssessment, .fine, .communityRestitution],
        citation: "18 U.S.C. 3014(b)"
    )

    /// The places from 1, each with its section and the kinds that share it.
    private static func ranks(_ places: [(citation: String, kinds: [DebtKind])]) -> [Rank] {
        zip(Int16(1)..., places).flatMap { rank, place in
            place.kinds.map { Rank(kind: $0, rank: rank, citation: place.citation) }
        }
    }
}
