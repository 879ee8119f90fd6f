import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient

/// A file of statements: its name, and its bytes from an offset on, none at its end.
public struct StatementInput: Sendable {
    /// The name without its place.
    public let name: String
    /// Some bytes from an offset on; empty at the end of the file.
    public let bytes: @Sendable (Int) throws -> [UInt8]

    /// Describes a file.
    public init(name: String, bytes: @escaping @Sendable (Int) throws -> [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// How a file of statements is imported.
public struct ImportStatements: Hashable, Sendable {
    /// The bank account that all of it must be about; nil where the file's numbers tell.
    public var account: String?
    /// The format; nil where the file or its source tells.
    public var format: String?
    /// The declared source.
    public var source: String?
    /// Whether everything is checked and nothing kept.
    public var isDryRun: Bool

    /// Describes an import.
    public init(
        account: String? = nil,
        format: String? = nil,
        source: String? = nil,
        isDryRun: Bool = false
    ) {
        self.account = account
        self.format = format
        self.source = source
        self.isDryRun = isDryRun
    }
}

extension Ledger {
    /// Imports a file of statements, all of it or nothing, in flat memory.
    ///
    /// The file is read twice: first to judge it, then for its lines. The same bytes add nothing a
    /// second time. Of a rejected file the findings are kept alone; a quarantined one waits for
    /// ``releaseStatement(_:reason:instead:_:)``. Refused with `LG901` to `LG904` where account,
    /// currency or source are not those known, `LG906` where nothing says how the file is read,
    /// `LG909` for bytes that were read before as another source's.
    public func importStatements(
        _ command: ImportStatements,
        _ file: StatementInput,
        progress: @Sendable (_ bytes: Int, _ lines: Int) -> Void = { _, _ in }
    ) async throws -> StatementFileRecord {
        let plan = try await attempt { try await self.plan(command) }
        let survey = try StatementSurvey(file, plan.format, plan.options)
        let statement = try plan.statement(of: survey, file)
        let door = DoorCommand(key: "", memo: nil, statement: statement)
        let answer: Answer = try await attempt("statement-file") {
            try await store.withTransaction(keeping: !command.isDryRun) { connection in
                let reply = try await connection.ask(.recordStatementFiles, [door])[0]
                if let refusal = reply.refusal { return .refused(refusal) }
                if !reply.isReplay, survey.verdict != .rejected {
                    let lines = StatementLineReader(
                        survey: survey,
                        options: plan.options,
                        ids: try await connection.statementIDs(ofFile: reply.entryID)
                    )
                    try await lines.run(file, connection, progress)
                }
                let rows = try await connection.statementFiles(reply.entryID)
                return .kept(rows[0], isReplay: reply.isReplay)
            }
        }
        if !command.isDryRun { try await sealLines() }
        switch answer {
        case .refused(let refusal): throw refusal
        case .kept(let row, let isReplay):
            guard !command.isDryRun else {
                return StatementFileRecord(
                    row,
                    isReplay: isReplay,
                    findings: survey.findings.map(StatementFindingRecord.init)
                )
            }
            return try await kept(row.entryID, isReplay: isReplay)
        }
    }

    /// The file with its number and with what the ledger itself found.
    private func kept(_ file: Int64, isReplay: Bool) async throws -> StatementFileRecord {
        try await attempt {
            try await store.withTransaction { connection in
                let rows = try await connection.statementFiles(file)
                let findings = try await connection.statementFindings(ofFile: file)
                return StatementFileRecord(
                    rows[0],
                    isReplay: isReplay,
                    findings: findings.map(StatementFindingRecord.init)
                )
            }
        }
    }

    private enum Answer: Sendable {
        case refused(LedgerRefusal)
        case kept(StatementFileRow, isReplay: Bool)
    }

    /// An entry holds thousands of lines: few of them make a block that is hashed in little memory.
    private func sealLines() async throws {
        try await attempt {
            while try await store.seal(limit: 20) > 0 {}
        }
    }

    private func plan(_ command: ImportStatements) async throws -> StatementPlan {
        let named = try command.format.map { name throws(LedgerRefusal) -> StatementFormat in
            guard let format = StatementFormat(rawValue: name) else {
                let known = StatementFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw LedgerRefusal(.statementFormatUnknown, detail: "known are \(known)")
            }
            return format
        }
        let (numbers, source) = try await store.withTransaction { connection in
            let source =
                if let name = command.source { try await connection.statementSource(name) } else {
                    StatementSourceRow?.none
                }
            return (try await connection.bankAccountNumbers(), source)
        }
        if let name = command.source, source == nil {
            throw LedgerRefusal(.statementSourceUnknown, detail: name)
        }
        if let account = command.account, !numbers.contains(where: { $0.account == account }) {
            throw LedgerRefusal(.bankAccountUnknown, detail: account)
        }
        let declared = try source.map {
            try StatementDeclaration(yaml: $0.mapping, file: "the declaration of the source")
        }
        if let named, let declared, named != declared.format {
            throw LedgerRefusal(
                .statementFormatUnknown,
                detail: "the source is declared as \(declared.format.rawValue)"
            )
        }
        return StatementPlan(
            account: command.account,
            format: named ?? declared?.format,
            options: declared?.options ?? StatementOptions(),
            source: source?.entryID,
            numbers: numbers
        )
    }
}
