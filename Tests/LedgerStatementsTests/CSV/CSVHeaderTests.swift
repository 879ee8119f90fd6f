import Testing

@testable import LedgerStatements

struct CSVHeaderTests {
    @Test func `columns are found without regard to case, order or outer spaces`() throws {
        let record = try Self.record(" Amount ,DATE,memo\n")
        let header = try CSVHeader(
            record,
            required: ["date", "amount"],
            optional: ["memo", "till"]
        )
        #expect(header.count == 3)
        #expect(header.index(of: "amount") == 0)
        #expect(header.index(of: "Date") == 1)
        #expect(header.index(of: "memo") == 2)
        #expect(header.index(of: "till") == nil)
    }

    @Test(
        arguments: [
            ("date,amount,amont\n", [.unknownColumn(name: "amont", suggestion: "amount")], [13]),
            ("date,amount,colour\n", [.unknownColumn(name: "colour", suggestion: nil)], [13]),
            ("date,amount,Date\n", [.duplicateColumn(name: "Date")], [13]),
            ("date\n", [.missingColumn(name: "amount")], [1]),
            (
                "dat,amount,x\n",
                [
                    .unknownColumn(name: "dat", suggestion: "date"),
                    .unknownColumn(name: "x", suggestion: nil), .missingColumn(name: "date"),
                ], [1, 12, 1]
            ),
        ] as [(String, [CSVFinding.Kind], [Int])]
    )
    func `a header with faults names each of them`(
        text: String,
        kinds: [CSVFinding.Kind],
        columns: [Int]
    ) throws {
        let record = try Self.record(text)
        let error = #expect(throws: CSVHeaderError.self) {
            try CSVHeader(record, required: ["date", "amount"])
        }
        #expect(error?.findings.map(\.kind) == kinds)
        #expect(error?.findings.map(\.column) == columns)
    }

    @Test func `a finding reads as one line`() {
        let kind = CSVFinding.Kind.unknownColumn(name: "amont", suggestion: "amount")
        let finding = CSVFinding(kind, line: 1, column: 6, byteOffset: 5)
        #expect(
            "\(finding)"
                == "line 1, column 6: the column \"amont\" is not known; did you mean \"amount\"?"
        )
    }

    private static func record(_ text: String) throws -> CSVRecord {
        guard case .record(let record) = CSVTranscript.read(Array(text.utf8)).first else {
            return try #require(nil, "no record")
        }
        return record
    }
}
