import Foundation
import LedgerModel
import LedgerOperations
import PostgresClient

/// One durable collection at a time, against pgbench inserting the same rows in one function.
struct SingleCollections {
    private static let seconds = 6.0
    private let bench: BenchLedger

    init(_ bench: BenchLedger) { self.bench = bench }

    func run(into results: inout Results) async throws {
        let connection = try await bench.server.open()
        let like: Int64 = try await connection.execute(
            "SELECT max(entry_id) FROM ledger.receipt WHERE source = 'bench'"
        )[0].decode(at: 0)
        try await connection.runScript(Self.floorFunction(like: like))
        await connection.close()
        var rows = [["connections", "collections", "pgbench, the same inserts", "share"]]
        for connections in [1, 4, 16] {
            let ours = try await collect(connections)
            let floor = try pgbench(connections)
            rows.append(
                ["\(connections)", ours.perSecond, floor.perSecond, (ours / floor).digits(2)]
            )
        }
        results.add(
            "Single durable collections",
            rows,
            notes: [
                "A collection is two round trips: lock and read, then check, write and commit.",
                "What bounds it: the processor. The two calls run some dozens of small "
                    + "statements, each under row security, and client and server share the cores.",
            ]
        )
    }

    private func collect(_ connections: Int) async throws -> Double {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(Self.seconds)
        let dockets = bench.dockets
        let clerk = bench.clerk
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<connections {
                group.addTask {
                    var done = 0
                    var options = CommandOptions()
                    options.sealsAfterwards = false
                    while clock.now < end {
                        let docket = "B-\((worker * 7_919 + done * 31) % dockets)"
                        var collection = RecordCollection(
                            Money(cents: 25),
                            on: docket,
                            by: .cash
                        )
                        collection.source = "till-\(worker)"
                        options.requestKey = "single:\(connections):\(worker):\(done)"
                        try await clerk.record(collection, options)
                        done += 1
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(count) / Self.seconds
    }

    private func pgbench(_ connections: Int) throws -> Double {
        let script = "\(bench.server.folder).pgbench"
        try "\\set k random(1, 1000000000000)\nSELECT public.insert_same_rows('floor:' || :k);\n"
            .write(toFile: script, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: script) }
        let output = try outputOf(
            "\(bench.server.programs)/pgbench",
            [
                "--no-vacuum", "--protocol=prepared", "--file=\(script)",
                "--client=\(connections)", "--jobs=2",
                // By count: a time limit needs SIGALRM, which Process leaves blocked.
                "--transactions=\(12_000 / connections)",
                bench.server.conninfo(),
            ]
        )
        let line = output.split(separator: "\n").first { $0.hasPrefix("tps = ") } ?? ""
        return Double(line.dropFirst(6).prefix { $0.isNumber || $0 == "." }) ?? 0
    }

    /// Inserts the rows of the collection `like` again, and nothing else.
    private static func floorFunction(like: Int64) -> String {
        """
        CREATE FUNCTION public.insert_same_rows(p_key text) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            v_id bigint := nextval('ledger.entry_id');
            v_like CONSTANT bigint := \(like);
        BEGIN
            PERFORM set_config('redress.door', '1', true);
            INSERT INTO ledger.journal_entry
            SELECT v_id, docket_id, NULL, clock_timestamp(), jurisdiction_id, principal_id, NULL,
                effective_on, posted_on, kind, outcome, p_key, fingerprint, NULL
            FROM ledger.journal_entry WHERE jurisdiction_id = 1 AND id = v_like;
            INSERT INTO ledger.journal_tail VALUES (1, v_id, pg_current_xact_id());
            INSERT INTO ledger.receipt
            SELECT v_id, amount_cents, jurisdiction_id, 'floor', number, method, NULL
            FROM ledger.receipt WHERE jurisdiction_id = 1 AND entry_id = v_like;
            INSERT INTO ledger.posting
            SELECT v_id, amount_cents, jurisdiction_id, purse_id, debit_account_id,
                credit_account_id, posted_on, line, debt_no, share_no
            FROM ledger.posting WHERE jurisdiction_id = 1 AND entry_id = v_like;
            RETURN v_id;
        END $$;
        """
    }
}

/// Runs a program and returns what it printed.
func outputOf(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}
