import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordCollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records money received: ordered by law, split to the cent, with a receipt.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress collection record 27-CR-24-1004 \\
                  --amount 100.00 --method cash --explain
            """
    )

    @Argument(help: "The reference of the docket.")
    var docket: String?

    @Flag(help: "Nobody knows the docket: the money waits until identify names it.")
    var unidentified = false

    @Option(help: "What was received, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "How: cash, check, card, ach, wire or other.", transform: ArgumentReader.word)
    var method: PaymentMethod

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var received: LedgerDate?

    @Option(help: "The till whose book numbers the receipt.")
    var source = "counter"

    @Option(help: "The receipt's own number, where the court has given one.")
    var number: String?

    @Option(help: "A check number or the like; never a name.")
    var payerReference: String?

    @Option(
        help: "payment, bond (28 U.S.C. 2044) or windfall (18 U.S.C. 3664(n)).",
        transform: ArgumentReader.word
    )
    var origin = MoneyOrigin.payment

    @Option(
        help: "The kind of debt the payer wished to pay: noted, the law decides.",
        transform: ArgumentReader.word
    )
    var earmark: DebtKind?

    @Flag(help: "Say of each debt what was owed, what it got, and why.")
    var explain = false

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func validate() throws {
        if !(1...60).contains(source.unicodeScalars.count) {
            throw ValidationError("The name of a till has 1 to 60 characters.")
        }
        if (docket == nil) != unidentified {
            throw ValidationError("Give the docket, or --unidentified without one.")
        }
    }

    func run() async throws {
        guard let docket else { return try await runUnidentified() }
        var collection = RecordCollection(
            amount,
            on: docket,
            by: method,
            received: .on(ifKnown: received)
        )
        collection.source = source
        collection.number = number
        collection.payerReference = payerReference
        collection.origin = origin
        collection.earmark = earmark
        let command = write.command
        let result = try await LedgerSession.run(global) { [collection] in
            try await $0.record(collection, command)
        }
        try await ResultWriter(global).write(
            .receipt(result, collection, isExplained: explain || write.dryRun)
        )
    }

    private func runUnidentified() async throws {
        var money = RecordUnidentified(
            amount,
            by: method,
            payerReference: payerReference,
            received: .on(ifKnown: received)
        )
        money.source = source
        money.number = number
        let command = write.command
        let recorded = try await LedgerSession.run(global) { [money] in
            try await $0.record(money, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "collection_record",
                recorded,
                [
                    ReportField("receipt", recorded.reference ?? ""),
                    ReportField("docket", "unidentified"), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
