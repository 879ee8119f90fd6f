/// A view of one row; it keeps its result alive and copies nothing.
package struct PostgresRow: Sendable {
    let result: PostgresResult
    let index: Int

    package var columnCount: Int { result.columnCount }

    package func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self,
        at column: Int
    ) throws(PostgresError) -> Value {
        guard column >= 0, column < columnCount else {
            throw PostgresError(.decoding, "no column \(column) in a row of \(columnCount)")
        }
        do throws(PostgresCell.Failure) {
            return try Value.decode(result.cell(row: index, column: column))
        } catch {
            throw explain(error, column: column, expected: Value.postgresType)
        }
    }

    package func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self,
        named name: String
    ) throws(PostgresError) -> Value {
        guard let column = result.columns.position(of: name) else {
            let known = result.columns.names.joined(separator: ", ")
            throw PostgresError(.decoding, "no column \(name) among \(known)")
        }
        return try decode(type, at: column)
    }

    /// The bytes as the server sent them, or nil for NULL.
    package func bytes(at column: Int) -> [UInt8]? {
        unsafe withBytes(at: column) { bytes in
            unsafe bytes.map { unsafe Array($0) }
        }
    }

    /// Lends the bytes as the server sent them, or nil for NULL, without a copy.
    package func withBytes<Value>(
        at column: Int,
        _ body: (UnsafeRawBufferPointer?) throws -> Value
    ) rethrows -> Value {
        try unsafe body(result.cell(row: index, column: column)?.bytes)
    }

    private func explain(
        _ failure: PostgresCell.Failure,
        column: Int,
        expected: PostgresType
    ) -> PostgresError {
        let name = result.columns.names[column]
        let actual = result.columns.types[column]
        let problem =
            switch failure {
            case .null: "is NULL"
            case .type: "is \(actual)"
            case .malformed(let reason): "is a malformed \(actual): \(reason)"
            }
        var error = PostgresError(
            .decoding,
            "column \(name) was expected to be \(expected) but \(problem)"
        )
        error.column = name
        return error
    }
}
