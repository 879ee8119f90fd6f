import LedgerModel
import LedgerStatements
import LedgerStore
import PostgresClient

extension Ledger {
    /// The statements by account and day.
    public func statements() async throws -> [StatementRecord] {
        try await attempt {
            try await store.withTransaction { try await $0.statements() }.map(StatementRecord.init)
        }
    }

    /// The files that were read, newest first.
    public func statementFiles() async throws -> [StatementFileRecord] {
        try await attempt {
            try await store.withTransaction { try await $0.statementFiles() }
                .map { StatementFileRecord($0) }
        }
    }

    /// A statement with its first lines and what was found wrong; refused with `LG907`.
    public func statement(
        _ number: Int64,
        lines limit: Int32 = 1_000
    ) async throws -> (
        statement: StatementRecord, lines: [StatementLineRecord],
        findings: [StatementFindingRecord]
    ) {
        let found = try await namedStatement(number)
        return try await attempt {
            try await store.withTransaction { connection in
                let lines = try await connection.statementLines(of: found.entry, limit: limit)
                let findings = try await connection.statementFindings(
                    ofFile: found.file,
                    statement: found.entry
                )
                return (
                    found, lines.map(StatementLineRecord.init),
                    findings.map(StatementFindingRecord.init)
                )
            }
        }
    }

    /// Declares how the files of a source are read; the newest declaration holds.
    ///
    /// `text` is YAML; throws an ``ImportFault`` with its lines where it is not right. The
    /// reference of what is recorded is the version.
    @discardableResult
    public func declareStatementSource(
        yaml text: String,
        file: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> (name: String, recorded: Recorded) {
        let declaration = try StatementDeclaration(yaml: text, file: file)
        let recorded = try await record(
            .declareStatementSources,
            [
                "name": .text(declaration.name), "format": .text(declaration.format.rawValue),
                "mapping": .text(text),
            ],
            options
        )
        return (declaration.name, recorded)
    }

    /// Releases a statement from quarantine; another person must do so than who imported it.
    ///
    /// `instead` names an older statement of the account that it supersedes. Refused with `LG406`
    /// for the same person, `LG907` and `LG908` for a statement that is not there or does not
    /// wait, `LG108` without a reason.
    @discardableResult
    public func releaseStatement(
        _ number: Int64,
        reason: String,
        instead older: Int64? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try SensitiveText.check(reason, in: "reason")
        let entry = try await namedStatement(number).entry
        var instead: Int64?
        if let older { instead = try await namedStatement(older).entry }
        return try await record(
            .releaseStatements,
            [
                "statement": .number(entry), "reason": .text(reason),
                "supersedes": .number(ifKnown: instead),
            ],
            options
        )
    }

    private func namedStatement(_ number: Int64) async throws -> StatementRecord {
        guard let found = try await statements().first(where: { $0.number == number }) else {
            throw LedgerRefusal(.statementUnknown, detail: "\(number)")
        }
        return found
    }
}
