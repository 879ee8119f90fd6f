import LedgerModel
import LedgerOperations

/// Loads the demo: every step as the login whose work it is, under a request key of its own, so
/// that a second run adds nothing.
struct DemoLoader {
    /// How often the ledger did what the demo asked, now or before.
    struct Outcome {
        var recorded = 0
        var recordedBefore = 0
        var refused = 0
    }

    /// How to reach the database as the login that owns everything.
    let database: String
    /// Told after each step how many are done and how many there are.
    let progress: (Int, Int) -> Void

    func load(_ all: [DemoBooks]) async throws -> Outcome {
        try await within(Ledger.open(database)) { owner in
            try await owner.migrate()
            for books in all { try await prepare(books, owner) }
        }
        let total = all.reduce(0) { $0 + $1.steps.count + $1.statements.count }
        var outcome = Outcome()
        for books in all {
            try await run(books, &outcome, of: total)
            try await importStatements(books, &outcome, of: total)
        }
        return outcome
    }

    private func prepare(_ books: DemoBooks, _ owner: Ledger) async throws {
        _ = try await owner.initialize(from: books.jurisdiction)
        let owner = owner.bound(to: books.jurisdiction)
        for role in DemoBooks.roles {
            let login = books.login(role)
            _ = try await owner.addLogin(login)
            try await owner.change(
                RoleChange(.grant, role, login: login),
                CommandOptions(requestKey: "demo:grant:\(login)")
            )
        }
        if !books.statements.isEmpty {
            try await owner.add(
                BankAccount("trust", fund: "court"),
                number: DemoBooks.accountNumber,
                CommandOptions(requestKey: "demo:bank-account")
            )
        }
    }

    private func importStatements(
        _ books: DemoBooks,
        _ outcome: inout Outcome,
        of total: Int
    ) async throws {
        guard !books.statements.isEmpty else { return }
        let string = ConnectionWords.with(books.login(.reconciler), in: database)
        let ledger = Ledger.open(string, jurisdiction: books.jurisdiction, connections: 1)
        var done = Outcome()
        try await within(ledger) { ledger in
            for (index, text) in books.statements.enumerated() {
                let bytes = Array(text.utf8)
                let input = StatementInput(name: "trust-\(index + 1).sta") { offset in
                    Array(bytes.dropFirst(offset))
                }
                let file = try await ledger.importStatements(ImportStatements(), input)
                if file.isReplay { done.recordedBefore += 1 } else { done.recorded += 1 }
            }
        }
        outcome.recorded += done.recorded
        outcome.recordedBefore += done.recordedBefore
        progress(outcome.recorded + outcome.recordedBefore + outcome.refused, total)
    }

    private func run(_ books: DemoBooks, _ outcome: inout Outcome, of total: Int) async throws {
        var ledgers: [LedgerRole: Ledger] = [:]
        for role in Set(books.steps.map(\.role)) {
            let string = ConnectionWords.with(books.login(role), in: database)
            ledgers[role] = Ledger.open(
                string,
                jurisdiction: books.jurisdiction,
                connections: 1
            )
        }
        var entries: [String: Int64] = [:]
        var failure: (any Error)?
        do {
            for step in books.steps {
                guard let ledger = ledgers[step.role] else { continue }
                try Task.checkCancellation()
                try await run(step, ledger, &entries, &outcome)
                progress(outcome.recorded + outcome.recordedBefore + outcome.refused, total)
            }
        } catch {
            failure = error
        }
        for ledger in ledgers.values { await ledger.close() }
        if let failure { throw failure }
    }

    private func run(
        _ step: DemoStep,
        _ ledger: Ledger,
        _ entries: inout [String: Int64],
        _ outcome: inout Outcome
    ) async throws {
        do {
            let options = CommandOptions(requestKey: "demo:\(step.key)")
            let recorded = try await ledger.perform(step.act, options, entries)
            entries[step.key] = recorded.entry
            if recorded.isReplay { outcome.recordedBefore += 1 } else { outcome.recorded += 1 }
        } catch let refusal as LedgerRefusal where refusal.code == step.expectedRefusal {
            outcome.refused += 1
        }
    }

    private func within(
        _ ledger: Ledger,
        _ body: (Ledger) async throws -> Void
    ) async throws {
        do { try await body(ledger) } catch {
            await ledger.close()
            throw error
        }
        await ledger.close()
    }
}

extension Ledger {
    /// Does what a step of the demo says; `entries` are those of the steps before it.
    fileprivate func perform(
        _ act: DemoStep.Act,
        _ options: CommandOptions,
        _ entries: [String: Int64]
    ) async throws -> Recorded {
        switch act {
        case .open(let docket): try await open(docket, options)
        case .assess(let debt): try await assess(debt, options).recorded
        case .collect(let collection): try await record(collection, options).recorded
        case .takeBack(let key, let day):
            try await take(
                back: ReturnCollection(entries[key] ?? 0, returned: .on(day)),
                options
            ).recorded
        case .deposit(let deposit): try await record(deposit, options).recorded
        case .remit(let remittance): try await record(remittance, options)
        case .receive(let movement, let origin, let purse):
            try await receive(movement, from: origin, into: purse, options)
        case .transfer(let money, let day): try await transfer(money, made: .on(day), options)
        case .allot(let movement, let purse): try await allot(movement, in: purse, options)
        case .award(let grant): try await award(grant, options)
        case .disburse(let movement, let reference):
            try await disburse(movement, under: reference, options)
        case .deobligate(let movement, let reference):
            try await deobligate(movement, of: reference, options)
        }
    }
}
