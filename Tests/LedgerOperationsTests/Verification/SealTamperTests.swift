import LedgerModel
import LedgerStore
import PostgresClient
import Testing

/// Alterations of the seals themselves, and of what they were made from together with them.
@Suite struct SealTamperTests {
    @Test func `every altered column of a block is named`() async throws {
        let ledger = try await VerificationLedger.make()
        let row = try await block(3, ledger)
        for column in row.columns {
            let report = try await ledger.verify(after: row.setting(column))
            #expect(
                report.findings.contains {
                    $0.blockNumber == 3 && $0.table == "block" && $0.columns == [column.name]
                },
                "\(column.name): \(report.findings)"
            )
            #expect(report.findings.allSatisfy { $0.table == "block" }, "\(column.name)")
        }
        let moved = try await ledger.verify(after: row.moving("jurisdiction_id"))
        #expect(moved.findings.contains { $0.columns == ["jurisdiction_id"] })
        try await ledger.drop()
    }

    @Test func `the last block is held to its hash, too`() async throws {
        let ledger = try await VerificationLedger.make()
        let last = try await ledger.verify().blocks
        let row = try await block(last, ledger)
        for column in row.columns {
            let report = try await ledger.verify(after: row.setting(column))
            #expect(!report.isIntact, "\(column.name)")
        }
        try await ledger.drop()
    }

    @Test func `every altered column of a sealed entry is named at its number`() async throws {
        let ledger = try await VerificationLedger.make()
        let row = try await Alteration.middle(
            of: "sealed_entry",
            entryColumn: "entry_id",
            ledger.connection
        )
        for column in row.columns {
            let alteration =
                column.name == "jurisdiction_id"
                ? row.moving(column.name) : row.setting(column)
            let report = try await ledger.verify(after: alteration)
            #expect(
                report.findings.contains {
                    $0.entryNumber == row.entryNumber && $0.table == "sealed_entry"
                        && $0.columns.contains(column.name)
                },
                "\(column.name): \(report.findings)"
            )
        }
        try await ledger.drop()
    }

    @Test func `rows taken from or added to the seals are found`() async throws {
        let ledger = try await VerificationLedger.make()
        let block = try await block(3, ledger)
        let entry = try await Alteration.middle(
            of: "sealed_entry",
            entryColumn: "entry_id",
            ledger.connection
        )
        let withoutBlock = try await ledger.verify(after: block.deleting)
        #expect(withoutBlock.findings.contains { $0.explanation == "block 3 is missing" })
        let withoutEntry = try await ledger.verify(after: entry.deleting)
        let number = entry.entryNumber ?? 0
        #expect(withoutEntry.firstFinding?.explanation == "number \(number) is missing")
        let added = try await ledger.verify(after: block.adding(under: "number", "1000"))
        #expect(!added.isIntact)
        let forged = try await ledger.verify(after: entry.adding(under: "number", "1000"))
        #expect(!forged.isIntact)
        try await ledger.drop()
    }

    @Test func `two entries with swapped payloads are both found`() async throws {
        let ledger = try await VerificationLedger.make()
        let report = try await ledger.verify(
            after: """
                UPDATE ledger.posting AS p SET amount_cents = q.amount_cents
                FROM ledger.posting AS q, ledger.sealed_entry AS s, ledger.sealed_entry AS t
                WHERE p.line = 1 AND q.line = 1 AND p.entry_id <> q.entry_id
                    AND s.entry_id = p.entry_id AND t.entry_id = q.entry_id
                    AND s.number IN (7, 8) AND t.number IN (7, 8)
                """
        )
        let found = report.findings.filter { $0.table == "posting" && $0.entryNumber != nil }
        #expect(found.map(\.entryNumber) == [7, 8])
        #expect(found.allSatisfy { $0.columns == ["amount_cents"] })
        try await ledger.drop()
    }

    @Test func `two swapped numbers are found`() async throws {
        let ledger = try await VerificationLedger.make()
        let report = try await ledger.verify(
            after: """
                UPDATE ledger.sealed_entry SET number = -number
                WHERE jurisdiction_id = 1 AND number IN (7, 8);
                UPDATE ledger.sealed_entry SET number = number + 15 WHERE number < 0
                """
        )
        #expect(report.firstFinding?.entryNumber == 8)
        #expect(report.firstFinding?.table == "sealed_entry")
        try await ledger.drop()
    }

    @Test func `an edit with its leaf recomputed is found by the root`() async throws {
        let ledger = try await VerificationLedger.make()
        let report = try await ledger.verify(after: Self.editWithLeaf)
        let entries = report.checks.first { $0.subject == .entries }
        #expect(entries?.violations == 0)
        let roots = report.checks.first { $0.subject == .roots }
        #expect(roots?.findings.map(\.table) == ["journal_entry"])
        #expect(roots?.findings.first?.columns == ["memo"])
        try await ledger.drop()
    }

    @Test func `a chain recomputed whole is found only against what was published`() async throws {
        let ledger = try await VerificationLedger.make()
        let published = try await self.published(ledger)
        #expect(try await ledger.verify(against: published).isIntact)
        let rewritten = Self.editWithLeaf + ";" + Self.rewriteChain
        #expect(try await ledger.verify(after: rewritten).isIntact)
        let report = try await ledger.verify(after: rewritten, against: published)
        #expect(report.findings.map(\.columns) == [["hash"]])
        #expect(report.findings.first?.explanation.hasSuffix("the chain was rewritten") == true)
        try await ledger.drop()
    }

    @Test func `a chain cut at its end is found only against what was published`() async throws {
        let ledger = try await VerificationLedger.make()
        let published = try await self.published(ledger)
        let cut = Self.cutLastBlock(published.number)
        #expect(try await ledger.verify(after: cut).isIntact)
        let report = try await ledger.verify(after: cut, against: published)
        #expect(report.findings.map(\.blockNumber) == [published.number])
        #expect(report.findings.first?.explanation.hasSuffix("the chain was cut") == true)
        try await ledger.drop()
    }

    @Test func `the largest and smallest numbers do not stop a verification`() async throws {
        let ledger = try await VerificationLedger.make()
        let alterations = [
            ("sealed_entry", "number"), ("sealed_entry", "entry_id"), ("block", "number"),
            ("block", "first_entry_number"), ("journal_entry", "id"), ("posting", "amount_cents"),
        ]
        for (table, column) in alterations {
            for value in ["9223372036854775807", "-9223372036854775808"] {
                let report = try await ledger.verify(
                    after: """
                        ALTER TABLE ledger.block DROP CONSTRAINT block_number_check;
                        ALTER TABLE ledger.posting DROP CONSTRAINT posting_amount_cents_check;
                        UPDATE ledger.\(table) SET \(column) = \(value) WHERE ctid = (
                            SELECT \(table == "posting" ? "min" : "max")(ctid)
                            FROM ledger.\(table) WHERE jurisdiction_id = 1)
                        """
                )
                #expect(!report.isIntact, "\(table).\(column)")
            }
        }
        try await ledger.drop()
    }

    private func block(
        _ number: Int64,
        _ ledger: VerificationLedger
    ) async throws -> Alteration {
        let any = try await Alteration.middle(of: "block", entryColumn: nil, ledger.connection)
        return Alteration(
            table: "block",
            row: "jurisdiction_id = 1 AND number = \(number)",
            columns: any.columns,
            entryNumber: nil,
            entryID: nil
        )
    }

    private func published(
        _ ledger: VerificationLedger
    ) async throws -> LedgerVerifier.PublishedBlock {
        let report = try await ledger.verify()
        return LedgerVerifier.PublishedBlock(
            number: report.blocks,
            entryCount: report.sealedEntries,
            hash: report.chainHead
        )
    }
}

