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
        let lines = start.split { $0 == 0x0A || $0 == 0x0D }
        func begins(_ words: String...) -> Bool { words.contains { start.starts(with: $0.utf8) } }
        if begins("01,") {
            self = .bai2
        } else if begins("1"), start.at(1..<3).number != nil, start.at(23..<29).number != nil {
            // A file header: priority code and day of making.
            self = .nacha
        } else if begins("!Type:", "!Account", "!Option") {
            self = .qif
        } else if start.contains("<OFX>".utf8) || start.contains("OFXHEADER".utf8) {
            self = .ofx
        } else if start.contains("BkToCstmr".utf8) {
            self = .camt
        } else if begins("{1:") || lines.contains(where: { $0.starts(with: ":20:".utf8) }) {
            self = .mt940
        } else {
            return nil
        }
    }
}
