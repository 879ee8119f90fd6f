import CLibPQ

extension PostgresLink {
    /// The one result of a statement, with the rest of the answer read as well.
    func onlyResult() throws(PostgresError) -> PostgresResult {
        guard let handle = unsafe try nextResult() else {
            throw PostgresError(.protocol, "the server gave no answer")
        }
        return unsafe try checked(handle)
    }

    /// Takes over a result, or clears it and throws what it says.
    func checked(
        _ result: OpaquePointer,
        columns: PostgresColumns? = nil
    ) throws(PostgresError) -> PostgresResult {
        switch unsafe PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
            return unsafe PostgresResult(owning: result, columns: columns)
        default:
            defer { unsafe PQclear(result) }
            throw unsafe failure(of: result)
        }
    }

    /// What a result says that is not the wanted one; does not clear it.
    func failure(of result: OpaquePointer) -> PostgresError {
        switch unsafe PQresultStatus(result) {
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            return PostgresError(.protocol, "COPY needs copyIn or copyOut")
        case PGRES_PIPELINE_ABORTED:
            return PostgresError(.protocol, "not run, since a query before it failed")
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            return PostgresError(.protocol, "the statement is no COPY")
        default:
            let error = unsafe ResultFields.error(result)
            if unsafe PQstatus(handle) == CONNECTION_BAD { _ = lost() }
            return error
        }
    }

    /// Reads until the server waits for the next call.
    func drain() throws(PostgresError) {
        while let result = unsafe try nextResult() {
            let status = unsafe PQresultStatus(result)
            unsafe PQclear(result)
            switch status {
            case PGRES_COPY_IN:
                guard unsafe PQputCopyEnd(handle, "not expected here") != -1 else { throw lost() }
                try flush()
            case PGRES_COPY_OUT: while try nextCopyData() != nil {}
            case PGRES_COPY_BOTH: throw lost()
            default: break
            }
        }
        // A fatal error ends the session right after its message.
        if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
    }

    /// The next piece that COPY OUT sends, or nil at its end.
    func nextCopyData() throws(PostgresError) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<CChar>?
        while true {
            let count = unsafe PQgetCopyData(handle, &buffer, 1)
            switch count {
            case 0: try awaitInput()
            case -1: return nil
            case 1...:
                defer { unsafe PQfreemem(buffer) }
                return unsafe Array(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
            default:
                if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
                throw PostgresError(.protocol, lastMessage)
            }
        }
    }

    /// False when the server ended COPY IN early; its reason is the next result.
    func putCopyData(_ bytes: [UInt8]) throws(PostgresError) -> Bool {
        guard bytes.count < Int(Int32.max) else {
            throw PostgresError(.encoding, "a piece of COPY exceeds two gigabytes")
        }
        while true {
            let accepted = unsafe bytes.withUnsafeBytes { raw in
                unsafe PQputCopyData(
                    handle,
                    raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(raw.count)
                )
            }
            switch accepted {
            case 1:
                try flush()
                return true
            case 0: try awaitOutput()
            default:
                if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
                return false
            }
        }
    }

    func endCopy(reason: String?) throws(PostgresError) {
        while true {
            switch unsafe PQputCopyEnd(handle, reason) {
            case 1: return try flush()
            case 0: try awaitOutput()
            default:
                if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
                return
            }
        }
    }
}

extension PostgresLink {
    /// Clears the wire after a failure; the failure itself is what the caller hears of.
    func drainUnlessLost() throws(PostgresError) {
        if !isLost { try drain() }
    }
}
