import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import PostgresClient
import Testing

@Suite struct InclusionProofTests {
    @Test func `every entry is proved against the last block, without the database`() async throws {
        let (proofs, checkpoint) = try await proofs()
        #expect(proofs.count == Int(checkpoint.entryCount))
        for proof in proofs {
            let file = try JSONEncoder().encode(proof)
            let read = try JSONDecoder().decode(InclusionProof.self, from: file)
            try read.check(against: checkpoint)
        }
    }

    @Test func `every changed value of a proof is noticed`() async throws {
        let (proofs, checkpoint) = try await proofs()
        let proof = proofs[9]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(proof), as: UTF8.self)
        var changes = 0
        for index in text.indices where text[index].isNumber {
            var changed = text
            changed.replaceSubrange(index...index, with: text[index] == "7" ? "1" : "7")
            guard changed != text,
                let read = try? JSONDecoder().decode(
                    InclusionProof.self,
                    from: Data(changed.utf8)
                ), read != proof
            else { continue }
            changes += 1
            // Names of columns and tables are not hashed; no other digit is free.
            #expect(throws: ProofFailure.self) { try read.check(against: checkpoint) }
        }
        #expect(changes > 1000)
    }

    @Test func `a proof does not fit a checkpoint of another chain`() async throws {
        let (proofs, checkpoint) = try await proofs()
        let other = Checkpoint(
            jurisdiction: checkpoint.jurisdiction,
            blockNumber: checkpoint.blockNumber,
            entryCount: checkpoint.entryCount,
            blockHash: Array(repeating: 7, count: 32),
            sealedAt: checkpoint.sealedAt
        )
        #expect(throws: ProofFailure.checkpointDiffers) { try proofs[3].check(against: other) }
    }

    @Test func `an entry without a number or behind the checkpoint has no proof`() async throws {
        let ledger = try await VerificationLedger.make()
        let pool = ConnectionPool(ledger.configuration)
        let auditor = Ledger(store: LedgerStore(pool: pool, jurisdiction: "us-aa"))
        let last = try await auditor.checkpoint()
        let first = Checkpoint(
            jurisdiction: "us-aa",
            blockNumber: 1,
            entryCount: 2,
            blockHash: last.blockHash,
            sealedAt: last.sealedAt
        )
        await #expect(throws: CheckpointFailure.entryIsLater(9)) {
            try await auditor.prove(entry: 9, through: first)
        }
        await #expect(throws: LedgerRefusal.self) {
            try await auditor.prove(entry: 99_999, through: last)
        }
        await pool.close()
        try await ledger.drop()
    }

    private func proofs() async throws -> ([InclusionProof], Checkpoint) {
        let ledger = try await VerificationLedger.make()
        let pool = ConnectionPool(ledger.configuration)
        let auditor = Ledger(store: LedgerStore(pool: pool, jurisdiction: "us-aa"))
        let checkpoint = try await auditor.checkpoint()
        var proofs: [InclusionProof] = []
        for number in 1...checkpoint.entryCount {
            proofs.append(try await auditor.prove(entry: number, through: checkpoint))
        }
        await pool.close()
        try await ledger.drop()
        return (proofs, checkpoint)
    }
}
