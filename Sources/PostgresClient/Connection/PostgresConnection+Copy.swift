import CLibPQ

extension PostgresConnection {
    /// Feeds `COPY … FROM STDIN` with pieces until `next` returns nil; returns the rows copied.
    ///
    /// An error of the closure ends the COPY, which then stores nothing, and comes out as it is.
    @discardableResult
    package func copyIn(
        _ sql: String,
        deadline: Duration? = nil,
        next: () throws -> [UInt8]?
    ) async throws -> Int {
        var refusal: (any Error)?
        let count = try await cancellable(nil) { () throws(PostgresError) in
            try copying(sql, PGRES_COPY_IN, deadline) { (link) throws(PostgresError) in
                do {
                    while let bytes = try next(), try link.putCopyData(bytes) {}
                    try link.endCopy(reason: nil)
                } catch let error as PostgresError where link.isLost {
                    throw error
                } catch {
                    refusal = error
                    try link.endCopy(reason: "the client gave up")
                }
                return try rowsCopied(link, refused: refusal != nil)
            }
        }
        if let refusal { throw refusal }
        return count
    }

    /// Hands over the pieces of `COPY … TO STDOUT`; returns the rows copied.
    @discardableResult
    package func copyOut(
        _ sql: String,
        deadline: Duration? = nil,
        each: ([UInt8]) throws -> Void
    ) async throws -> Int {
        var refusal: (any Error)?
        let count = try await cancellable(nil) { () throws(PostgresError) in
            try copying(sql, PGRES_COPY_OUT, deadline) { (link) throws(PostgresError) in
                while let bytes = try link.nextCopyData() {
                    guard refusal == nil else { continue }
                    do {
                        try each(bytes)
                    } catch {
                        refusal = error
                        cancel()
                    }
                }
                return try rowsCopied(link, refused: refusal != nil)
            }
        }
        if let refusal { throw refusal }
        return count
    }

    private func copying(
        _ sql: String,
        _ direction: ExecStatusType,
        _ deadline: Duration?,
        _ body: (PostgresLink) throws(PostgresError) -> Int
    ) throws(PostgresError) -> Int {
        try call(nil, deadline: deadline, restartsEachWait: true) { (link) throws(PostgresError) in
            try refuseIfCancelled()
            try link.send(Query(sql))
            try link.flush()
            guard let start = unsafe try link.nextResult() else {
                throw PostgresError(.protocol, "the server gave no answer")
            }
            defer { unsafe PQclear(start) }
            guard unsafe PQresultStatus(start) == direction else {
                throw unsafe link.failure(of: start)
            }
            return try body(link)
        }
    }

    private func rowsCopied(
        _ link: PostgresLink,
        refused: Bool
    ) throws(PostgresError) -> Int {
        do throws(PostgresError) {
            return try link.onlyResult().affectedRows
        } catch {
            guard refused, !link.isLost else { throw error }
            return 0
        }
    }
}
