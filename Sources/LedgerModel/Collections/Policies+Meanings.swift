extension Policies {
    /// What a setting decides.
    public struct Meaning: Hashable, Sendable {
        /// The name of the setting.
        public let name: String
        /// What it decides.
        public let meaning: String
        /// What its value counts: days, dollars, yes or no, or the words to choose from.
        public let unit: String
        /// The law that leaves it open, or the practice that its default follows.
        public let source: String
    }

    /// What every setting decides, in the order of ``names``.
    public static let meanings: [Meaning] =
        ([
            Meaning(
                name: "days_to_deposit",
                meaning: "After so many days undeposited money is late",
                unit: "days",
                source: "31 U.S.C. 3302(c): 3; state audits: 1"
            ),
            Meaning(
                name: "default_penalty_base",
                meaning: "What the penalty of a default is a part of",
                unit: PenaltyBase.allCases.map(\.rawValue).joined(separator: ", "),
                source: "18 U.S.C. 3612(g) is silent"
            ),
            Meaning(
                name: "gate_holds_for_interest_and_penalties",
                meaning: "Whether a gate waits for interest and penalties that arise later",
                unit: "yes, no",
                source: "18 U.S.C. 3014(b) is silent"
            ),
            Meaning(
                name: "interest_day_count",
                meaning: "By how many days a year of interest is divided",
                unit: DayCount.allCases.map(\.rawValue).joined(separator: ", "),
                source: "18 U.S.C. 3612(f) is silent"
            ),
            Meaning(
                name: "refund_approval_minimum",
                meaning: "From which amount a refund takes two persons",
                unit: "dollars",
                source: "the court"
            ),
            Meaning(
                name: "returned_check_fee",
                meaning: "The fee for a returned check; 0.00 for none",
                unit: "dollars",
                source: "the court"
            ),
            Meaning(
                name: "small_refund_minimum",
                meaning: "From which amount an overpayment is refunded unasked",
                unit: "dollars",
                source: "the court"
            ),
            Meaning(
                name: "stale_check_days",
                meaning: "After so many days an uncashed check is void",
                unit: "days",
                source: "the court"
            ),
            Meaning(
                name: "suspense_alert_days",
                meaning: "After so many days money that no debt takes is reported",
                unit: "days",
                source: "the court"
            ),
            Meaning(
                name: "unclaimed_escheat_days",
                meaning: "After so many days unclaimed money goes to the state or Treasury",
                unit: "days",
                source: "28 U.S.C. 2042: five years"
            ),
            Meaning(
                name: "victim_payment_minimum",
                meaning: "From which amount a victim is paid; less waits",
                unit: "dollars",
                source: "practice of federal courts"
            ),
            Meaning(
                name: "void_by_another",
                meaning: "Whether another person than its writer voids a receipt",
                unit: "yes, no",
                source: "the court"
            ),
        ]
        + Policies().holdDays.keys.map { method in
            Meaning(
                name: "hold_days_\(method)",
                meaning: "For how many days money by \(method) is held before it is sent on",
                unit: "days",
                source: "no statute; N.D.N.Y. has 30, cards 120"
            )
        })
        .sorted { $0.name < $1.name }
}
