extension Policies {
    /// Every setting by its name, as text that ``init(values:)`` reads back.
    public var values: [String: String] {
        var values: [String: String] = [:]
        for setting in Setting.all { values[setting.name] = setting.text(self) }
        return values
    }

    /// The names of all settings, in alphabetical order.
    public static var names: [String] { Setting.all.map(\.name).sorted() }

    /// The defaults with other values for the settings named.
    ///
    /// Refused with `LG807` for a name that no setting has and a value that it does not take.
    public init(values: [String: String]) throws(LedgerRefusal) {
        self.init()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            try set(name, to: value)
        }
    }

    /// Gives one setting another value, or refuses with `LG807` what it does not take.
    public mutating func set(_ name: String, to value: String) throws(LedgerRefusal) {
        guard let setting = Setting.all.first(where: { $0.name == name }) else {
            let known = Policies.names.joined(separator: ", ")
            throw LedgerRefusal(.settingNotValid, detail: "\(name); known: \(known)")
        }
        guard setting.set(&self, value) else {
            let detail = "\(name): \"\(value.prefix(40))\" is not \(setting.takes)"
            throw LedgerRefusal(.settingNotValid, detail: detail)
        }
    }
}

extension Policies {
    fileprivate subscript(holdDaysOf method: String) -> Int {
        get { holdDays[method] ?? 0 }
        set { holdDays[method] = newValue }
    }
}

/// One setting: its name, the values that it takes, and its place in the policies.
private struct Setting: Sendable {
    let name: String
    let takes: String
    let text: @Sendable (Policies) -> String
    let set: @Sendable (inout Policies, String) -> Bool

    static let all =
        [
            choice("interest_day_count", \.interestDayCount),
            choice("default_penalty_base", \.defaultPenaltyBase),
            flag("gate_holds_for_interest_and_penalties", \.gateHoldsForInterestAndPenalties),
            money("victim_payment_minimum", \.victimPaymentMinimum),
            days("stale_check_days", \.staleCheckDays),
            days("unclaimed_escheat_days", \.unclaimedEscheatDays),
            days("suspense_alert_days", \.suspenseAlertDays),
            days("days_to_deposit", \.daysToDeposit),
            flag("void_by_another", \.voidByAnother),
            money("returned_check_fee", \.returnedCheckFee),
            money("small_refund_minimum", \.smallRefundMinimum),
            money("refund_approval_minimum", \.refundApprovalMinimum),
        ]
        + Policies().holdDays.keys.sorted().map { method in
            days("hold_days_\(method)", \.[holdDaysOf: method])
        }

    private typealias Place<Value> = any WritableKeyPath<Policies, Value> & Sendable

    private static func days(_ name: String, _ place: Place<Int>) -> Setting {
        Setting(
            name: name,
            takes: "a number of days from 0 to 36500",
            text: { String($0[keyPath: place]) },
            set: { policies, text in
                guard let days = Int(text), (0...36_500).contains(days), "\(days)" == text else {
                    return false
                }
                policies[keyPath: place] = days
                return true
            }
        )
    }

    private static func money(_ name: String, _ place: Place<Money>) -> Setting {
        Setting(
            name: name,
            takes: "an amount of dollars, 0 or more",
            text: { $0[keyPath: place].description },
            set: { policies, text in
                do throws(LedgerRefusal) {
                    let money = try Money(parsing: text)
                    guard money >= .zero else { return false }
                    policies[keyPath: place] = money
                    return true
                } catch {
                    return false
                }
            }
        )
    }

    private static func flag(_ name: String, _ place: Place<Bool>) -> Setting {
        Setting(
            name: name,
            takes: "yes or no",
            text: { $0[keyPath: place] ? "yes" : "no" },
            set: { policies, text in
                guard let value = ["yes": true, "no": false][text] else { return false }
                policies[keyPath: place] = value
                return true
            }
        )
    }

    private static func choice<Value: CaseIterable & RawRepresentable & Sendable>(
        _ name: String,
        _ place: Place<Value>
    ) -> Setting where Value.RawValue == String {
        Setting(
            name: name,
            takes: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            text: { $0[keyPath: place].rawValue },
            set: { policies, text in
                guard let value = Value(rawValue: text) else { return false }
                policies[keyPath: place] = value
                return true
            }
        )
    }
}
