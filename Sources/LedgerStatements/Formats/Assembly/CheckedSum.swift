/// A sum that knows when it no longer fits.
struct CheckedSum: Hashable, Sendable {
    /// The sum; nil once it has left 64 bits.
    private(set) var value: Int64? = 0

    mutating func add(_ amount: Int64?) {
        guard let amount else { return }
        value = value?.adding(amount)
    }

    mutating func subtract(_ amount: Int64?) {
        guard let amount else { return }
        value = value?.subtracting(amount)
    }
}

extension Int64 {
    func adding(_ other: Int64) -> Int64? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }

    func subtracting(_ other: Int64) -> Int64? {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? nil : difference
    }

    func multiplied(by other: Int64) -> Int64? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }

    var negated: Int64? { Int64(0).subtracting(self) }
}
