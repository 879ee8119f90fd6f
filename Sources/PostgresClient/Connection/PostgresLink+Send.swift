import CLibPQ

extension PostgresLink {
    func send(_ query: Query) throws(PostgresError) {
        try refuseUnsendable(query)
        try check(
            unsafe withParameters(of: query) { parameters in
                unsafe PQsendQueryParams(
                    handle,
                    query.text,
                    parameters.count,
                    parameters.types,
                    parameters.values,
                    parameters.lengths,
                    parameters.formats,
                    1
                )
            }
        )
    }

    func sendPrepare(_ query: Query, as statement: String) throws(PostgresError) {
        try refuseUnsendable(query)
        let types = query.binds.map(\.type.oid)
        try check(unsafe PQsendPrepare(handle, statement, query.text, Int32(types.count), types))
    }

    func send(_ query: Query, preparedAs statement: String) throws(PostgresError) {
        try refuseUnsendable(query)
        try check(
            unsafe withParameters(of: query) { parameters in
                unsafe PQsendQueryPrepared(
                    handle,
                    statement,
                    parameters.count,
                    parameters.values,
                    parameters.lengths,
                    parameters.formats,
                    1
                )
            }
        )
    }

    /// Sends many statements in one message of the simple protocol.
    func sendScript(_ text: String) throws(PostgresError) {
        try refuseNUL(text)
        try check(unsafe PQsendQuery(handle, text))
    }

    func refuseUnsendable(_ query: Query) throws(PostgresError) {
        if let failure = query.failure { throw failure }
        try refuseNUL(query.text)
        guard query.binds.count <= Int(UInt16.max) else {
            throw PostgresError(.encoding, "\(query.binds.count) values are bound, too many")
        }
        guard query.payload.count < Int(Int32.max) else {
            throw PostgresError(.encoding, "the bound values exceed two gigabytes")
        }
    }

    /// A NUL would end the text early in C.
    private func refuseNUL(_ text: String) throws(PostgresError) {
        guard text.utf8.contains(0) else { return }
        throw PostgresError(.encoding, "the statement holds a NUL")
    }
}

/// Parameters as libpq takes them, valid only while their query is lent.
@unsafe
private struct Parameters {
    let count: Int32
    let types: [Oid]
    let values: [UnsafePointer<CChar>?]
    let lengths: [Int32]
    let formats: [Int32]
}

private func withParameters(of query: Query, _ body: (Parameters) -> Int32) -> Int32 {
    unsafe query.payload.withUnsafeBytes { payload in
        let values = unsafe query.binds.map { bind -> UnsafePointer<CChar>? in
            guard let range = bind.range else { return nil }
            // An empty value still needs an address: libpq reads none as NULL.
            guard !range.isEmpty else { return unsafe emptyValue }
            return unsafe payload.baseAddress.map {
                unsafe ($0 + range.lowerBound).assumingMemoryBound(to: CChar.self)
            }
        }
        return unsafe body(
            Parameters(
                count: Int32(query.binds.count),
                types: query.binds.map(\.type.oid),
                values: values,
                lengths: query.binds.map { Int32($0.range?.count ?? 0) },
                formats: Array(repeating: 1, count: query.binds.count)
            )
        )
    }
}

private nonisolated(unsafe) let emptyValue: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
}()
