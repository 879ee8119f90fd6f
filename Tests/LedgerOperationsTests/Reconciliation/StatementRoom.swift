import LedgerModel
import LedgerOperations
import LedgerStatements
import LedgerStore
import LedgerTestSupport
import StatementFuzzing
import Synchronization
import Testing

/// A court with a bank account and two reconcilers, and files that come in.
struct StatementRoom {
    static let number = "00040001234"

    let test: TestLedger
    let first: Ledger
    let second: Ledger

    static func open(in profile: String = "us-mn-hennepin") async throws -> StatementRoom {
        let test = try await TestLedger.make(from: profile)
        try await test.grant(.reconciler, to: .approver)
        let room = StatementRoom(
            test: test,
            first: try await test.ledger(as: .reconciler),
            second: try await test.ledger(as: .approver)
        )
        try await room.add("trust", number: number)
        return room
    }

    func add(_ code: String, number: String, currency: String = "USD") async throws {
        let fund = try #require(try await test.owner.books().custodialFunds.first?.code)
        try await test.owner.add(BankAccount(code, fund: fund, currency: currency), number: number)
    }

    @discardableResult
    func take(
        _ text: String,
        _ command: ImportStatements = ImportStatements(),
        as ledger: Ledger? = nil
    ) async throws -> StatementFileRecord {
        let bytes = Array(text.utf8)
        let input = StatementInput(name: "a.sta") { offset in
            Array(bytes.dropFirst(offset).prefix(89))
        }
        return try await (ledger ?? first).importStatements(command, input)
    }

    /// A statement of MT940 with these amounts, in cents; stated out of balance by `off`.
    static func mt940(
        _ number: String,
        day: String,
        opening: Int = 10_000,
        _ amounts: [Int],
        off: Int = 0,
        text: String = "DEPOSIT TICKET 4711"
    ) -> String {
        func amount(_ cents: Int) -> String {
            let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
            return "\(whole),\(rest < 10 ? "0" : "")\(rest)"
        }
        let lines = amounts.map { cents in
            ":61:\(day)\(day.suffix(4))\(cents < 0 ? "D" : "C")\(amount(cents))NTRFNONREF\n"
                + ":86:\(text)\n"
        }
        return ":20:STATEMENT\n:25:\(Self.number)\n:28C:\(number)\n"
            + ":60F:C\(day)USD\(amount(opening))\n\(lines.joined())"
            + ":62F:C\(day)USD\(amount(opening + amounts.reduce(off, +)))\n-\n"
    }

    /// Number, status and lines of each statement, by account and day.
    func standing() async throws -> [String] {
        try await first.statements().map { "\($0.sequence ?? "") \($0.status) \($0.lines)" }
    }
}

/// An invented file of any length, made while it is read.
final class SampleStream: Sendable {
    private struct State {
        var file: any SampleFile
        var number = -1
        var offset = 0
    }

    private let type: any SampleFile.Type
    private let lineCount: Int
    private let state: Mutex<State>

    init(_ type: any SampleFile.Type, lineCount: Int) {
        self.type = type
        self.lineCount = lineCount
        state = Mutex(State(file: type.init(lineCount: lineCount)))
    }

    /// The next bytes; an offset of nothing begins anew.
    @Sendable func bytes(_ offset: Int) -> [UInt8] {
        state.withLock { state in
            if offset == 0 { state = State(file: type.init(lineCount: lineCount)) }
            precondition(offset == state.offset, "a stream is read in its order")
            var text = ""
            while text.utf8.count < 100_000, state.number <= lineCount {
                if state.number < 0 {
                    text += state.file.head()
                } else if state.number < lineCount {
                    text += state.file.line(state.number)
                } else {
                    text += state.file.tail()
                }
                state.number += 1
            }
            state.offset += text.utf8.count
            return Array(text.utf8)
        }
    }
}
