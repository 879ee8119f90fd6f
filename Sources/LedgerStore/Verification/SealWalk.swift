import LedgerModel
import PostgresClient

/// Walks along the numbers of sealed entries and recomputes every leaf, tree and block.
struct SealWalk {
    /// So many entries are in memory at once.
    private static let run: Int64 = 8192

    let jurisdiction: Int32
    let lastNumber: Int64
    private let hasher: EntryHasher
    private var seals = CopiedRows()
    private var queue: BlockQueue
    private var next: BlockHeader?
    private var open: OpenBlock?
    private var isPastBlocks = false
    private var expectedNumber: Int64 = 1
    private var endOfBlocks: Int64 = 1
    private(set) var judge: BlockJudge

    init(tables: [SealedTable], jurisdiction: Int32, code: String?, lastNumber: Int64) {
        self.jurisdiction = jurisdiction
        self.lastNumber = lastNumber
        hasher = EntryHasher(tables: tables, jurisdiction: jurisdiction)
        queue = BlockQueue(jurisdiction: jurisdiction)
        judge = BlockJudge(tables: tables, code: code)
    }

    mutating func walk(_ connection: isolated PostgresConnection) async throws {
        var last = Int64.min
        while let seals = try await loadRun(after: last, connection) {
            for seal in seals {
                try await step(seal, connection)
                last = seal.number
            }
        }
        while try await openNext(connection) {}
    }

    private struct Seal {
        let number: Int64
        let id: Int64
        let leaf: [UInt8]
    }

    private mutating func loadRun(
        after last: Int64,
        _ connection: isolated PostgresConnection
    ) async throws -> [Seal]? {
        let copy = """
            COPY (
                SELECT number, entry_id, leaf_hash FROM ledger.sealed_entry
                WHERE jurisdiction_id = \(jurisdiction) AND number > \(last)
                ORDER BY number LIMIT \(Self.run)
            ) TO STDOUT (FORMAT binary)
            """
        try await seals.load(copy, of: "sealed_entry", entryPosition: 1, connection)
        var run: [Seal] = []
        run.reserveCapacity(seals.entries.count)
        for index in seals.entries.indices {
            seals.cursor = index
            seals.bytes.withUnsafeBytes { bytes in
                var number: Int64 = 0
                var leaf: [UInt8] = []
                seals.values(in: bytes) { column, value in
                    guard let value else { return }
                    if column == 0 { number = Int64(network: value, at: 0) }
                    if column == 2 { leaf = Array(value) }
                }
                run.append(Seal(number: number, id: seals.entries[index], leaf: leaf))
            }
        }
        guard let first = run.first, let end = run.last else { return nil }
        let low = seals.entries.min() ?? first.id
        let high = seals.entries.max() ?? end.id
        try await hasher.load(
            numbers: first.number...end.number,
            ids: low...high,
            connection
        )
        return run
    }

    private mutating func step(
        _ seal: Seal,
        _ connection: isolated PostgresConnection
    ) async throws {
        while !isPastBlocks, seal.number >= open?.numbers.upperBound ?? Int64.min {
            _ = try await openNext(connection)
        }
        expect(seal.number)
        expectedNumber = seal.number.saturatingAdd(1)
        judge.tally.checked(.numbers)
        judge.tally.checked(.entries)
        let block = open.flatMap { $0.numbers.contains(seal.number) ? $0 : nil }
        if block == nil { judge.judgeUncovered(seal.number) }
        if let block, seal.id <= block.lastID {
            block.isOrdered = false
            judge.judgeOrder(seal.number, block)
        }
        let (leaf, tables) = hasher.hash(seal.id, into: block)
        block?.tree.append(leaf)
        block?.seen += 1
        block?.lastID = seal.id
        guard leaf != seal.leaf else { return }
        let wrong = OpenBlock.WrongEntry(number: seal.number, id: seal.id, tables: tables)
        if let block { block.addWrong(wrong) } else { judge.judgeWrong(wrong) }
    }

    /// Numbers between the expected one and this one are missing.
    private mutating func expect(_ number: Int64) {
        guard number > expectedNumber else { return }
        judge.judgeGap(expectedNumber..<number)
        expectedNumber = number
    }

    /// Closes the open block and opens the one behind it; false at the end of the chain.
    private mutating func openNext(_ connection: isolated PostgresConnection) async throws -> Bool {
        if let block = open {
            expect(block.numbers.upperBound)
            judge.judge(block, next: next)
            open = nil
        }
        guard let (header, following) = try await queue.take(connection) else {
            isPastBlocks = true
            return false
        }
        next = following
        let numbers = numbers(of: header)
        endOfBlocks = numbers.upperBound
        open = OpenBlock(header, numbers: numbers, tables: hasher.tables)
        return true
    }

    /// Which entries a block holds: by its own word when its hash vouches for it, else by the
    /// blocks around it.
    private func numbers(of header: BlockHeader) -> Range<Int64> {
        if judge.vouches(header) {
            let start = max(header.firstEntryNumber, endOfBlocks)
            return start..<max(start, header.endNumber)
        }
        let end = next.map(\.firstEntryNumber) ?? lastNumber.saturatingAdd(1)
        return endOfBlocks..<max(endOfBlocks, end)
    }
}
