import CLibPQ

extension PostgresConnection {
    /// Sends all queries in one round trip and returns their results in order.
    ///
    /// The first refusal stops the rest and is thrown; without explicit BEGIN and COMMIT among
    /// the queries nothing of them is kept then. A COMMIT among them must be acknowledged as
    /// any other; where it is not, the transaction begun behind it is rolled back.
    @discardableResult
    package func pipeline(
        _ queries: [Query],
        prepared: Bool = false,
        deadline: Duration? = nil
    ) async throws(PostgresError) -> [PostgresResult] {
        guard !queries.isEmpty else { return [] }
        return try await cancellable(queries.first?.name) { () throws(PostgresError) in
            do throws(PostgresError) {
                return try performPipeline(queries, prepared: prepared, deadline: deadline)
            } catch {
                if error.kind == .commitNotAcknowledged, transactionStatus == .inTransaction {
                    _ = try? perform("ROLLBACK")
                }
                throw error
            }
        }
    }

    private func performPipeline(
        _ queries: [Query],
        prepared: Bool,
        deadline: Duration?
    ) throws(PostgresError) -> [PostgresResult] {
        let commits = queries.contains { $0.isCommit }
        return try call(nil, deadline: deadline, commits: commits) { (link) throws(PostgresError) in
            try refuseIfCancelled()
            try link.enterPipeline()
            var steps: [PipelineStep] = []
            do throws(PostgresError) {
                for query in queries { steps += try send(query, prepared, link) }
            } catch {
                // What was sent before the unsendable query runs; its results are read and lost.
                try? link.endPipeline(steps.count)
                throw error
            }
            return try readPipeline(steps, link)
        }
    }

    private func send(
        _ query: Query,
        _ prepared: Bool,
        _ link: PostgresLink
    ) throws(PostgresError) -> [PipelineStep] {
        guard prepared else {
            try link.send(query)
            return [.query(query)]
        }
        if let known = preparedStatements.name(of: query) {
            try link.send(query, preparedAs: known)
            return [.query(query)]
        }
        guard let name = preparedStatements.newName() else {
            try link.send(query)
            return [.query(query)]
        }
        try link.sendPrepare(query, as: name)
        // Remembered at once so that a repetition in this pipeline finds it; a refusal forgets it.
        preparedStatements.remember(query, as: name)
        try link.send(query, preparedAs: name)
        return [.prepare(query), .query(query)]
    }

    private func readPipeline(
        _ steps: [PipelineStep],
        _ link: PostgresLink
    ) throws(PostgresError) -> [PostgresResult] {
        try link.sendSync()
        var results: [PostgresResult] = []
        var failure: PostgresError?
        for step in steps {
            let noticesBefore = link.notices.count
            do throws(PostgresError) {
                let result = try link.nextPipelineResult()
                guard case .query(let query) = step else { continue }
                if query.isCommit {
                    try requireCommitted(result, warnings: link.notices[noticesBefore...])
                }
                results.append(result)
            } catch {
                if link.isLost { throw error }
                preparedStatements.forget(step.query)
                failure = failure ?? error.named(step.query.name)
            }
        }
        try link.leavePipeline()
        if let failure { throw failure }
        return results
    }
}

private enum PipelineStep {
    case prepare(Query)
    case query(Query)

    var query: Query {
        switch self {
        case .prepare(let query), .query(let query): query
        }
    }
}
