import LedgerStore
import PostgresClient

/// One row of one table that a test alters, and where the verifier has to find it.
struct Alteration {
    struct Column {
        let name: String
        let type: String
    }

    let table: String
    /// Names one row.
    let row: String
    let columns: [Column]
    /// The entry that the row belongs to, for rows of entries.
    let entryNumber: Int64?
    let entryID: Int64?

    /// A row in the middle of a table, away from the ends of the chain.
    static func middle(
        of table: String,
        entryColumn: String?,
        jurisdictionColumn: String = "jurisdiction_id",
        _ connection: PostgresConnection
    ) async throws -> Alteration {
        let entry = entryColumn.map { "r.\($0)" } ?? "NULL::bigint"
        let rows = try await connection.execute(
            """
            SELECT r.ctid::text, s.number, \(raw: entry), b.number
            FROM (
                SELECT r.ctid, r.*, ntile(2) OVER (ORDER BY r.ctid) AS half
                FROM ledger.\(raw: table) AS r WHERE r.\(raw: jurisdictionColumn) = 1
            ) AS r
            LEFT JOIN ledger.sealed_entry AS s
                ON s.jurisdiction_id = 1 AND s.entry_id = \(raw: entry)
            LEFT JOIN ledger.block AS b ON b.jurisdiction_id = 1 AND s.number
                BETWEEN b.first_entry_number AND b.first_entry_number + b.entry_count - 1
            WHERE \(raw: entry) IS NULL OR s.number IS NOT NULL
            ORDER BY r.half DESC, r.ctid LIMIT 1
            """
        )
        let row = rows[0]
        let columns = try await connection.execute(
            """
            SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
            WHERE attrelid = ('ledger.' || \(table))::regclass AND attnum > 0 AND NOT attisdropped
            ORDER BY attnum
            """
        ).map { Column(name: try $0.decode(at: 0), type: try $0.decode(at: 1)) }
        return Alteration(
            table: table,
            row: "ctid = '\(try row.decode(String.self, at: 0))'",
            columns: columns,
            entryNumber: try row.decode(at: 1),
            entryID: try row.decode(at: 2)
        )
    }

    /// Takes away what keeps values and rows apart; a superuser can do so.
    private var unguarded: String {
        """
        DO $$
        DECLARE v_name text;
        BEGIN
            FOR v_name IN
                SELECT conname FROM pg_constraint
                WHERE conrelid = 'ledger.\(table)'::regclass AND contype IN ('c', 'u')
            LOOP
                EXECUTE format('ALTER TABLE ledger.\(table) DROP CONSTRAINT %I', v_name);
            END LOOP;
        END $$;
        """
    }

    /// Gives the column another value of its type.
    func setting(_ column: Column) -> String {
        let name = column.name
        let value =
            switch column.type {
            case "smallint": "coalesce(\(name), 0) + 1000"
            case "integer", "bigint", "numeric": "coalesce(\(name), 0) + 100000"
            case "text": "coalesce(\(name), '') || 'x'"
            case "boolean": "NOT \(name)"
            case "date": "coalesce(\(name), '2020-01-01') + 1"
            case "timestamp with time zone": "\(name) + interval '1 second'"
            case "bytea": "sha256(coalesce(\(name), ''))"
            case "text[]": "\(name) || 'x'::text"
            case "smallint[]", "integer[]", "bigint[]": "\(name) || ARRAY[1]::\(column.type)"
            case let other: "no way to alter a \(other)"
            }
        let set =
            name == "id" && column.type == "integer"
            ? "ALTER TABLE ledger.\(table) ALTER COLUMN id DROP IDENTITY IF EXISTS;" : ""
        return "\(unguarded)\(set) UPDATE ledger.\(table) SET \(name) = \(value) WHERE \(row)"
    }

    /// Moves the row to the other jurisdiction.
    func moving(_ column: String) -> String {
        "UPDATE ledger.\(table) SET \(column) = (SELECT id FROM ledger.jurisdiction "
            + "WHERE code = 'us-bb') WHERE \(row)"
    }

    var deleting: String { "DELETE FROM ledger.\(table) WHERE \(row)" }

    /// Adds the row once more, under another entry.
    func adding(under entryColumn: String, _ entry: String) -> String {
        """
        \(unguarded)
        DO $$
        DECLARE v_name text;
        BEGIN
            FOR v_name IN
                SELECT conname FROM pg_constraint
                WHERE conrelid = 'ledger.\(table)'::regclass AND contype = 'p'
            LOOP
                EXECUTE format('ALTER TABLE ledger.\(table) DROP CONSTRAINT %I CASCADE', v_name);
            END LOOP;
        END $$;
        DO $$
        DECLARE v_name text;
        BEGIN
            FOR v_name IN
                SELECT indexrelid::regclass FROM pg_index
                WHERE indrelid = 'ledger.\(table)'::regclass AND indisunique
            LOOP
                EXECUTE format('DROP INDEX %s', v_name);
            END LOOP;
        END $$;
        CREATE TEMP TABLE forged ON COMMIT DROP AS SELECT * FROM ledger.\(table) WHERE \(row);
        UPDATE forged SET \(entryColumn) = \(entry);
        INSERT INTO ledger.\(table) OVERRIDING SYSTEM VALUE SELECT * FROM forged
        """
    }
}
