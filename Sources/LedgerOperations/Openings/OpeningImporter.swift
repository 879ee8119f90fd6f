import LedgerModel
import LedgerStore
import PostgresClient

/// Brings the files of an opening into the books, in the transaction that is open.
struct OpeningImporter: Sendable {
    let folder: OpeningFolder
    let books: OpeningBooks
    let survey: OpeningSurvey
    let opening: Int64

    private static let batchSize = 5_000

    /// Brings in everything and ties it; throws every fault that was found.
    func run(_ connection: isolated PostgresConnection) async throws {
        var faults = FaultList()
        let receipts = try await bringDebts(connection, &faults)
        try await bring(receipts, connection, &faults)
        try await bringUnapplied(connection, &faults)
        try await bringChecks(connection, &faults)
        try faults.check()
        let differences = try await connection.close(
            opening: opening,
            accounts: survey.balances.map(\.account),
            cents: survey.balances.map { $0.debit.cents - $0.credit.cents }
        )
        for difference in differences { faults.add(fault(difference)) }
        try faults.check()
    }

    /// Brings in debts; answers with the receipts that have not been banked and what they gave.
    ///
    /// Only dockets with such receipts are held back until all their lines are read.
    private func bringDebts(
        _ connection: isolated PostgresConnection,
        _ faults: inout FaultList
    ) async throws -> [OpeningReceipt] {
        let byDocket = Dictionary(grouping: survey.receipts) { $0.docket ?? "" }
        var waiting: [String: [OpeningDebt]] = [:]
        var order: [String] = []
        var batch: [OpeningDebt] = []
        var reader = OpeningDebtReader(books)
        var table = try folder.open(.debts)
        while let line = try table?.next() {
            let debt = try reader.read(try line.get())
            if byDocket[debt.reference] == nil {
                batch.append(debt)
            } else {
                if waiting[debt.reference] == nil { order.append(debt.reference) }
                waiting[debt.reference, default: []].append(debt)
            }
            if batch.count == Self.batchSize {
                try await bring(batch, connection, &faults)
                batch.removeAll(keepingCapacity: true)
            }
        }
        try check(table, .debts)
        var receipts = survey.receipts.filter { waiting[$0.docket ?? ""] == nil }
        for docket in order {
            var debts = waiting[docket] ?? []
            do throws(OpeningFault) {
                receipts += try debts.give(to: byDocket[docket] ?? [])
                batch += debts
            } catch { faults.add(error) }
            if batch.count >= Self.batchSize {
                try await bring(batch, connection, &faults)
                batch.removeAll(keepingCapacity: true)
            }
        }
        try await bring(batch, connection, &faults)
        return receipts
    }

    private func bring(
        _ debts: [OpeningDebt],
        _ connection: isolated PostgresConnection,
        _ faults: inout FaultList
    ) async throws {
        guard !debts.isEmpty else { return }
        var plans: [PlanItem] = []
        var places: [PlanItem: Int32] = [:]
        let brought = debts.map { debt in
            let place = places[debt.item] ?? Int32(plans.count + 1)
            if places.updateValue(place, forKey: debt.item) == nil { plans.append(debt.item) }
            return BroughtDebt(debt, plan: place)
        }
        let json = PostgresJSON(try PlanItem.json(plans))
        for fault in try await connection.bring(brought, plans: json, into: opening) {
            faults.add(OpeningFault(.debts, line: debts[fault.item - 1].line, fault.refusal))
        }
    }

    private func bringUnapplied(
        _ connection: isolated PostgresConnection,
        _ faults: inout FaultList
    ) async throws {
        var batch: [OpeningReceipt] = []
        var table = try folder.open(.unapplied)
        while let line = try table?.next() {
            batch.append(try OpeningReceipt(try line.get(), cutOver: books.cutOver))
            if batch.count == Self.batchSize {
                try await bring(batch, connection, &faults)
                batch.removeAll(keepingCapacity: true)
            }
        }
        try check(table, .unapplied)
        try await bring(batch, connection, &faults)
    }

    private func bring(
        _ receipts: [OpeningReceipt],
        _ connection: isolated PostgresConnection,
        _ faults: inout FaultList
    ) async throws {
        let sources = Dictionary(grouping: receipts, by: \.source).sorted { $0.key < $1.key }
        for (source, receipts) in sources {
            let brought = receipts.map(BroughtReceipt.init)
            for fault in try await connection.bring(brought, of: source, into: opening) {
                let receipt = receipts[fault.item - 1]
                faults.add(OpeningFault(receipt.file, line: receipt.line, fault.refusal))
            }
        }
    }

    private func bringChecks(
        _ connection: isolated PostgresConnection,
        _ faults: inout FaultList
    ) async throws {
        var checks: [OpeningCheck] = []
        var table = try folder.open(.checks)
        while let line = try table?.next() {
            checks.append(try OpeningCheck(try line.get(), cutOver: books.cutOver))
        }
        try check(table, .checks)
        guard !checks.isEmpty else { return }
        let brought = checks.map {
            BroughtCheck(
                number: $0.number,
                payableTo: $0.payableTo,
                issuedOn: $0.issuedOn,
                amount: $0.amount,
                kind: $0.kind
            )
        }
        for fault in try await connection.bring(brought, into: opening) {
            faults.add(OpeningFault(.checks, line: checks[fault.item - 1].line, fault.refusal))
        }
    }

    /// A file that changes while it is read is not the one that was surveyed.
    private func check(_ table: OpeningTable?, _ file: OpeningFile) throws(OpeningFault) {
        guard table?.digest == survey.digests[file] else {
            throw OpeningFault(file, reason: "The file changed while it was read.")
        }
    }

    private func fault(_ difference: OpeningDifference) -> OpeningFault {
        if difference.subject != .account {
            let detail =
                "\(difference.name), \(difference.subject.rawValue): \(difference.expected) "
                + "stated, \(difference.found) brought in"
            return OpeningFault(.controls, LedgerRefusal(.controlsDiffer, detail: detail))
        }
        let (old, new) = (Money(cents: difference.expected), Money(cents: difference.found))
        let detail = "account \(difference.name): \(old) in the old books, \(new) in these"
        return OpeningFault(.trialBalance, LedgerRefusal(.trialBalancesDiffer, detail: detail))
    }
}

extension BroughtDebt {
    fileprivate init(_ debt: OpeningDebt, plan: Int32) {
        self.init(
            reference: debt.reference,
            judgmentOn: debt.judgmentOn,
            isEntity: debt.isEntity,
            paymentOrder: debt.paymentOrder,
            authorityID: debt.authority,
            grade: debt.grade,
            counts: debt.counts,
            priors: debt.priors,
            countBasis: debt.countBasis,
            ordered: debt.ordered,
            plan: plan,
            shares: zip(debt.held, debt.sent).enumerated().compactMap { index, share in
                guard share.0.isPositive || share.1.isPositive else { return nil }
                return Share(share: Int16(index), held: share.0, sent: share.1)
            }
        )
    }
}

extension BroughtReceipt {
    fileprivate init(_ receipt: OpeningReceipt) {
        self.init(
            docket: receipt.docket,
            number: receipt.number,
            receivedOn: receipt.receivedOn,
            amount: receipt.amount,
            method: receipt.method,
            payerReference: receipt.payerReference,
            isDeposited: receipt.isDeposited,
            shares: receipt.shares
        )
    }
}
