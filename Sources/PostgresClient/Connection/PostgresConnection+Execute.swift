import CLibPQ

extension PostgresConnection {
    /// Runs one statement with its binds; `prepared` parses it once per connection.
    @discardableResult
    package func execute(
        _ query: Query,
        prepared: Bool = false,
        deadline: Duration? = nil
    ) async throws(PostgresError) -> PostgresResult {
        try await cancellable(query.name) { () throws(PostgresError) in
            try perform(query, prepared: prepared, deadline: deadline, cancellable: true)
        }
    }

    /// Runs statements separated by semicolons, without binds; for migrations.
    package func runScript(
        _ sql: String,
        deadline: Duration? = nil
    ) async throws(PostgresError) {
        try await cancellable(nil) { () throws(PostgresError) in
            try performScript(sql, deadline: deadline, cancellable: true)
        }
    }

    func performScript(
        _ sql: String,
        deadline: Duration? = nil,
        cancellable: Bool = false
    ) throws(PostgresError) {
        try call(nil, deadline: deadline, commits: true) { (link) throws(PostgresError) in
            if cancellable { try refuseIfCancelled() }
            try link.sendScript(sql)
            try link.flush()
            while let result = unsafe try link.nextResult() {
                _ = unsafe try link.checked(result)
            }
        }
    }

    /// Hands over one row after the other, holding one in memory; returns how many there were.
    ///
    /// The deadline bounds each wait for the server, not the whole stream. An error of the
    /// closure stops the query and comes out as it is.
    @discardableResult
    package func stream(
        _ query: Query,
        deadline: Duration? = nil,
        each: (PostgresRow) throws -> Void
    ) async throws -> Int {
        var refusal: (any Error)?
        let count = try await cancellable(query.name) { () throws(PostgresError) in
            try call(
                query.name,
                deadline: deadline,
                restartsEachWait: true
            ) { (link) throws(PostgresError) in
                try refuseIfCancelled()
                try link.send(query)
                _ = unsafe PQsetSingleRowMode(link.handle)
                try link.flush()
                return try readRows(link, &refusal, each)
            }
        }
        if let refusal { throw refusal }
        return count
    }

    private func readRows(
        _ link: PostgresLink,
        _ refusal: inout (any Error)?,
        _ each: (PostgresRow) throws -> Void
    ) throws(PostgresError) -> Int {
        var columns: PostgresColumns?
        var count = 0
        while let handle = unsafe try link.nextResult() {
            guard refusal == nil else {
                unsafe PQclear(handle)
                continue
            }
            let result = unsafe try link.checked(handle, columns: columns)
            columns = result.columns
            do {
                for row in result {
                    try each(row)
                    count += 1
                }
            } catch {
                refusal = error
                cancel()
            }
        }
        return count
    }

    /// The synchronous heart of `execute`, which transactions use for their own statements.
    func perform(
        _ query: Query,
        prepared: Bool = false,
        deadline: Duration? = nil,
        cancellable: Bool = false
    ) throws(PostgresError) -> PostgresResult {
        try call(
            query.name,
            deadline: deadline,
            commits: query.isCommit
        ) { (link) throws(PostgresError) in
            if cancellable { try refuseIfCancelled() }
            guard prepared else { return try runOnce(query, as: nil, link) }
            do throws(PostgresError) {
                return try runPrepared(query, link)
            } catch {
                guard error.isStalePlan else { throw error }
                try link.drain()
                // A transaction is lost with the refusal, and runs again as a whole.
                guard transactionStatus == .idle else { throw error }
                return try runPrepared(query, link)
            }
        }
    }

    private func runPrepared(
        _ query: Query,
        _ link: PostgresLink
    ) throws(PostgresError) -> PostgresResult {
        let isKnown = preparedStatements.name(of: query) != nil
        do throws(PostgresError) {
            return try runOnce(query, as: prepare(query, link), link)
        } catch {
            throw isKnown ? preparedStatements.forgettingStale(query, error) : error
        }
    }

    private func runOnce(
        _ query: Query,
        as statement: String?,
        _ link: PostgresLink
    ) throws(PostgresError) -> PostgresResult {
        if let statement {
            try link.send(query, preparedAs: statement)
        } else {
            try link.send(query)
        }
        try link.flush()
        let result = try link.onlyResult()
        if query.isCommit { try requireCommitted(result, warnings: link.notices[...]) }
        return result
    }

    private func prepare(_ query: Query, _ link: PostgresLink) throws(PostgresError) -> String? {
        if let known = preparedStatements.name(of: query) { return known }
        guard let name = preparedStatements.newName() else { return nil }
        try link.sendPrepare(query, as: name)
        try link.flush()
        _ = try link.onlyResult()
        try link.drain()
        preparedStatements.remember(query, as: name)
        return name
    }

    /// A commit counts only when its tag says so and the server had no reservation.
    func requireCommitted(
        _ result: PostgresResult,
        warnings: ArraySlice<PostgresNotice>
    ) throws(PostgresError) {
        guard result.commandTag.hasPrefix("COMMIT") else {
            throw PostgresError(
                .commitNotAcknowledged,
                "the server answered \(result.commandTag) to COMMIT"
            )
        }
        guard let warning = warnings.first(where: \.isWarning) else { return }
        var error = PostgresError(.commitNotAcknowledged, warning.message)
        error.sqlstate = warning.sqlstate
        error.detail = warning.detail
        error.hint = warning.hint
        throw error
    }
}
