import LedgerModel

/// Decides what was altered from how a block differs from what its entries hash to.
struct BlockJudge {
    /// A table with rows too few or too many, to be explained when the whole ledger is known.
    struct RowCount {
        let wrong: OpenBlock.WrongEntry
        let block: Int64
        let table: Int
        let surplus: Int
    }

    let tables: [SealedTable]
    private let code: String
    var tally = VerificationTally()
    private(set) var rowCounts: [RowCount] = []
    private(set) var gaps: [Range<Int64>] = []
    private(set) var missingBlocks: [(number: Int64, previousHash: [UInt8])] = []
    private(set) var blocks: Int64 = 0
    private(set) var previous: BlockHeader?
    private var isCodeDoubtful: Bool
    private var isUncovered = false

    init(tables: [SealedTable], code: String?) {
        self.tables = tables
        self.code = code ?? ""
        isCodeDoubtful = code == nil
    }

    /// Whether the hash of a block fits its other columns.
    func vouches(_ header: BlockHeader) -> Bool {
        header.computedHash(code: code) == header.hash
    }

    mutating func judgeGap(_ numbers: Range<Int64>) { gaps.append(numbers) }

    mutating func judgeUncovered(_ number: Int64) {
        guard !isUncovered else { return }
        isUncovered = true
        tally.found(
            .chain,
            VerificationFinding(
                entryNumber: number,
                table: "block",
                explanation: "entries from number \(number) are sealed in no block"
            )
        )
    }

    mutating func judgeOrder(_ number: Int64, _ block: OpenBlock) {
        tally.found(
            .numbers,
            VerificationFinding(
                entryNumber: number,
                blockNumber: block.header.number,
                table: "sealed_entry",
                columns: ["number", "entry_id"],
                explanation: "entry \(number) is older than the entry numbered before it"
            )
        )
    }

    /// An entry outside every block has no column digests that could say more.
    mutating func judgeWrong(_ wrong: OpenBlock.WrongEntry) {
        tally.found(
            .entries,
            VerificationFinding(
                entryNumber: wrong.number,
                table: "journal_entry",
                explanation: "the content of entry \(wrong.number) differs from its leaf hash"
            )
        )
    }

    mutating func judge(_ block: OpenBlock, next: BlockHeader?) {
        blocks += 1
        isUncovered = false
        let number = block.header.number
        let expected = (previous?.number ?? 0).saturatingAdd(1)
        if number > expected {
            missingBlocks.append((expected, previous?.hash ?? LeafFormat.genesis))
        }
        if number == expected || vouches(block.header) {
            let judged = judgeContent(block)
            judgeHeader(block, next: next, judged: judged)
        }
        previous = block.header
    }
}

// What the entries of a block say.
extension BlockJudge {
    private struct Judged {
        /// What is known to be wrong already, and so explains more that is.
        var contentIsOff = false
        var postingsAreOff = false
        var columns: [String] = []
    }

    private mutating func judgeContent(_ block: OpenBlock) -> Judged {
        tally.checked(.roots)
        let comparable = block.isOrdered && block.isComplete
        let gone = block.wrong.filter { $0.tables == 0 }
        let wrong = block.wrong.filter { $0.tables != 0 }
        for entry in gone { judgeGone(entry, block) }
        let differences = comparable && gone.isEmpty ? block.differences(tables) : []
        let rootFits = block.tree.root == block.header.rootHash
        if !wrong.isEmpty { judgeWrong(wrong, block, differences, rootFits: rootFits) }
        var judged = Judged()
        judged.contentIsOff = !comparable || block.wrongCount > 0
        judged.postingsAreOff =
            !comparable || !gone.isEmpty || differences.contains { isTable($0, "posting") }
        if differences.contains(where: { isTable($0, "jurisdiction") }) { isCodeDoubtful = true }
        guard !judged.contentIsOff else { return judged }
        if !rootFits {
            judgeRoot(block, differences, &judged)
        } else if block.computedDigests(tables) != block.header.columnDigests {
            judged.columns.append("column_digests")
            judged.postingsAreOff = true
        }
        return judged
    }

    private func isTable(_ difference: OpenBlock.Difference, _ name: String) -> Bool {
        tables[difference.table].name == name
    }

    private mutating func judgeGone(_ entry: OpenBlock.WrongEntry, _ block: OpenBlock) {
        tally.found(
            .entries,
            VerificationFinding(
                entryNumber: entry.number,
                blockNumber: block.header.number,
                table: "sealed_entry",
                columns: ["entry_id"],
                explanation: "number \(entry.number) names entry id \(entry.id), which has no rows"
            )
        )
    }

