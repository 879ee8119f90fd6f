import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient

/// A court with dockets D-0 to D-3, 500.00 ordered on each, and files that come in.
struct ImportRoom {
    let court: Case
    let clerk: Ledger

    struct Killed: Error {}

    static func open() async throws -> ImportRoom {
        let court = try await Case.open("D-0")
        for number in 0..<4 {
            let docket = "D-\(number)"
            if number > 0 {
                try await court.clerk.open(
                    OpenDocket(docket, judgmentOn: LedgerDate(iso: "2024-03-01"))
                )
            }
            var debt = AssessDebt("mn-609.3241", on: docket, amount: Money(cents: 50_000))
            debt.grade = "misdemeanor"
            try await court.clerk.assess(debt)
        }
        return ImportRoom(court: court, clerk: court.clerk)
    }

    /// Imports bytes in small pieces; a pass of the given number dies after some of them.
    func take(
        _ bytes: [UInt8],
        _ file: ImportFile,
        isStrict: Bool = false,
        dyingInPass deadly: Int? = nil,
        afterPieces limit: Int = 0
    ) async throws -> (progress: ImportProgress, rejects: [UInt8]) {
        var rejects: [UInt8] = []
        var passes = 0
        let progress = try await clerk.importCollections(
            ImportCollections(file, isStrict: isStrict, batchSize: 16),
            opening: {
                var rest = bytes[...]
                var read = 0
                passes += 1
                let isDeadly = passes == deadly
                return {
                    read += 1
                    if isDeadly, read > limit { throw Killed() }
                    defer { rest = rest.dropFirst(97) }
                    return rest.isEmpty ? nil : Array(rest.prefix(97))
                }
            },
            rejects: { rejects += $0 }
        )
        return (progress, rejects)
    }

    func take(
        _ text: String,
        _ file: ImportFile = ImportFile(source: "court"),
        isStrict: Bool = false
    ) async throws -> (progress: ImportProgress, rejects: [UInt8]) {
        try await take(Array(text.utf8), file, isStrict: isStrict)
    }

    /// Everything that money stands in, by purse and account, and what each debt holds.
    func state() async throws -> [String] {
        try await court.test.query(
            """
            SELECT format('%s %s %s', p.purse_id, a.id, sum(p.amount_cents * CASE a.id
                WHEN p.debit_account_id THEN 1 ELSE -1 END)) AS t
            FROM ledger.posting AS p
            JOIN ledger.account AS a ON a.jurisdiction_id = p.jurisdiction_id
                AND a.id IN (p.debit_account_id, p.credit_account_id)
            WHERE p.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            GROUP BY p.purse_id, a.id
            HAVING sum(p.amount_cents * CASE a.id WHEN p.debit_account_id THEN 1 ELSE -1 END) <> 0
            UNION ALL
            SELECT concat_ws(
                ' ', docket_id, debt_no, owed_cents, applied_cents, held_cents
            )
            FROM ledger.debt_total WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY t
            """
        ).map { try $0.decode(at: 0) }
    }
}
