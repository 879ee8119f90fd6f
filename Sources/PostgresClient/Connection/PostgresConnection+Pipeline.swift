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
            // Refused before anything is sent, so that no first part of the pipeline is kept.
            for query in queries { try link.refuseUnsendable(query) }
            try link.enterPipeline()
            do throws(PostgresError) {
                var steps: [PipelineStep] = []
                for (index, query) in queries.enumerated() {
                    try send(query, at: index, prepared, link, &steps)
                }
                try link.sendSync()
                return try readPipeline(steps, link)
            } catch {
                // Half a pipeline cannot be called back; hanging up rolls it back.
                throw error.pipelineIndex == nil ? link.abandon(error) : error
            }
        }
    }

    private func send(
        _ query: Query,
        at index: Int,
        _ prepared: Bool,
        _ link: PostgresLink,
        _ steps: inout [PipelineStep]
    ) throws(PostgresError) {
        var step = PipelineStep(index: index, query: query)
        if prepared, let known = preparedStatements.name(of: query) {
            step.isKnown = true
            try link.send(query, preparedAs: known)
        } else if prepared, let name = preparedStatements.newName() {
            try link.sendPrepare(query, as: name)
            // Remembered at once so that a repetition in this pipeline finds it.
            preparedStatements.remember(query, as: name)
            steps.append(PipelineStep(index: index, query: query, prepares: true))
            try link.send(query, preparedAs: name)
        } else {
            try link.send(query)
        }
        steps.append(step)
    }

    private func readPipeline(
        _ steps: [PipelineStep],
        _ link: PostgresLink
    ) throws(PostgresError) -> [PostgresResult] {
        var results: [PostgresResult] = []
        var failure: PostgresError?
        for step in steps {
            do throws(PostgresError) {
                if let result = try read(step, link) { results.append(result) }
            } catch {
                var error = error.named(step.query.name)
                error.pipelineIndex = step.index
                if link.isLost { throw failure ?? error }
                if step.prepares { preparedStatements.forget(step.query) }
                if step.isKnown { error = preparedStatements.forgettingStale(step.query, error) }
                failure = failure ?? error
            }
        }
        try link.leavePipeline()
        if let failure { throw failure }
        return results
    }

    private func read(
        _ step: PipelineStep,
        _ link: PostgresLink
    ) throws(PostgresError) -> PostgresResult? {
        let noticesBefore = link.notices.count
        let result = try link.nextPipelineResult()
        guard !step.prepares else { return nil }
        if step.query.isCommit {
            try requireCommitted(result, warnings: link.notices[noticesBefore...])
        }
        return result
    }
}

private struct PipelineStep {
    let index: Int
    let query: Query
    var prepares = false
    /// True when an earlier call had prepared the statement.
    var isKnown = false
}
