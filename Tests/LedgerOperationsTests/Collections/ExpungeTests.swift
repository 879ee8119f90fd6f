import Crypto
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// An order to expunge can be obeyed: the reference is in one place only, and then nowhere.
@Suite struct ExpungeTests {
    @Test func `nothing of an expunged reference is left, and all money stays`() async throws {
        let court = try await busyCase("EXP-7341-QX")
        #expect(try await places(naming: court.docket, court) == ["docket_reference"])
        let balances = try await court.balances(Self.accounts)
        let proposed = try await court.clerk.propose(
            ExpungeDocket(court.docket, order: "Order 7")
        )
        #expect(proposed.namedIn == [])
        let approver = try await court.test.ledger(as: .approver)
        let options = CommandOptions()
        let done = try await approver.approve(expunction: proposed.proposal, options)
        #expect(done.reference == "Order 7")
        #expect(try await approver.approve(expunction: proposed.proposal, options).isReplay)

        #expect(try await places(naming: court.docket, court) == [])
        #expect(try await court.balances(Self.accounts) == balances)
        let report = try await court.test.ledger(as: .auditor).verify()
        #expect(report.isIntact)
        #expect(
            report.notices.contains("1 docket references were erased by order of a court.")
        )
        let refusal = await #expect(throws: LedgerRefusal.self) { try await court.pay("1.00") }
        #expect(refusal?.code == .docketUnknown && refusal?.detail == court.docket)
        #expect(try await places(naming: court.docket, court) == [])
    }

    @Test func `what was recorded is answered by its key after the reference is gone`()
        async throws
    {
        let court = try await Case.open("EXP-1")
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let (paid, opened) = (CommandOptions(), CommandOptions())
        let receipt = try await court.pay("10.00", paid).receiptNumber
        let docket = OpenDocket("EXP-2", judgmentOn: try LedgerDate(iso: "2024-03-01"))
        try await court.clerk.open(docket, opened)
        #expect(try await court.clerk.open(docket, opened).isReplay)
        for reference in ["EXP-1", "EXP-2"] { try await expunge(reference, court) }
        let again = try await court.pay("10.00", paid)
        #expect(again.recorded.isReplay && again.receiptNumber == receipt)
        #expect(try await court.clerk.open(docket, opened).isReplay)
        for change in [
            { try await court.pay("11.00", paid) },
            {
                var other = docket
                other.isEntity = true
                try await court.clerk.open(other, opened)
            },
        ] as [@Sendable () async throws -> Void] {
            let refusal = await #expect(throws: LedgerRefusal.self) { try await change() }
            #expect(refusal?.code == .requestKeyReused)
        }
        // The reference is free: nothing remembers it.
        try await court.clerk.open(OpenDocket("EXP-1", judgmentOn: docket.judgmentOn))
        #expect(try await court.applied() == [])
    }

    @Test func `a check that comes back after the reference is gone is taken back`() async throws {
        let court = try await Case.open("EXP-3")
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.assess("mn-609.101-2", "100.00")
        let returned = try await court.pay("750.00")
        try await court.pay("100.00")
        try await expunge("EXP-3", court)
        let done = try await court.clerk.take(
            back: ReturnCollection(returned.recorded.entry, reason: .returnedCheck)
        )
        let applied = done.reapplied.flatMap(\.allocation.lines).map(\.applied.description)
        #expect(applied == ["100.00", "0.00"])
        #expect(try await court.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a key that was used for another docket is refused`() async throws {
        let court = try await Case.open("EXP-1")
        try await court.clerk.open(
            OpenDocket("EXP-2", judgmentOn: LedgerDate(iso: "2024-03-01"))
        )
        let options = CommandOptions()
        try await court.pay("10.00", options)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.pay("10.00", options) { $0.docket = "EXP-2" }
        }
        #expect(refusal?.code == .requestKeyReused)
        #expect(refusal?.detail.contains("first difference: docket") == true)
    }

    @Test func `it takes two persons, and no more than two`() async throws {
        let court = try await Case.open("EXP-1")
        let (owner, approver) = (court.test.owner, try await court.test.ledger(as: .approver))
        let proposal = try await owner.propose(ExpungeDocket("EXP-1", order: "O")).proposal
        for (code, number, ledger) in [
            (LedgerRefusal.Code.samePersonTwice, proposal, owner),
            (.proposalUnknown, proposal + 1_000_000, approver),
            (.roleMissing, proposal, court.clerk),
        ] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await ledger.approve(expunction: number)
            }
            #expect(refusal?.code == code)
        }
        let second = try await court.clerk.propose(ExpungeDocket("EXP-1", order: "O")).proposal
        let third = try await court.clerk.propose(ExpungeDocket("EXP-1", order: "P")).proposal
        #expect(
            try await together([(approver, second), (owner, second)])
                == [nil, .proposalAlreadyApproved]
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await approver.approve(expunction: third)
        }
        #expect(refusal?.code == .docketExpunged)
    }

    @Test func `two orders for one docket at once erase it once`() async throws {
        let court = try await Case.open("EXP-1")
        var proposals: [Int64] = []
        for order in ["O", "P"] {
            proposals.append(
                try await court.clerk.propose(ExpungeDocket("EXP-1", order: order)).proposal
            )
        }
        let approver = try await court.test.ledger(as: .approver)
        #expect(
            try await together(proposals.map { (approver, $0) }) == [nil, .docketExpunged]
        )
    }

    @Test func `a memo that repeats the reference is named`() async throws {
        let court = try await Case.open("EXP-1")
        let paid = try await court.pay("10.00", CommandOptions(memo: "for EXP-1"))
        let proposed = try await court.clerk.propose(ExpungeDocket("EXP-1", order: "O"))
        #expect(proposed.namedIn == [paid.recorded.entry])
    }

    // MARK: - The case and what is looked for in it

    private static let accounts = ["1010", "1300", "2100.001", "2400", "2900"]

    /// A docket on which everything happened that can repeat its reference.
    private func busyCase(_ reference: String) async throws -> Case {
        let other = try await Case.open("another")
        let court = Case(test: other.test, clerk: other.clerk, docket: reference)
        for judgment in ["2999-01-01", "2024-03-01", "2024-03-01"] {
            let docket = OpenDocket(reference, judgmentOn: try LedgerDate(iso: judgment))
            _ = try? await court.pay("5.00")
            _ = try? await court.clerk.open(docket)
        }
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.clerk.record(RecordFinding(isIndigent: false, on: reference))
        try await court.pay("250.00")
        let first = try LedgerDate(iso: "2024-06-01")
        try await court.clerk.schedule(
            ScheduleDebt(1, on: reference, .equal(count: 2, first: first, every: .month))
        )
        for _ in 0..<2 {
            let dockets =
                "docket,judgment_date,rule,amount\n"
                + "\(reference),2024-03-01,mn-609.101-2,100.00\n"
            let opened = try await court.clerk.importDockets(
                ImportFile(source: "court-system"),
                opening: { Self.bytes(dockets) }
            )
            #expect(opened.rejected == 0)
            let lines =
                "docket,amount,date\n\(reference),7.00,2024-05-02\n"
                + "\(reference),7.00,2024-05-02\n"
            let done = try await court.clerk.importCollections(
                ImportCollections(ImportFile(source: "court-system")),
                opening: { Self.bytes(lines) }
            )
            #expect(done.recorded + done.replayed == 2 && done.rejected == 0)
        }
        #expect(try await court.applied() == ["264.00", "0.00"])
        return court
    }

    private static func bytes(_ text: String) -> ImportBytes {
        var pieces = [Array(text.utf8)]
        return { pieces.popLast() }
    }

    private func expunge(_ reference: String, _ court: Case) async throws {
        let proposed = try await court.clerk.propose(ExpungeDocket(reference, order: "O"))
        try await court.test.ledger(as: .approver).approve(expunction: proposed.proposal)
    }

    /// The codes of two approvals at once, the accepted one first.
    private func together(
        _ approvals: [(Ledger, Int64)]
    ) async throws -> [LedgerRefusal.Code?] {
        try await withThrowingTaskGroup(of: LedgerRefusal.Code?.self) { group in
            for (ledger, proposal) in approvals {
                group.addTask {
                    do {
                        try await ledger.approve(expunction: proposal)
                        return nil
                    } catch let refusal as LedgerRefusal {
                        return refusal.code
                    }
                }
            }
            let codes = try await group.reduce(into: []) { $0.append($1) }
            return codes.sorted { $0 == nil && $1 != nil }
        }
    }

    /// The tables that name a reference, in letters or by the first bytes of its hash.
    private func places(naming reference: String, _ court: Case) async throws -> [String] {
        let hash = SHA256.hash(data: Array(reference.utf8)).prefix(8)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let tables = try await court.test.query(
            """
            SELECT c.relname::text FROM pg_class AS c
            WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r'
            ORDER BY c.relname
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(tables.count > 50)
        var places: [String] = []
        for table in tables {
            let count = try await court.test.query(
                """
                SELECT count(*) FROM ledger.\(raw: table) AS t
                WHERE strpos(t::text, \(reference)) > 0 OR strpos(t::text, \(hash)) > 0
                    OR strpos(t::text, encode(convert_to(\(reference), 'UTF8'), 'hex')) > 0
                """
            )[0].decode(Int64.self, at: 0)
            if count > 0 { places.append(table) }
        }
        return places
    }
}
