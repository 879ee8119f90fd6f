import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient

/// A court with a docket that takes any payment, and a till to receive it at.
struct TillDesk {
    static let till = "window-1"
    static let day = "2024-05-01"

    let court: Case
    /// A second person who may count.
    let second: Ledger

    static func open(changeFund: String = "100.00") async throws -> TillDesk {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let desk = TillDesk(court: court, second: try await court.test.ledger(as: .approver))
        try await desk.openAgain(changeFund)
        return desk
    }

    func openAgain(_ changeFund: String = "100.00") async throws {
        try await court.clerk.open(
            OpenTill(
                Self.till,
                changeFund: try Money(parsing: changeFund),
                opened: .on(try LedgerDate(iso: Self.day))
            )
        )
    }

    @discardableResult
    func receive(
        _ amount: String,
        by method: PaymentMethod = .cash,
        _ change: (inout RecordCollection) -> Void = { _ in }
    ) async throws -> RecordedCollection {
        try await court.pay(amount) {
            $0.source = Self.till
            $0.method = method
            change(&$0)
        }
    }

    func count(
        _ cash: String,
        by person: Ledger,
        _ change: (inout CountTill) throws -> Void = { _ in }
    ) async throws {
        var count = CountTill(
            Self.till,
            .total(try Money(parsing: cash)),
            counted: .on(try LedgerDate(iso: Self.day))
        )
        try change(&count)
        try await person.count(count)
    }

    /// Both people count the same, and the till is closed.
    @discardableResult
    func close(at cash: String, checks: (String, Int64)? = nil) async throws -> ClosedTill {
        for person in [court.clerk, second] {
            try await count(cash, by: person) { count in
                if let checks { try count.count(checks: checks.0, checks.1) }
            }
        }
        return try await close()
    }

    @discardableResult
    func close(on day: String = Self.day) async throws -> ClosedTill {
        try await court.clerk.close(CloseTill(Self.till, closed: .on(try LedgerDate(iso: day))))
    }

    @discardableResult
    func deposit(
        _ ticket: String,
        _ selection: RecordDeposit.Selection = .till(Self.till, through: nil),
        stated: String? = nil
    ) async throws -> RecordedDeposit {
        try await court.clerk.record(
            RecordDeposit(
                ticket,
                of: selection,
                stated: try stated.map(Money.init(parsing:)),
                deposited: .on(try LedgerDate(iso: "2024-05-02"))
            )
        )
    }

    func void(_ receipt: RecordedCollection, because reason: String?) async throws {
        var options = CommandOptions()
        options.memo = reason
        try await court.clerk.take(
            back: ReturnCollection(receipt.recorded.entry, reason: .void),
            options
        )
    }

    /// The lines of a section of a report, their cells as words, nothing as a dash.
    static func lines(_ key: String, of report: Report) -> [String] {
        let section = report.sections.first { $0.key == key }
        guard case .list(let rows)? = section?.rows else { return [] }
        return rows.filter { $0.role == .line }.map { row in
            row.cells.map { cell in
                switch cell {
                case .text(let text): text
                case .money(let money): money.description
                case .date(let date): date.description
                case .count(let count): String(count)
                case .percent(let numerator, let denominator): "\(numerator)/\(denominator)"
                case .empty: "-"
                }
            }.joined(separator: " ")
        }
    }

    /// The code of the refusal that an act meets, or nil when it goes through.
    static func refusal(_ act: () async throws -> some Any) async throws -> LedgerRefusal.Code? {
        do {
            _ = try await act()
            return nil
        } catch let refusal as LedgerRefusal {
            return refusal.code
        }
    }
}

extension CountTill {
    /// Says that so many checks come to so much.
    mutating func count(checks total: String, _ number: Int64) throws {
        checks = try Money(parsing: total)
        checkCount = number
    }
}
