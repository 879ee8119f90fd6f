import LedgerModel
import LedgerOperations
import Testing

@Suite struct ImportControlTests {
    private static let lines = """
        docket,amount,date,number
        D-0,1.00,2024-04-01,R-1
        D-1,2.00,2024-04-01,R-2
        D-0,ten,2024-04-01,R-3

        """

    @Test func `totals of the caller that do not agree keep nothing`() async throws {
        let room = try await ImportRoom.open()
        let entries = try await room.court.entries()
        let wrongCount = ImportFile(source: "court", expectedLines: 2)
        let count = await #expect(throws: LedgerRefusal.self) {
            try await room.take(Self.lines, wrongCount)
        }
        #expect(count?.code == .controlCountDiffers)
        #expect(count?.detail == "the caller says 2 lines, the file has 3")
        let wrongSum = ImportFile(source: "court", expectedSum: Money(cents: 1_300))
        let sum = await #expect(throws: LedgerRefusal.self) {
            try await room.take(Self.lines, wrongSum)
        }
        #expect(sum?.code == .controlSumDiffers)
        #expect(
            sum?.detail
                == "the caller says 13.00, the file has 3.00, and 1 lines without a readable amount"
        )
        #expect(try await room.court.entries() == entries)
        let right = ImportFile(
            source: "court",
            expectedLines: 3,
            expectedSum: Money(cents: 300),
            isDryRun: true
        )
        let checked = try await room.take(Self.lines, right)
        #expect(checked.progress.recorded == 2 && checked.progress.rejected == 1)
        #expect(try await room.court.entries() == entries)
        #expect(try await room.clerk.imports().isEmpty)
    }

    @Test func `equal payments of one day are both kept and said to look alike`() async throws {
        let room = try await ImportRoom.open()
        let text = """
            docket,amount,date,number
            D-0,5.00,2024-04-01,R-1
            D-1,5.00,2024-04-01,R-2
            D-0,5.00,2024-04-01,R-3
            D-0,5.00,2024-04-02,R-4
            """
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await room.take(text, isStrict: true)
        }
        #expect(refusal?.code == .lookAlikesFound)
        #expect(refusal?.detail == "lines 2 and 4: D-0 2024-04-01 5.00")
        #expect(try await room.clerk.imports().isEmpty)
        let done = try await room.take(text)
        #expect(done.progress.recorded == 4 && done.progress.lookAlikes.count == 1)
        #expect(done.progress.lookAlikes.pairs.first?.first == 2)
        #expect(done.progress.lookAlikes.pairs.first?.line == 4)
        let again = try await room.take(text)
        #expect(again.progress.replayed == 4 && again.progress.recorded == 0)
    }

    @Test func `a receipt number stated twice is refused at its second place`() async throws {
        let room = try await ImportRoom.open()
        let text = """
            docket,amount,date,number
            D-0,5.00,2024-04-01,R-1
            D-0,5.00,2024-04-01,R-1
            D-1,7.00,2024-04-01,R-1
            """
        let done = try await room.take(text)
        #expect(done.progress.recorded == 1 && done.progress.rejected == 2)
        let rejects = String(decoding: done.rejects, as: UTF8.self)
        let code = LedgerRefusal.Code.receiptNumberRepeated
        #expect(rejects.contains("line 3, column 1: \(code.rawValue)"))
        #expect(rejects.contains("line 4, column 1: \(code.rawValue)"))
        #expect(rejects.contains("receipt R-1, first on line 2"))
    }

    @Test func `a corrected file neither doubles nor loses a line`() async throws {
        let room = try await ImportRoom.open()
        _ = try await room.take(Self.lines)
        let corrected = Self.lines.replacing("ten", with: "10.00") + "D-2,4.00,2024-04-01,R-4\n"
        let done = try await room.take(corrected)
        #expect(done.progress.recorded == 2 && done.progress.replayed == 2)
        #expect(try await room.clerk.imports().map(\.entries) == [2, 2])
    }

    @Test func `the very same file is not taken under another source`() async throws {
        let room = try await ImportRoom.open()
        _ = try await room.take(Self.lines)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await room.take(Self.lines, ImportFile(source: "other"))
        }
        #expect(refusal?.code == .fileOfAnotherSource)
        #expect(refusal?.detail == "source court")
    }
}
