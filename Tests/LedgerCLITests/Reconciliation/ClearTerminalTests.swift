import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@testable import LedgerCLI

/// A month of 500 lines and the keys with which somebody clears it.
private struct Month {
    static let number = "00040001234"

    let test: TestLedger
    var lines: [(cents: Int, text: String)] = []
    var keys = ""

    static func seed() async throws -> Month {
        let test = try await TestLedger.make()
        try await test.grant(.clerk, to: .reconciler)
        try await test.owner.add(BankAccount("trust", fund: "court"), number: number)
        var month = Month(test: test)
        try await month.fill()
        try await month.importStatement()
        try await test.propose()
        return month
    }

    private mutating func fill() async throws {
        let clerk = try await test.clerk
        let day = BusinessDay.on(try LedgerDate(iso: "2025-06-01"))
        try await clerk.open(OpenDocket("A-1", judgmentOn: try LedgerDate(iso: "2024-03-01")))
        var debt = AssessDebt("mn-609.3241", on: "A-1", amount: try Money(dollars: 1_000))
        debt.grade = "other"
        try await clerk.assess(debt)
        var quiet = CommandOptions()
        quiet.sealsAfterwards = false
        func bank(_ cents: Int, check: String? = nil) async throws {
            var collection = RecordCollection(
                Money(cents: Int64(cents)),
                on: "A-1",
                by: check == nil ? .cash : .check,
                received: day
            )
            collection.payerReference = check
            quiet.requestKey = UUID().uuidString
            try await clerk.record(collection, quiet)
            quiet.requestKey = UUID().uuidString
            try await clerk.record(RecordDeposit("T-\(cents)", deposited: day), quiet)
        }
        for index in 0..<440 {
            try await bank(10_000 + index)
            lines.append((10_000 + index, "DEPOSIT"))
            keys += "a"
        }
        for index in 0..<15 {
            try await bank(2_000 + index, check: "\(7_000 + index)")
            lines += [
                (2_000 + index, "DEPOSIT"), (-2_000 - index, "RETURNED CHECK \(7_000 + index)"),
            ]
            keys += "ab"
        }
        for index in 0..<20 {
            lines.append((-1_500 - index, "FEE"))
            keys += "f"
        }
        for index in 0..<5 {
            lines.append((50 + index, "INTEREST"))
            // A slip of the hand, taken back.
            keys += index == 0 ? "sui" : "i"
        }
        lines += (0..<5).map { (900_000 + $0, "UNKNOWN") }
        keys += "sssss"
    }

    private func importStatement() async throws {
        func amount(_ cents: Int) -> String {
            let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
            return "\(whole),\(rest < 10 ? "0" : "")\(rest)"
        }
        let body = lines.map { line in
            ":61:2506020602\(line.cents < 0 ? "D" : "C")\(amount(line.cents))NTRFNONREF\n"
                + ":86:\(line.text)\n"
        }
        let opening = 10_000_000
        let text =
            ":20:MONTH\n:25:\(Self.number)\n:28C:1/1\n:60F:C250602USD\(amount(opening))\n"
            + body.joined()
            + ":62F:C250602USD\(amount(lines.reduce(opening) { $0 + $1.cents }))\n-\n"
        let bytes = Array(text.utf8)
        let input = StatementInput(name: "month.sta") { Array(bytes.dropFirst($0)) }
        let file = try await test.ledger(as: .reconciler)
            .importStatements(ImportStatements(), input)
        #expect(file.verdict == "accepted" && file.lines == 500)
    }

    /// How the person who is clerk and reconciler reaches the books.
    func database() async throws -> String {
        let login = "\(SharedDatabase.name)_reconciler"
        let named = ConnectionWords.adding(
            "dbname",
            SharedDatabase.name,
            to: try SharedDatabase.url()
        )
        return ConnectionWords.with(login, in: named)
    }
}

@Suite struct ClearTerminalTests {
    @Test func `a month of 500 lines is cleared at a terminal with about a key for each`()
        async throws
    {
        let month = try await Month.seed()
        #expect(month.lines.count == 500)
        let arguments = [
            "reconcile", "clear", "--account", "trust", "--jurisdiction", month.test.code,
        ]
        let environment = ["REDRESS_DATABASE_URL": try await month.database()]

        // Who stops, or is stopped, keeps what was decided.
        let first = String(month.keys.prefix(3))
        let piped = await CommandRun.of(arguments, environment: environment, input: first)
        #expect(piped.status == .done, "\(piped.diagnostics)")
        #expect(piped.output.contains("Lines: 500\nSeen: 3\nDecisions: 3\n"), "\(piped.output)")

        let rest = String(month.keys.dropFirst(3))
        let screen = try await Self.type(rest, at: arguments, environment)
        for shown in [
            "497 open lines of trust", "Accepted: 452", "Fees: 20", "Interest: 5", "Returned: 15",
            "Undone: 1", "Skipped: 6", "Lines open: 5", "Entries open: 0", "Keys: 499",
            "Keys per line: 1.00",
        ] { #expect(screen.contains(shown), "\(shown)\n\(screen.suffix(3_000))") }
        #expect(try await month.test.ledger(as: .auditor).verify().isIntact)
    }

    /// Types keys at a terminal of its own that shows the command; answers with what it showed.
    private static func type(
        _ keys: String,
        at arguments: [String],
        _ environment: [String: String]
    ) async throws -> String {
        let redress = TourShell.products.appending(path: "redress").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = [
            "--kill-after=5", "300", "script", "--quiet", "--return", "--command",
            ([redress] + arguments).joined(separator: " "), "/dev/null",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            .merging(["NO_COLOR": "1", "TERM": "xterm"]) { $1 }
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(keys.utf8))
        var screen = Data()
        while let more = try output.fileHandleForReading.read(upToCount: 65_536), !more.isEmpty {
            screen += more
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: screen, as: UTF8.self)
    }
}