extension SealTamperTests {
    private static let editWithLeaf = """
        UPDATE ledger.journal_entry SET memo = 'another' WHERE jurisdiction_id = 1 AND id = (
            SELECT entry_id FROM ledger.sealed_entry WHERE jurisdiction_id = 1 AND number = 9);
        UPDATE ledger.sealed_entry AS s SET leaf_hash = h.leaf_hash
        FROM ledger_api.leaf_hashes(1, 0, 10000, ARRAY(
            SELECT entry_id FROM ledger.sealed_entry WHERE jurisdiction_id = 1
        )) AS h WHERE s.jurisdiction_id = 1 AND s.entry_id = h.entry_id
        """

    private static let rewriteChain = """
        DO $$
        DECLARE
            b ledger.block; v_ids bigint[]; v_previous bytea := sha256('');
        BEGIN
            FOR b IN SELECT * FROM ledger.block WHERE jurisdiction_id = 1 ORDER BY number LOOP
                v_ids := ARRAY(SELECT entry_id FROM ledger.sealed_entry
                    WHERE jurisdiction_id = 1 AND number >= b.first_entry_number
                        AND number < b.first_entry_number + b.entry_count ORDER BY number);
                b.root_hash := ledger_api.merkle_root(ARRAY(
                    SELECT leaf_hash FROM ledger.sealed_entry WHERE jurisdiction_id = 1
                        AND entry_id = ANY (v_ids) ORDER BY number));
                b.column_digests := ledger_api.column_digests(1, 0, 10000, v_ids);
                b.previous_hash := v_previous;
                b.hash := ledger_api.block_hash('us-aa', b);
                v_previous := b.hash;
                UPDATE ledger.block SET root_hash = b.root_hash, hash = b.hash,
                    column_digests = b.column_digests, previous_hash = b.previous_hash
                WHERE jurisdiction_id = 1 AND number = b.number;
            END LOOP;
        END $$
        """

    /// Takes the entries of the last block out of the seals, and out of every table.
    private static func cutLastBlock(_ number: Int64) -> String {
        """
        DO $$
        DECLARE
            v_ids bigint[]; t ledger.sealed_table;
        BEGIN
            v_ids := ARRAY(SELECT s.entry_id FROM ledger.sealed_entry AS s, ledger.block AS b
                WHERE s.jurisdiction_id = 1 AND b.jurisdiction_id = 1 AND b.number = \(number)
                    AND s.number >= b.first_entry_number);
            FOR t IN SELECT * FROM ledger.sealed_table LOOP
                EXECUTE format('DELETE FROM ledger.%I WHERE %I = ANY ($1)', t.table_name,
                    t.entry_column) USING v_ids;
            END LOOP;
            DELETE FROM ledger.sealed_entry WHERE entry_id = ANY (v_ids);
            DELETE FROM ledger.block WHERE jurisdiction_id = 1 AND number = \(number);
        END $$
        """
    }
}