    private mutating func judgeWrong(
        _ wrong: [OpenBlock.WrongEntry],
        _ block: OpenBlock,
        _ differences: [OpenBlock.Difference],
        rootFits: Bool
    ) {
        for entry in wrong {
            let own = differences.filter {
                $0.surplus < 0 || entry.tables & (1 << UInt128($0.table)) != 0
            }
            for difference in own { judge(difference, of: entry, block) }
            guard own.isEmpty else { continue }
            tally.found(
                .entries,
                VerificationFinding(
                    entryNumber: entry.number,
                    blockNumber: block.header.number,
                    table: rootFits ? "sealed_entry" : "journal_entry",
                    columns: rootFits ? ["leaf_hash"] : [],
                    explanation: rootFits
                        ? "the leaf hash of entry \(entry.number) was altered, its content not"
                        : "the content of entry \(entry.number) differs from its leaf hash"
                )
            )
        }
    }

    private mutating func judge(
        _ difference: OpenBlock.Difference,
        of entry: OpenBlock.WrongEntry,
        _ block: OpenBlock
    ) {
        let (table, number) = (tables[difference.table].name, block.header.number)
        guard difference.surplus == 0 else {
            rowCounts.append(
                RowCount(
                    wrong: entry,
                    block: number,
                    table: difference.table,
                    surplus: difference.surplus
                )
            )
            return
        }
        let columns = difference.columns.joined(separator: ", ")
        tally.found(
            .entries,
            VerificationFinding(
                entryNumber: entry.number,
                blockNumber: number,
                table: table,
                columns: difference.columns,
                explanation: "entry \(entry.number) was altered in \(table): \(columns)"
            )
        )
    }

    private mutating func judgeRoot(
        _ block: OpenBlock,
        _ differences: [OpenBlock.Difference],
        _ judged: inout Judged
    ) {
        guard !differences.isEmpty else {
            judged.columns.append("root_hash")
            return
        }
        let (first, last) = (block.numbers.lowerBound, block.numbers.upperBound - 1)
        for difference in differences {
            let table = tables[difference.table].name
            tally.found(
                .roots,
                VerificationFinding(
                    blockNumber: block.header.number,
                    table: table,
                    columns: difference.columns,
                    explanation: "among entries \(first) to \(last), \(table) was altered and "
                        + "the leaf hash rewritten with it"
                )
            )
        }
    }
}

// What the header of a block says.
extension BlockJudge {
    private mutating func judgeHeader(_ block: OpenBlock, next: BlockHeader?, judged: Judged) {
        tally.checked(.chain)
        let header = block.header
        var columns = judged.columns
        if header.firstEntryNumber != block.numbers.lowerBound {
            columns.append("first_entry_number")
        }
        if block.numbers.lowerBound.saturatingAdd(Int64(header.entryCount))
            != block.numbers.upperBound
        {
            columns.append("entry_count")
        }
        if !judged.postingsAreOff {
            let postings = tables.firstIndex { $0.name == "posting" }
            let count = postings.map { block.digests[$0].rows } ?? 0
            if header.postingCount != count { columns.append("posting_count") }
            if header.postedCents != String(block.postedCents) { columns.append("posted_cents") }
        }
        if breaksChain(header) { columns.append("previous_hash") }
        if columns.isEmpty { columns = unexplained(header, next) }
        guard !columns.isEmpty else { return }
        let list = columns.joined(separator: ", ")
        tally.found(
            .chain,
            VerificationFinding(
                blockNumber: header.number,
                table: "block",
                columns: columns,
                explanation: "the header of block \(header.number) does not hold: \(list)"
            )
        )
    }

    private func breaksChain(_ header: BlockHeader) -> Bool {
        guard let previous else {
            return header.number == 1 && header.previousHash != LeafFormat.genesis
        }
        guard header.number == previous.number.saturatingAdd(1), !isCodeDoubtful else {
            return false
        }
        return header.previousHash != previous.hash
            && header.previousHash != previous.computedHash(code: code)
    }

    /// A hash that does not fit although every column that can be recomputed does.
    private func unexplained(_ header: BlockHeader, _ next: BlockHeader?) -> [String] {
        let computed = header.computedHash(code: code)
        guard computed != header.hash, !isCodeDoubtful else { return [] }
        guard let next, next.number == header.number.saturatingAdd(1) else {
            return ["sealed_at", "hash"]
        }
        if next.previousHash == header.hash { return ["sealed_at"] }
        return next.previousHash == computed ? ["hash"] : ["sealed_at", "hash"]
    }
}
