import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct MatchLinesTests {
    @Test func `a line is tied to the deposit of its amount, once`() async throws {
        let room = try await ClearingRoom.open()
        let deposit = try await room.bank("25.00", ticket: "T-1").deposit
        let statement = try await room.take([2_500])
        let options = CommandOptions(requestKey: "match")
        let made = try await room.match([(statement, 1, nil)], [(deposit, nil)], options)
        let (lines, entries) = try await room.open()
        #expect(lines == [] && entries == [])
        let again = try await room.match([(statement, 1, nil)], [(deposit, nil)], options)
        #expect(again.isReplay)
        let name = try #require(made.match)
        let record = try await room.first.match(name)
        #expect(
            record.sentence.hasPrefix(
                "Accepted by \(record.login): line \(statement):1 (2025-06-02, 25.00) "
                    + "with entry \(deposit) (deposit, 2025-06-01, 25.00)."
            ),
            "\(record.sentence)"
        )
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `one with many, many with one, many with many and parts`() async throws {
        let room = try await ClearingRoom.open()
        var deposits: [Int64] = []
        for (number, amount) in ["10.00", "15.00", "30.00", "5.00", "7.00"].enumerated() {
            deposits.append(try await room.bank(amount, ticket: "T-\(number)").deposit)
        }
        let statement = try await room.take([2_500, 1_000, 2_000, 600, 600, 300])
        _ = try await room.match(
            [(statement, 1, nil)],
            [(deposits[0], nil), (deposits[1], nil)]
        )
        _ = try await room.match(
            [(statement, 2, nil), (statement, 3, nil)],
            [(deposits[2], nil)]
        )
        _ = try await room.match(
            [(statement, 4, nil), (statement, 5, nil)],
            [(deposits[3], nil), (deposits[4], nil)]
        )
        var (lines, entries) = try await room.open()
        #expect(lines == ["3.00"] && entries == [])
        let last = try await room.bank("9.00", ticket: "T-9").deposit
        let rest = try await room.take([600], "2/1")
        _ = try await room.match([(statement, 6, nil)], [(last, "3.00")])
        (lines, entries) = try await room.open()
        #expect(lines == ["6.00"] && entries == ["6.00"])
        _ = try await room.match([(rest, 1, nil)], [(last, nil)])
        (lines, entries) = try await room.open()
        #expect(lines == [] && entries == [])
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `what cannot be tied is refused by name`() async throws {
        let room = try await ClearingRoom.open()
        let deposit = try await room.bank("25.00", ticket: "T-1")
        let statement = try await room.take([2_500, 2_400, -2_500])
        let cases: [(LedgerRefusal.Code, [(Int64, Int32, String?)], [(Int64, String?)])] = [
            (.matchLineUnknown, [(statement, 9, nil)], [(deposit.deposit, nil)]),
            (.matchLineUnknown, [(999_999, 1, nil)], [(deposit.deposit, nil)]),
            (.matchLineUnknown, [(statement, 1, nil)], [(deposit.receipt, nil)]),
            (.matchLineUnknown, [(statement, 1, nil)], [(999_999, nil)]),
            (
                .matchLineUnknown, [(statement, 1, nil)],
                [(deposit.deposit, "10.00"), (deposit.deposit, "15.00")]
            ),
            (.matchNotBalanced, [(statement, 2, nil)], [(deposit.deposit, nil)]),
            (.matchNotBalanced, [(statement, 1, nil)], []),
            (.amountNotPositive, [(statement, 1, "0.00")], [(deposit.deposit, nil)]),
            (.lineAlreadyMatched, [(statement, 1, "25.01")], [(deposit.deposit, nil)]),
        ]
        for (code, lines, entries) in cases {
            let refused = await ClearingRoom.refusal { _ = try await room.match(lines, entries) }
            #expect(refused == code, "\(lines) \(entries)")
        }
        let even = await ClearingRoom.refusal {
            _ = try await room.match(
                [(statement, 1, nil)],
                [(deposit.deposit, nil)],
                difference: .bankFees
            )
        }
        #expect(even == .matchNotBalanced)
        let foreign = await ClearingRoom.refusal {
            _ = try await room.match(
                [(statement, 2, nil)],
                [(deposit.deposit, nil)],
                difference: .unapplied
            )
        }
        #expect(foreign == .textTooLong)
        let nowhere = await ClearingRoom.refusal {
            _ = try await room.first.openItems(account: "nowhere")
        }
        #expect(nowhere == .bankAccountUnknown)
        let clerk = await ClearingRoom.refusal {
            _ = try await room.match(
                [(statement, 1, nil)],
                [(deposit.deposit, nil)],
                as: room.docket.clerk
            )
        }
        #expect(clerk == .roleMissing)
    }

    @Test func `of two persons who tie the same line at once one is told of the other`()
        async throws
    {
        let room = try await ClearingRoom.open()
        let one = try await room.bank("25.00", ticket: "T-1").deposit
        let two = try await room.bank("25.00", ticket: "T-2").deposit
        let statement = try await room.take([2_500])
        async let first = ClearingRoom.refusal {
            _ = try await room.match([(statement, 1, nil)], [(one, nil)])
        }
        async let second = ClearingRoom.refusal {
            _ = try await room.match([(statement, 1, nil)], [(two, nil)], as: room.second)
        }
        let codes = await [first, second]
        #expect(codes.filter { $0 == nil }.count == 1)
        #expect(codes.contains(.lineAlreadyMatched))
        #expect(try await room.open().entries == ["25.00"])
    }

    @Test func `lines that take each other back need no entry`() async throws {
        let room = try await ClearingRoom.open()
        let statement = try await room.take([2_500, -2_500])
        _ = try await room.match([(statement, 1, nil), (statement, 2, nil)], [])
        #expect(try await room.open().lines == [])
    }

    @Test func `a difference is posted to the account that takes it, to the cent`() async throws {
        let room = try await ClearingRoom.open()
        let deposit = try await room.bank("25.00", ticket: "T-1").deposit
        let statement = try await room.take([2_465])
        let made = try await room.match(
            [(statement, 1, nil)],
            [(deposit, nil)],
            difference: .bankFees
        )
        #expect(try await room.balance("bank_fees") == 35)
        #expect(try await room.balance("bank") == 2_465)
        let (lines, entries) = try await room.open()
        #expect(lines == [] && entries == [])
        let name = try #require(made.match)
        try await room.first.unmatch(name, reason: "the bank corrected it")
        #expect(try await room.balance("bank_fees") == 0)
        #expect(try await room.open().entries == ["25.00"])
        #expect(try await room.open().lines == ["24.65"])
        #expect(try await room.statements.test.ledger(as: .auditor).verify().isIntact)
    }
}
