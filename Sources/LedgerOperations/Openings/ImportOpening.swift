import Foundation
public import LedgerModel
import LedgerStore
import PostgresClient

/// A fund's history in another system, to be brought into these books once.
public struct ImportOpening: Hashable, Sendable {
    /// The folder with the files that ``OpeningFile`` names.
    public var folder: String

    /// The last day that the other system kept; everything is posted on it.
    public var cutOver: LedgerDate

    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?

    /// Describes an opening.
    public init(_ folder: String, cutOver: LedgerDate, fund: String? = nil) {
        self.folder = folder
        self.cutOver = cutOver
        self.fund = fund
    }
}

/// An opening that waits for a second person.
public struct ProposedOpening: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded

    /// The number by which it is approved.
    public let proposal: Int64

    /// The SHA-256 of each file in hexadecimal, by its name.
    public let files: [String: String]
}

extension Ledger {
    /// Checks a fund's history to the last cent and proposes to bring it in; nothing of it is kept.
    ///
    /// Throws ``OpeningFaults`` with every fault. Refused with `LG350` when the fund was opened
    /// before, `LG351` when it has entries of its own, `LG104` when the day is closed.
    public func propose(
        _ opening: ImportOpening,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ProposedOpening {
        let books = try await self.books()
        let plan = OpeningBooks(
            books,
            try library(),
            fund: try books.custodialFund(opening.fund),
            cutOver: opening.cutOver
        )
        let folder = OpeningFolder(path: opening.folder)
        let survey = try OpeningSurvey(folder, plan)
        try survey.faults.check()
        let rehearsal = DoorCommand(
            key: "\(options.requestKey):rehearsal",
            memo: nil,
            statement: ["act": survey.act(plan), "proposal": .text(nil)]
        )
        _ = try await bring(rehearsal, folder, plan, survey, keeping: false, options)
        let act = try survey.act(plan).json
        let recorded = try await record(
            .propose,
            ["action": .text("opening"), "statement": .text(act)],
            options
        )
        return ProposedOpening(
            recorded: recorded,
            proposal: recorded.entry,
            files: survey.files
        )
    }

    /// Approves a proposed opening and brings it in: all of it, in one transaction, or nothing.
    ///
    /// The files have to be those that were proposed, byte for byte (`LG352`); refused with
    /// `LG701` without such a proposal, `LG702` when it was approved before, `LG406` for the person
    /// who proposed it. Throws ``OpeningFaults`` where the books do not tie.
    @discardableResult
    public func approve(
        opening proposal: Int64,
        from path: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let proposed = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                try await connection.proposedOpening(proposal)
            }
        }
        guard let proposed, let act = ProposedAct(proposed), let fund = books.fund(act.fund) else {
            throw LedgerRefusal(.proposalUnknown, detail: "proposal \(proposal)")
        }
        let plan = OpeningBooks(books, try library(), fund: fund, cutOver: act.cutOver)
        let folder = OpeningFolder(path: path)
        let survey = try OpeningSurvey(folder, plan)
        // Whether these are the files that were proposed says more than what is wrong in others.
        if survey.files == act.files { try survey.faults.check() }
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: ["act": survey.act(plan), "proposal": .number(proposal)]
        )
        let reply = try await bring(
            command,
            folder,
            plan,
            survey,
            keeping: !options.isDryRun,
            options
        )
        if !options.isDryRun { try await sealAll() }
        return try await recorded(reply, options)
    }

    private func bring(
        _ command: DoorCommand,
        _ folder: OpeningFolder,
        _ books: OpeningBooks,
        _ survey: OpeningSurvey,
        keeping: Bool,
        _ options: CommandOptions
    ) async throws -> DoorReply {
        try await attempt(options.requestKey) {
            try await store.withTransaction(keeping: keeping) { connection in
                let reply = try await connection.ask(.beginOpenings, [command])[0]
                if let refusal = reply.refusal, !keeping { throw refusal }
                guard reply.refusal == nil, !reply.isReplay else { return reply }
                do {
                    try await OpeningImporter(
                        folder: folder,
                        books: books,
                        survey: survey,
                        opening: reply.entryID
                    ).run(connection)
                } catch let fault as OpeningFault {
                    throw OpeningFaults(faults: [fault], count: 1)
                }
                return reply
            }
        }
    }
}

extension OpeningSurvey {
    /// The files that are there, by their names.
    var files: [String: String] {
        Dictionary(uniqueKeysWithValues: digests.map { ($0.key.name, $0.value) })
    }

    /// What two persons sign.
    func act(_ books: OpeningBooks) -> DoorCommand.Field {
        let controls = OpeningFile.allCases.flatMap { file in
            file.measures.compactMap { measure -> DoorCommand.Field? in
                guard let total = totals[file]?[measure] else { return nil }
                return .object([
                    "file": .text(file.rawValue), "measure": .text(measure),
                    "lines": .number(total.lines), "cents": .number(total.amount.cents),
                ])
            }
        }
        return .object([
            "fund": .number(Int64(books.fund.id)), "cut_over": .day(books.cutOver),
            "files": .object(files.mapValues { .text($0) }), "controls": .list(controls),
        ])
    }
}

/// What a proposal says of the opening that it means.
private struct ProposedAct: Decodable {
    let fund: Int32
    let cutOver: LedgerDate
    let files: [String: String]

    private enum CodingKeys: String, CodingKey {
        case fund
        case cutOver = "cut_over"
        case files
    }

    init?(_ text: String) {
        guard let act = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
            return nil
        }
        self = act
    }
}
