import CLibPQ

/// The whole answer to one statement; owns the memory that its rows look into.
@safe
package final class PostgresResult: Sendable {
    private nonisolated(unsafe) let handle: OpaquePointer
    let columns: PostgresColumns
    package let count: Int

    init(owning handle: OpaquePointer, columns: PostgresColumns? = nil) {
        unsafe self.handle = unsafe handle
        self.columns = unsafe columns ?? PostgresColumns(handle)
        count = Int(unsafe PQntuples(handle))
    }

    deinit { unsafe PQclear(handle) }

    package var columnCount: Int { columns.names.count }

    /// The tag of the command, such as `INSERT 0 3`.
    package var commandTag: String {
        unsafe PQcmdStatus(handle).map { unsafe String(cString: $0) } ?? ""
    }

    /// Rows that the command touched; zero for commands that touch none.
    package var affectedRows: Int {
        unsafe PQcmdTuples(handle).flatMap { unsafe Int(String(cString: $0)) } ?? 0
    }

    package func columnName(at column: Int) -> String { columns.names[column] }

    package func columnOID(at column: Int) -> UInt32 { columns.types[column].oid }

    func cell(row: Int, column: Int) -> PostgresCell? {
        precondition(row >= 0 && row < count && column >= 0 && column < columnCount)
        let (row, column) = (Int32(row), Int32(column))
        guard unsafe PQgetisnull(handle, row, column) == 0 else { return nil }
        return unsafe PostgresCell(
            type: columns.types[Int(column)],
            bytes: UnsafeRawBufferPointer(
                start: PQgetvalue(handle, row, column),
                count: Int(PQgetlength(handle, row, column))
            )
        )
    }
}

extension PostgresResult: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> PostgresRow {
        precondition(index >= 0 && index < count, "a result of \(count) rows has no row \(index)")
        return PostgresRow(result: self, index: index)
    }
}
