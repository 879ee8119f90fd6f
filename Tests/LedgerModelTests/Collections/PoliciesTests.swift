import LedgerModel
import Testing

struct PoliciesTests {
    static let defaults = [
        "days_to_deposit": "1", "default_penalty_base": "instalment",
        "gate_holds_for_interest_and_penalties": "no", "hold_days_ach": "0",
        "hold_days_card": "0", "hold_days_cash": "0", "hold_days_check": "0",
        "hold_days_other": "0", "hold_days_wire": "0", "interest_day_count": "actual_365",
        "refund_approval_minimum": "0.00", "returned_check_fee": "0.00",
        "small_refund_minimum": "0.00",
        "stale_check_days": "365", "suspense_alert_days": "30",
        "unclaimed_escheat_days": "1827", "victim_payment_minimum": "25.00",
        "void_by_another": "no",
    ]

    @Test func `every setting has a default that is stored as text`() {
        #expect(Policies().values == Self.defaults)
        #expect(Policies.names == Self.defaults.keys.sorted())
    }

    @Test(
        arguments: [
            ("interest_day_count", "actual_366"), ("default_penalty_base", "accelerated"),
            ("gate_holds_for_interest_and_penalties", "yes"), ("hold_days_card", "120"),
            ("victim_payment_minimum", "0.01"), ("stale_check_days", "180"),
            ("unclaimed_escheat_days", "1095"), ("suspense_alert_days", "36500"),
            ("days_to_deposit", "3"), ("returned_check_fee", "30.00"),
            ("small_refund_minimum", "5.00"), ("void_by_another", "yes"),
            ("refund_approval_minimum", "100.00"),
        ]
    )
    func `a setting that is stored is read back`(name: String, value: String) throws {
        let policies = try Policies(values: [name: value])
        #expect(policies != Policies())
        #expect(policies.values == Self.defaults.merging([name: value]) { $1 })
        #expect(try Policies(values: policies.values) == policies)
    }

    @Test(
        arguments: [
            ("patience", "30", "patience; known: days_to_deposit, default_penalty_base"),
            ("hold_days_shells", "30", "hold_days_shells; known:"),
            ("interest_day_count", "30_360", "is not one of actual_365, actual_366"),
            ("default_penalty_base", "", "is not one of instalment, accelerated"),
            ("gate_holds_for_interest_and_penalties", "true", "\"true\" is not yes or no"),
            ("stale_check_days", "-1", "is not a number of days from 0 to 36500"),
            ("stale_check_days", "36501", "is not a number of days"),
            ("stale_check_days", "+5", "is not a number of days"),
            ("hold_days_cash", "1.5", "hold_days_cash: \"1.5\" is not a number of days"),
            ("returned_check_fee", "none", "is not an amount of dollars, 0 or more"),
            ("returned_check_fee", "-1.00", "is not an amount of dollars"),
        ]
    )
    func `an unknown name and a value that is not taken are refused with what is`(
        name: String,
        value: String,
        detail: String
    ) {
        let refusal = #expect(throws: LedgerRefusal.self) {
            try Policies(values: [name: value])
        }
        #expect(refusal?.code == .settingNotValid)
        #expect(refusal?.detail.contains(detail) == true, "\(refusal?.detail ?? "")")
    }
}
