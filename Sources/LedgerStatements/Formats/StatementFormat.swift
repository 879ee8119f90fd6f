/// The formats of statements that can be read.
package enum StatementFormat: String, CaseIterable, Sendable {
    case bai2, camt, csv, mt940, nacha, ofx, qif

    /// The format that the first bytes of a file speak for; nil when they speak for none.
    ///
    /// A CSV file says nothing about itself, so that it has to be named.
    package init?(detecting bytes: ArraySlice<UInt8>) {
        var start = bytes.prefix(4096)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        start = start.trimmed
        let text = String(decoding: start, as: UTF8.self)
        if text.hasPrefix("01,") {
            self = .bai2
        } else if text.hasPrefix("101") || text.hasPrefix("1 "), start.count >= 40 {
            self = .nacha
        } else if text.hasPrefix("!Type:") || text.hasPrefix("!Account")
            || text.hasPrefix("!Option")
        {
            self = .qif
        } else if text.contains("<OFX>") || text.contains("OFXHEADER") {
            self = .ofx
        } else if text.contains("BkToCstmr") {
            self = .camt
        } else if text.hasPrefix(":20:") || text.hasPrefix("{1:") || text.contains("\n:20:")
            || text.contains("\r:20:")
        {
            self = .mt940
        } else {
            return nil
        }
    }
}
