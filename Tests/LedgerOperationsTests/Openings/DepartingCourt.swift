import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport

/// A court that leaves another system with four cases, and the folder that it brings along.
///
/// The figures were worked out by hand: 2750.00 ordered, 800.02 held (750.00 x 3 and 500.00;
/// 250.01 + 300.00 + 250.01), 100.01 sent on, 250.00 of it not banked, 55.00 unapplied, of which
/// 15.00 not banked: bank 800.02 - 250.00 - 100.01 + 40.00.
struct DepartingCourt {
    let test: TestLedger
    let folder: URL
    var files: [String: String] = [
        "debts.csv": """
        docket,judgment_date,rule,grade,ordered,held,sent
        OLD-1,2024-03-01,mn-609.3241,misdemeanor,750.00,\(firstInstalment),city-police=100.01
        OLD-2,2024-09-15,mn-609.3241,misdemeanor,500.00,,
        OLD-3,2025-01-10,mn-609.3241,misdemeanor,750.00,\(twoInstalments),
        OLD-4,2025-01-10,mn-609.3241,misdemeanor,750.00,\(roundedElsewhere),

        """,
        "receipts.csv": """
        docket,number,date,amount,method
        OLD-3,R-17,2025-06-29,250.00,check

        """,
        "unapplied.csv": """
        docket,number,date,amount,method,payer_reference,deposited
        OLD-2,U-1,2025-05-20,40.00,check,P-9,yes
        ,U-2,2025-06-30,15.00,cash,,no

        """,
        "checks.csv": """
        number,payable_to,date,amount,kind
        881,city-police,2025-06-15,333.33,remittance

        """,
        "trial_balance.csv": """
        account,recipient,debit,credit
        1020,,490.01,
        undeposited,,265.00,
        1300,,1949.98,
        2900,,,1949.98
        due_to,city-police,,220.03
        due_to,county-attorney,,159.98
        due_to,safe-harbor,,320.00
        2400,,,55.00

        """,
        "controls.csv": """
        file,measure,count,sum
        debts,ordered,4,2750.00
        debts,held,4,800.02
        debts,sent,4,100.01
        receipts,amount,1,250.00
        unapplied,amount,2,55.00
        checks,amount,1,333.33
        trial_balance,debit,8,2704.99
        trial_balance,credit,8,2704.99

        """,
    ]

    private static let firstInstalment =
        "city-police=100.01;county-attorney=50.00;safe-harbor=100.00"
    private static let twoInstalments =
        "city-police=120.00;county-attorney=60.00;safe-harbor=120.00"
    private static let roundedElsewhere =
        "city-police=100.03;county-attorney=49.98;safe-harbor=100.00"

    static func make() async throws -> DepartingCourt {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "opening-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return DepartingCourt(test: try await TestLedger.make(), folder: folder)
    }

    /// Writes the files as they are now.
    func write() throws {
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
    }

    var path: String { folder.path(percentEncoded: false) }

    var request: ImportOpening {
        get throws { ImportOpening(path, cutOver: try LedgerDate(iso: "2025-06-30")) }
    }

    /// The clerk proposes what stands in the folder.
    func propose() async throws -> ProposedOpening {
        try write()
        return try await test.clerk.propose(request)
    }

    @discardableResult
    func approve(
        _ proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await test.ledger(as: .approver).approve(
            opening: proposal,
            from: path,
            options
        )
    }

    func court(_ docket: String) async throws -> Case {
        Case(test: test, clerk: try await test.clerk, docket: docket)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
