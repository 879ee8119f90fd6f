extension Int64 {
    /// The sum, or the end of the range; altered numbers must not stop a verification.
    package func saturatingAdd(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }
}

extension ClosedRange<Int64> {
    /// How many numbers lie between the ends, or the largest number.
    var span: Int64 {
        let (difference, overflow) = upperBound.subtractingReportingOverflow(lowerBound)
        return overflow ? .max : difference
    }
}
