/// What a format made of elements says about each of them.
protocol MarkupGrammar: Sendable {
    mutating func open(
        _ name: Bytes,
        attributes: Bytes,
        at place: StatementPlace,
        _ out: inout StatementAssembler
    )
    mutating func close(
        _ name: Bytes,
        at place: StatementPlace,
        endingAt end: Int,
        _ out: inout StatementAssembler
    )
    mutating func take(text: Bytes, at place: StatementPlace, _ out: inout StatementAssembler)
    /// The file ends.
    mutating func end(at place: StatementPlace, _ out: inout StatementAssembler)
}

/// Reads a format made of elements.
struct MarkupStatementReader<Grammar: MarkupGrammar>: StatementReader {
    private var tokenizer = MarkupTokenizer()
    private var grammar: Grammar
    private var out = StatementAssembler()

    init(_ grammar: Grammar) { self.grammar = grammar }

    mutating func read(_ chunk: ArraySlice<UInt8>) -> [StatementEvent] {
        guard !out.isStopped else { return out.drain() }
        tokenizer.feed(chunk)
        takeAll()
        return out.drain()
    }

    mutating func finish() -> [StatementEvent] {
        tokenizer.finish()
        takeAll()
        let place = StatementPlace(
            record: tokenizer.place.record,
            byteOffset: tokenizer.endOffset
        )
        if !out.isStopped { grammar.end(at: place, &out) }
        out.finish(at: place)
        return out.drain()
    }

    private mutating func takeAll() {
        while !out.isStopped, let token = tokenizer.next() {
            let place = tokenizer.place
            let end = tokenizer.endOffset
            switch token {
            case .open(let name, let attributes, let isEmpty):
                grammar.open(name, attributes: attributes, at: place, &out)
                if isEmpty { grammar.close(name, at: place, endingAt: end, &out) }
            case .close(let name):
                grammar.close(name, at: place, endingAt: end, &out)
            case .text(let text, let isLiteral):
                let resolved = isLiteral ? text : MarkupText.resolved(text)
                grammar.take(text: resolved, at: place, &out)
            case .broken(let code, let detail):
                out.stop(code, at: place, detail)
            }
        }
    }
}
