import Foundation
import LedgerModel
import LedgerOperations
import PostgresClient

/// A file of collections through the door, against raw COPY of the very same rows.
struct BulkLoad {
    private let bench: BenchLedger

    init(_ bench: BenchLedger) { self.bench = bench }

    /// Loads about as many postings as there are collections to come: the small size of reports.
    func warmUp() async throws {
        let count = bench.collections * 225 / 1_000
        _ = try await load(count, ImportFile(source: "warm"))
    }

    func run(into results: inout Results) async throws {
        let count = bench.collections
        let before = peakMemory()
        let (done, door) = try await seconds {
            try await load(count, ImportFile(source: "bench"))
        }
        let peak = peakMemory()
        precondition(done.recorded == count, "\(done)")
        let (mapped, byMapping) = try await seconds { try await loadMapped(count) }
        precondition(mapped.recorded == count, "\(mapped)")

        let folder = try await export()
        let same = try await copyBack(folder, intoSameTables: true)
        let bare = try await copyBack(folder, intoSameTables: false)
        try FileManager.default.removeItem(atPath: folder)
        let rate = Double(count) / door
        results.add(
            "Bulk load of \(count) collections",
            [
                ["way", "seconds", "collections", "door as a share of it"],
                ["CSV through the door, sealed", door.digits(1), rate.perSecond, ""],
                [
                    "the same by a mapping, with control totals", byMapping.digits(1),
                    (Double(count) / byMapping).perSecond, (byMapping / door).digits(2),
                ],
                [
                    "COPY of the same rows into the same tables", same.digits(1),
                    (Double(count) / same).perSecond, (same / door).digits(2),
                ],
                [
                    "COPY of the same rows into bare tables", bare.digits(1),
                    (Double(count) / bare).perSecond, (bare / door).digits(2),
                ],
            ],
            notes: [
                "Peak memory of the loading process: \(peak) MB (\(before) MB before the load).",
                "The rows are header, receipt, postings and sealed entry of each collection; "
                    + "the door also orders, splits, checks every docket and seals.",
                "What bounds it: the server's executor. Besides writing it judges every line "
                    + "and every docket, and seals; COPY does the writing alone.",
            ]
        )
    }

    private func load(
        _ count: Int,
        _ file: ImportFile,
        header: String = "docket,amount,date,number,method"
    ) async throws -> ImportProgress {
        try await bench.clerk.importCollections(
            ImportCollections(file),
            opening: {
                var file = CollectionFileMaker(bench, count: count, header: header)
                return { file.next() }
            }
        )
    }

    /// A file of the same lines under other names, with values to translate and totals to check.
    private func loadMapped(_ count: Int) async throws -> ImportProgress {
        let mapping = try ImportMapping(
            yaml: """
                kind: collection
                source: mapped
                fields:
                  docket: { column: Case }
                  amount: { column: Paid, decimal: point, grouping: none }
                  date: { column: On, format: YYYY-MM-DD }
                  number: { column: Receipt }
                  method: { column: How, values: { check: ach, cash: cash } }
                """,
            file: "mapped.yaml"
        )
        return try await load(
            count,
            ImportFile(
                source: mapping.source,
                mapping: mapping,
                expectedLines: count,
                expectedSum: Money(cents: 3_333 * Int64(count))
            ),
            header: "Case,Paid,On,Receipt,How"
        )
    }

    private static let tables = ["journal_entry", "receipt", "posting", "sealed_entry"]

    private func export() async throws -> String {
        let folder = "\(bench.server.folder)-rows"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: false
        )
        let connection = try await bench.server.open()
        for table in Self.tables {
            let key = table == "journal_entry" ? "id" : "entry_id"
            let path = "\(folder)/\(table)"
            try Data().write(to: URL(fileURLWithPath: path))
            guard let file = FileHandle(forWritingAtPath: path) else { continue }
            try await connection.copyOut(
                """
                COPY (SELECT t.* FROM ledger.\(table) AS t
                JOIN ledger.receipt AS r ON r.entry_id = t.\(key) AND r.source = 'bench'
                ORDER BY t.\(key)) TO STDOUT (FORMAT binary)
                """
            ) { try file.write(contentsOf: $0) }
            try file.close()
        }
        await connection.close()
        return folder
    }

    private func copyBack(_ folder: String, intoSameTables: Bool) async throws -> Double {
        let admin = try await bench.server.open()
        try await admin.execute("CREATE DATABASE floor")
        let conninfo = bench.server.conninfo(database: "floor")
        let ledger = Ledger.open(conninfo)
        try await ledger.migrate()
        await ledger.close()
        let connection = try await bench.server.open(database: "floor")
        try await connection.execute("SET session_replication_role = replica")
        if !intoSameTables {
            for table in Self.tables {
                try await connection.runScript(
                    "CREATE TABLE public.\(table) (LIKE ledger.\(table))"
                )
            }
        }
        let schema = intoSameTables ? "ledger" : "public"
        let (_, time) = try await seconds {
            for table in Self.tables {
                guard let file = FileHandle(forReadingAtPath: "\(folder)/\(table)") else {
                    continue
                }
                try await connection.copyIn("COPY \(schema).\(table) FROM STDIN (FORMAT binary)") {
                    let bytes = try file.read(upToCount: 1 << 18)
                    return bytes.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
                }
            }
        }
        await connection.close()
        try await admin.execute("DROP DATABASE floor")
        await admin.close()
        return time
    }
}

/// Writes the file piece by piece, so that no more than a piece is ever in memory.
private struct CollectionFileMaker {
    private let dockets: Int
    private let count: Int
    private let header: String
    private var line = 0

    init(
        _ bench: BenchLedger,
        count: Int,
        header: String = "docket,amount,date,number,method"
    ) {
        dockets = bench.dockets
        self.count = count
        self.header = header
    }

    mutating func next() -> [UInt8]? {
        guard line < count else { return nil }
        var text = line == 0 ? header + "\n" : ""
        let last = min(line + 2_000, count)
        while line < last {
            let day = 1 + (line * 28 / count)
            let days = day < 10 ? "0\(day)" : "\(day)"
            text += "B-\(line % dockets),33.33,2025-02-\(days),R\(1_000_000_000 + line),check\n"
            line += 1
        }
        return Array(text.utf8)
    }
}
