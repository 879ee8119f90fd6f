import CLibPQ

/// Reads the fields of an error or a notice; to be done before the result is cleared.
enum ResultFields {
    static func field(_ code: Character, of result: OpaquePointer) -> String? {
        let code = Int32(code.asciiValue ?? 0)
        return unsafe PQresultErrorField(result, code).map { unsafe String(cString: $0) }
    }

    static func error(_ result: OpaquePointer) -> PostgresError {
        let sqlstate = unsafe field("C", of: result)
        let message = unsafe field("M", of: result) ?? text(PQresultErrorMessage(result))
        var error = PostgresError(
            sqlstate.map { .server(sqlstate: $0) } ?? .protocol,
            message
        )
        unsafe error.detail = field("D", of: result)
        unsafe error.hint = field("H", of: result)
        unsafe error.constraint = field("n", of: result)
        unsafe error.schema = field("s", of: result)
        unsafe error.table = field("t", of: result)
        unsafe error.column = field("c", of: result)
        return error
    }

    static func notice(_ result: OpaquePointer) -> PostgresNotice {
        unsafe PostgresNotice(
            severity: field("V", of: result) ?? "WARNING",
            sqlstate: field("C", of: result) ?? "",
            message: field("M", of: result) ?? text(PQresultErrorMessage(result)),
            detail: field("D", of: result),
            hint: field("H", of: result)
        )
    }

    static func text(_ message: UnsafePointer<CChar>?) -> String {
        guard let message = unsafe message else { return "" }
        let text = unsafe String(cString: message)
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}
