/// What a format made of lines or records says about each of them.
protocol RecordGrammar: Sendable {
    mutating func take(_ record: SourceRecord, _ out: inout StatementAssembler)
    /// The file ends.
    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler)
}

/// Reads a format made of lines or records.
struct RecordStatementReader<Grammar: RecordGrammar>: StatementReader {
    private var cutter: RecordCutter
    private var grammar: Grammar
    private var out = StatementAssembler()

    init(_ grammar: Grammar, cutter: RecordCutter = RecordCutter()) {
        self.grammar = grammar
        self.cutter = cutter
    }

    mutating func read(_ chunk: ArraySlice<UInt8>) -> [StatementEvent] {
        guard !out.isStopped else { return out.drain() }
        cutter.feed(chunk)
        takeAll()
        return out.drain()
    }

    mutating func finish() -> [StatementEvent] {
        cutter.finish()
        takeAll()
        if !out.isStopped { grammar.end(at: cutter.place, &out) }
        out.finish(at: cutter.place)
        return out.drain()
    }

    private mutating func takeAll() {
        while !out.isStopped, let cut = cutter.next() {
            switch cut {
            case .record(let record): grammar.take(record, &out)
            case .tooLong(let place): out.stop(.recordTooLong, at: place, "no line end in sight")
            }
        }
    }
}
