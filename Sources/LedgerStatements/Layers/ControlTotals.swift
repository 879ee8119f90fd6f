/// What a reader counted and summed, and how that compares with what the file says.
package struct ControlTotals: Hashable, Sendable {
    /// All lines, booked or not.
    package var lineCount = 0
    /// Booked lines into the account and their sum in minor units.
    package var creditCount = 0
    package var creditsMinor: Int64 = 0
    /// Booked lines out of the account and their sum in minor units, not below zero.
    package var debitCount = 0
    package var debitsMinor: Int64 = 0
    /// The controls in the file, in the order in which it states them.
    package var checks: [ControlCheck] = []

    package init() {}

    /// What the booked lines change; nil where that is more than 64 bits hold.
    package var netMinor: Int64? {
        let (net, overflow) = creditsMinor.subtractingReportingOverflow(debitsMinor)
        return overflow ? nil : net
    }
}

/// One control: what the file states and what was found.
package struct ControlCheck: Hashable, Sendable {
    package let control: String
    package let stated: Int64
    package let found: Int64

    package var holds: Bool { stated == found }
}
