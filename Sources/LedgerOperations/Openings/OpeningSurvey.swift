import LedgerModel

/// What the files of an opening say of themselves, read once from beginning to end.
struct OpeningSurvey: Sendable {
    /// How many lines a file has and what a column of it comes to.
    struct Total: Hashable, Sendable {
        var lines: Int64 = 0
        var amount = Money.zero
    }

    private(set) var digests: [OpeningFile: String] = [:]
    private(set) var totals: [OpeningFile: [String: Total]] = [:]
    private(set) var balances: [OpeningBalance] = []
    private(set) var receipts: [OpeningReceipt] = []
    private(set) var faults = FaultList()

    /// Reads every line, and compares the files with their control totals.
    init(_ folder: OpeningFolder, _ books: OpeningBooks) throws {
        var debts = OpeningDebtReader(books)
        var controls: [(record: OpeningRecord, total: Total, file: String, measure: String)] = []
        for file in OpeningFile.allCases {
            try read(file, in: folder) { (survey, record) throws(OpeningFault) in
                switch file {
                case .debts: _ = try debts.read(record)
                case .receipts:
                    survey.receipts.append(try OpeningReceipt(record, cutOver: books.cutOver))
                case .unapplied: _ = try OpeningReceipt(record, cutOver: books.cutOver)
                case .checks: _ = try OpeningCheck(record, cutOver: books.cutOver)
                case .trialBalance: survey.balances.append(try OpeningBalance(record, books))
                case .controls:
                    let total = Total(
                        lines: try record.number("count", usually: nil, in: 0...Int64.max),
                        amount: try record.amount("sum")
                    )
                    let file = try record.requiredText("file").replacing(".csv", with: "")
                    controls.append((record, total, file, try record.requiredText("measure")))
                }
            }
        }
        var stated: Set<String> = []
        for control in controls {
            let name = "\(control.file) \(control.measure)"
            let file = OpeningFile(rawValue: control.file)
            guard let file, let found = totals[file]?[control.measure] else {
                faults.add(control.record.fault("file", reason: "\(name): no such column"))
                continue
            }
            if !stated.insert(name).inserted || found != control.total {
                let detail =
                    "\(name): \(control.total.lines) lines and \(control.total.amount) stated, "
                    + "\(found.lines) and \(found.amount) found"
                faults.add(
                    control.record.fault("sum", LedgerRefusal(.controlsDiffer, detail: detail))
                )
            }
        }
        for (file, measures) in totals {
            for measure in measures.keys where !stated.contains("\(file.rawValue) \(measure)") {
                let detail = "\(file.rawValue) \(measure): nothing stated"
                faults.add(OpeningFault(.controls, LedgerRefusal(.controlsDiffer, detail: detail)))
            }
        }
    }

    private mutating func read(
        _ file: OpeningFile,
        in folder: OpeningFolder,
        _ take: (inout OpeningSurvey, OpeningRecord) throws(OpeningFault) -> Void
    ) throws {
        var table: OpeningTable
        do throws(OpeningFault) {
            guard let opened = try folder.open(file) else { return }
            table = opened
        } catch {
            faults.add(error)
            return
        }
        var sums = Dictionary(uniqueKeysWithValues: file.measures.map { ($0, Total()) })
        while let line = try table.next() {
            do throws(OpeningFault) {
                let record = try line.get()
                for measure in file.measures {
                    let amount = try record.sum(of: measure)
                    do throws(LedgerRefusal) {
                        let sum = try (sums[measure]?.amount ?? .zero) + amount
                        sums[measure] = Total(lines: (sums[measure]?.lines ?? 0) + 1, amount: sum)
                    } catch { throw record.fault(measure, error) }
                }
                try take(&self, record)
            } catch { faults.add(error) }
        }
        digests[file] = table.digest
        if !file.measures.isEmpty { totals[file] = sums }
    }
}

extension OpeningRecord {
    /// What a column of amounts adds, be it one amount or one for each recipient.
    fileprivate func sum(of measure: String) throws(OpeningFault) -> Money {
        guard file == .debts, measure != "ordered" else { return try amount(measure) }
        let list = try amounts(measure)
        do throws(LedgerRefusal) {
            return try Money.sum(list.map(\.amount))
        } catch { throw fault(measure, error) }
    }
}
