import CLibPQ

extension PostgresLink {
    func enterPipeline() throws(PostgresError) {
        try check(unsafe PQenterPipelineMode(handle))
    }

    func sendSync() throws(PostgresError) {
        try check(unsafe PQpipelineSync(handle))
        try flush()
    }

    /// The result of the next query of the pipeline, with the mark that ends it.
    func nextPipelineResult() throws(PostgresError) -> PostgresResult {
        guard let handle = unsafe try nextResult() else {
            throw lost()
        }
        defer { while let more = unsafe try? nextResult() { unsafe PQclear(more) } }
        return unsafe try checked(handle)
    }

    func leavePipeline() throws(PostgresError) {
        guard let sync = unsafe try nextResult() else { throw lost() }
        let status = unsafe PQresultStatus(sync)
        unsafe PQclear(sync)
        guard status == PGRES_PIPELINE_SYNC, unsafe PQexitPipelineMode(handle) == 1 else {
            throw lost()
        }
    }
}
