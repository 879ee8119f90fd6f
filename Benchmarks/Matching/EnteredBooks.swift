import LedgerModel
import LedgerOperations
import LedgerStore
import PostgresClient

/// Enters lines of the books as a clerk would: receipts from a file, deposits, returned checks, and
/// every month what is due to the victims, by check.
struct EnteredBooks {
    private static let payees = 8
    private static let till = "till"

    let clerk: Ledger
    let owner: Ledger
    let fund: FundRow
    private var entries: [Int64] = []

    init(owner: Ledger, clerk: Ledger, fund: FundRow) {
        self.owner = owner
        self.clerk = clerk
        self.fund = fund
    }

    /// Enters the year, to which checks are added; answers the entry of each line.
    mutating func enter(_ year: inout AccountYear) async throws -> [Int64] {
        try await openDockets(before: year.mix.firstDay)
        entries = Array(repeating: 0, count: year.book.count)
        let months = Dictionary(grouping: year.book.indices) { year.book[$0].day.firstOfMonth }
        for (_, places) in months.sorted(by: { $0.key < $1.key }) {
            try await receive(year.book, places)
            try await deposit(year.book, places)
        }
        try await takeBack(year.book)
        try await sendOn(&year)
        return entries
    }

    private func openDockets(before day: LedgerDate) async throws {
        for payee in 0..<Self.payees {
            _ = try await owner.addPayee("payee-\(payee)")
        }
        let loss = Money(cents: 90_000_000_000)
        for payee in 0..<Self.payees {
            try await clerk.open(OpenDocket("D-\(payee)", judgmentOn: day.adding(days: -30)))
            var debt = AssessDebt("us-3663A", on: "D-\(payee)", amount: loss)
            debt.restitution = Restitution(victims: [PayeeLoss("payee-\(payee)", loss)])
            try await clerk.assess(debt)
        }
    }

    /// The number of the receipt behind the line at a place.
    private static func number(_ line: BookLine, _ place: Int) -> String? {
        switch line.form {
        case .deposit: "N-\(100_000 + place)"
        case .receipt(_, let number, _): number
        case .check, .reversal: nil
        }
    }

    private func receive(_ lines: [BookLine], _ places: [Int]) async throws {
        var text = "docket,amount,date,number,method,payer_reference\n"
        for place in places {
            let line = lines[place]
            guard let number = Self.number(line, place) else { continue }
            var payer = ""
            if case .receipt(_, _, let reference) = line.form { payer = reference ?? "" }
            text += "D-\(place % Self.payees),\(Money(cents: line.cents)),\(line.day),\(number),"
            text += "check,\(payer)\n"
        }
        let bytes = Array(text.utf8)
        let done = try await clerk.importCollections(
            ImportCollections(ImportFile(source: Self.till)),
            opening: {
                var left: [UInt8]? = bytes
                return {
                    defer { left = nil }
                    return left
                }
            }
        )
        precondition(done.rejected == 0, "\(done)")
    }

    private mutating func deposit(_ lines: [BookLine], _ places: [Int]) async throws {
        var commands: [(place: Int, command: DoorCommand)] = []
        for place in places {
            let line = lines[place]
            guard let number = Self.number(line, place) else { continue }
            let ticket =
                switch line.form {
                case .deposit(let ticket), .receipt(let ticket, _, _): ticket
                case .check, .reversal: ""
                }
            let statement: [String: DoorCommand.Field] = [
                "effective_on": .day(line.day), "fund": .number(Int64(fund.id)),
                "ticket": .text(ticket), "receipts": .texts([number]), "till": .text(Self.till),
            ]
            let command = DoorCommand(key: "deposit-\(place)", memo: nil, statement: statement)
            commands.append((place, command))
        }
        for first in stride(from: 0, to: commands.count, by: 200) {
            let part = Array(commands[first..<min(first + 200, commands.count)])
            let replies = try await clerk.store.withTransaction { connection in
                try await connection.ask(.recordDeposits, part.map(\.command))
            }
            for (asked, reply) in zip(part, replies) {
                if let refusal = reply.refusal { throw refusal }
                entries[asked.place] = reply.entryID
            }
        }
    }

    private mutating func takeBack(_ lines: [BookLine]) async throws {
        for (place, line) in lines.enumerated() {
            guard case .reversal(let original) = line.form,
                let number = Self.number(lines[original], original)
            else { continue }
            let receipt = try await clerk.entry(ofReceipt: number, source: Self.till)
            let returned = try await clerk.take(
                back: ReturnCollection(receipt, returned: .on(line.day))
            )
            entries[place] = returned.recorded.entry
        }
    }

    private mutating func sendOn(_ year: inout AccountYear) async throws {
        var sent = year.mix.firstDay.lastOfMonth
        let last = try year.mix.firstDay.adding(days: year.mix.days)
        while sent < last {
            let run = try await clerk.run(RunRemittances(through: sent, sent: .on(sent)))
            for check in try await checks(after: run.recorded.entry) {
                try year.clear(check: check.number, cents: check.cents, on: sent)
                entries.append(check.entry)
            }
            sent = try sent.adding(days: 1).lastOfMonth
        }
    }

    private func checks(
        after run: Int64
    ) async throws -> [(entry: Int64, number: Int64, cents: Int64)] {
        try await clerk.store.withTransaction { connection in
            try await connection.execute(
                """
                SELECT c.entry_id, c.number, c.amount_cents FROM ledger.check_issued AS c
                WHERE c.fund_id = \(fund.id) AND c.entry_id > \(run) ORDER BY c.entry_id
                """
            ).map { (try $0.decode(at: 0), try $0.decode(at: 1), try $0.decode(at: 2)) }
        }
    }
}
