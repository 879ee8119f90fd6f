public import LedgerModel
package import LedgerStore

/// What an auditor does with the books of one jurisdiction: prove them, publish their head, and
/// prove single entries to others.
public struct LedgerAudit: Sendable {
    private let store: LedgerStore

    package init(store: LedgerStore) { self.store = store }

    /// Recomputes everything that is sealed and compares everything that is derived, in one
    /// read-only transaction.
    ///
    /// Needs the role auditor, or a superuser.
    ///
    /// Without a checkpoint the report says that a chain cut or rewritten whole was not looked
    /// for. Throws `CheckpointFailure.otherJurisdiction` for a checkpoint of other books, and
    /// errors of the database; what is wrong in the books is in the report and never thrown.
    public func verify(against checkpoint: Checkpoint? = nil) async throws -> VerificationReport {
        let published = checkpoint.map {
            LedgerVerifier.PublishedBlock(
                number: $0.blockNumber,
                entryCount: $0.entryCount,
                hash: $0.blockHash
            )
        }
        let code = store.jurisdiction
        return try await store.withTransaction(.bound(readOnly: true)) { connection in
            let verifier = try await LedgerVerifier.named(code, connection)
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
        let code = store.jurisdiction
        return try await store.withTransaction(.bound(readOnly: true)) { connection in
            let verifier = try await LedgerVerifier.named(code, connection)
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
    /// Throws when there is no such entry, or it was sealed after the checkpoint.
    public func prove(
        entry number: Int64,
        through checkpoint: Checkpoint
    ) async throws -> InclusionProof {
        let code = store.jurisdiction
        return try await store.withTransaction(.bound(readOnly: true)) { connection in
            let verifier = try await LedgerVerifier.named(code, connection)
            let evidence = try await EntryEvidence.read(
                number: number,
                jurisdiction: verifier.jurisdiction,
                through: checkpoint.blockNumber,
                connection
            )
            return InclusionProof(evidence, jurisdiction: checkpoint.jurisdiction)
        }
    }
}
