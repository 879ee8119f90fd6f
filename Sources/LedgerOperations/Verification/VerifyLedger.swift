public import LedgerModel
import LedgerStore
import PostgresClient

// What an auditor does with the books of one jurisdiction: prove them, publish their head, and
// prove single entries to others. All need the role auditor, or a superuser.
extension Ledger {
    /// Recomputes everything that is sealed and compares everything that is derived, in one
    /// read-only transaction.
    ///
    /// Without a checkpoint the report says that a chain cut or rewritten whole was not looked
    /// for. Throws `CheckpointFailure.otherJurisdiction` for a checkpoint of other books, a
    /// `LedgerRefusal` when the login may not read everything, and errors of the database; what
    /// is wrong in the books is in the report and never thrown.
    public func verify(against checkpoint: Checkpoint? = nil) async throws -> VerificationReport {
        let published = checkpoint.map {
            LedgerVerifier.PublishedBlock(
                number: $0.blockNumber,
                entryCount: $0.entryCount,
                hash: $0.blockHash
            )
        }
        return try await audit { verifier, connection in
            let report = try await verifier.verify(against: published, connection)
            if let checkpoint, checkpoint.jurisdiction != report.jurisdiction {
                throw CheckpointFailure.otherJurisdiction(checkpoint.jurisdiction)
            }
            return report
        }
    }

    /// The last block, to be signed and kept outside the database.
    ///
    /// Throws `CheckpointFailure.nothingSealed` when there is none.
    public func checkpoint() async throws -> Checkpoint {
        try await audit { verifier, connection in
            guard let (code, head) = try await verifier.head(connection) else {
                throw CheckpointFailure.nothingSealed
            }
            return Checkpoint(
                jurisdiction: code,
                blockNumber: head.number,
                entryCount: head.endNumber - 1,
                blockHash: head.hash,
                sealedAt: head.sealedAt
            )
        }
    }

    /// Proof that the entry of this number is in the chain that the checkpoint published.
    ///
    /// Throws `LG308` when there is no such entry, and `CheckpointFailure.entryIsLater` when it
    /// was sealed after the checkpoint.
    public func prove(
        entry number: Int64,
        through checkpoint: Checkpoint
    ) async throws -> InclusionProof {
        try await audit { verifier, connection in
            let evidence = try await EntryEvidence.read(
                number: number,
                jurisdiction: verifier.jurisdiction,
                through: checkpoint.blockNumber,
                connection
            )
            return InclusionProof(evidence, jurisdiction: checkpoint.jurisdiction)
        }
    }

    private func audit<Value: Sendable>(
        _ body:
            @Sendable (LedgerVerifier, isolated PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let code = store.jurisdiction
        do {
            return try await attempt {
                try await store.withTransaction(.bound(readOnly: true)) { connection in
                    try await body(LedgerVerifier.named(code, connection), connection)
                }
            }
        } catch let error as VerifierError {
            throw error.forCallers
        }
    }
}

extension VerifierError {
    /// The same as a refusal or a failure that callers know.
    fileprivate var forCallers: any Error {
        switch self {
        case .unknownJurisdiction: LedgerRefusal(.notBound, detail: description)
        case .mayNotRead: LedgerRefusal(.roleMissing, detail: description)
        case .unknownEntry: LedgerRefusal(.entryUnknown, detail: description)
        case .notCovered(let number): CheckpointFailure.entryIsLater(number)
        case .listOfSealedTables, .malformedRows: LedgerFailure.database(description)
        }
    }
}
