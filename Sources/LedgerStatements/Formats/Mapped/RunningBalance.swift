/// Follows the balance that stands beside each line.
struct RunningBalance: Sendable {
    let isNewestFirst: Bool
    private(set) var opening: Int64?
    private(set) var closing: Int64?
    /// What the next balance has to be, once one is known.
    private var expected: Int64?
    private var isKnown = false
    /// Lines since the last balance that was stated, or since the beginning.
    private var since = CheckedSum()

    init(isNewestFirst: Bool) { self.isNewestFirst = isNewestFirst }

    /// Takes a line and the balance beside it; tells when the two do not agree.
    mutating func take(_ amount: Int64, stated: Int64?) -> (stated: Int64, found: String)? {
        isNewestFirst ? takeBackwards(amount, stated) : takeForwards(amount, stated)
    }

    private mutating func takeForwards(
        _ amount: Int64,
        _ stated: Int64?
    ) -> (stated: Int64, found: String)? {
        since.add(amount)
        guard let stated else { return nil }
        defer { since = CheckedSum() }
        let before = closing
        closing = stated
        guard let before else {
            opening = since.value.flatMap { stated.subtracting($0) }
            return nil
        }
        let found = since.value.flatMap { before.adding($0) }
        return found == stated ? nil : (stated, found.map(String.init) ?? "more than 64 bits")
    }

    /// The balance beside a line holds after it, so the line above it is not in it.
    private mutating func takeBackwards(
        _ amount: Int64,
        _ stated: Int64?
    ) -> (stated: Int64, found: String)? {
        defer {
            since.add(amount)
            opening = expected.flatMap { known in since.value.flatMap { known.subtracting($0) } }
        }
        guard let stated else { return nil }
        guard isKnown, let last = expected else {
            isKnown = true
            expected = stated
            closing = since.value.flatMap { stated.adding($0) }
            since = CheckedSum()
            return nil
        }
        let found = since.value.flatMap { last.subtracting($0) }
        expected = stated
        since = CheckedSum()
        return found == stated ? nil : (stated, found.map(String.init) ?? "more than 64 bits")
    }
}
