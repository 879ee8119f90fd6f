/// Turns what a format says into events, and does for all formats what must not differ between
/// them: sums, controls, footing, chaining and verdicts.
struct StatementAssembler {
    private static let findingLimit = 10_000
    private static let checkLimit = 64

    /// Whether reading on would say nothing more of worth.
    private(set) var isStopped = false
    /// The statement that is open, as far as it is known.
    var header: StatementHeader?
    /// The control totals of the open statement.
    private(set) var totals = ControlTotals()
    /// The control totals of the whole file.
    private(set) var fileTotals = ControlTotals()
    private(set) var statementCount = 0

    private var events: [StatementEvent] = []
    private var isAnnounced = false
    private var waiting: [StatementFinding] = []
    private var verdict = StatementVerdict.accepted
    private var fileVerdict = StatementVerdict.accepted
    private var findingCount = 0
    private var notedOnce: Set<StatementFinding.Code> = []
    private var reversed = CheckedSum()
    private var foreignCount = 0
    private var previous: StatementHeader?

    /// The events since the last call.
    mutating func drain() -> [StatementEvent] {
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    // MARK: Statements

    /// Begins a statement, and ends the one before if it is still open.
    mutating func begin(_ header: StatementHeader, at place: StatementPlace) {
        if self.header != nil { close(at: place) }
        self.header = header
        isAnnounced = false
        totals = ControlTotals()
        verdict = .accepted
        reversed = CheckedSum()
        foreignCount = 0
    }

    /// Adds a line to the open statement; `turnsBack` when it is marked as a reversal.
    mutating func add(_ line: StatementLine, at place: StatementPlace, turnsBack: Bool = false) {
        guard let header, !isStopped else { return }
        announce()
        var line = line
        line.ordinal = totals.lineCount + 1
        let counts = line.currency == header.currency && line.status == .booked
        if line.currency != header.currency, line.status == .booked {
            foreignCount += 1
            let detail = "a line in \(line.currency) on an account in \(header.currency)"
            report(.foreignCurrency, .doubt, at: place, detail)
        }
        if turnsBack, counts { reversed.add(line.amountMinor) }
        let sumHolds = totals.take(line, counts: counts)
        let fileSumHolds = fileTotals.take(line, counts: counts)
        if !(sumHolds && fileSumHolds) {
            report(.amountOverflow, .fault, at: place, "the sum of the lines exceeds 64 bits")
        }
        events.append(.line(line))
    }

    /// Ends the open statement.
    mutating func close(at place: StatementPlace) {
        guard header != nil else { return }
        announce()
        checkFooting(at: place)
        checkChain(at: place)
        guard let header else { return }
        events.append(.closed(header, totals, verdict))
        fileVerdict = max(fileVerdict, verdict)
        statementCount += 1
        previous = header
        self.header = nil
    }

    /// Ends the file.
    mutating func finish(at place: StatementPlace) {
        close(at: place)
        if statementCount == 0, !isStopped {
            report(.nothingFound, .fault, at: place, "the file holds no statement")
        }
        events.append(.finished(fileTotals, fileVerdict))
    }

    private mutating func announce() {
        guard let header, !isAnnounced else { return }
        isAnnounced = true
        events.append(.opened(header))
        events += waiting.map { .finding($0) }
        waiting = []
    }

    // MARK: Findings

    mutating func report(
        _ code: StatementFinding.Code,
        _ severity: StatementFinding.Severity,
        at place: StatementPlace,
        _ detail: String
    ) {
        guard !isStopped else { return }
        findingCount += 1
        emit(StatementFinding(code: code, severity: severity, place: place, detail: detail))
        guard findingCount == Self.findingLimit else { return }
        let last = "reading stops after \(Self.findingLimit) findings"
        emit(.init(code: .tooManyFindings, severity: .fault, place: place, detail: last))
        isStopped = true
    }

    /// Reports the first of a kind only.
    mutating func noteOnce(
        _ code: StatementFinding.Code,
        at place: StatementPlace,
        _ detail: String
    ) {
        guard notedOnce.insert(code).inserted else { return }
        report(code, .note, at: place, detail)
    }

    /// Reports what makes the rest of the file unreadable.
    mutating func stop(
        _ code: StatementFinding.Code,
        at place: StatementPlace,
        _ detail: String
    ) {
        report(code, .fault, at: place, detail)
        isStopped = true
    }

    private mutating func emit(_ finding: StatementFinding) {
        fileVerdict = max(fileVerdict, finding.severity.verdict)
        guard header != nil else { return events.append(.finding(finding)) }
        verdict = max(verdict, finding.severity.verdict)
        if isAnnounced { events.append(.finding(finding)) } else { waiting.append(finding) }
    }

    // MARK: Controls

    /// Compares a control of the open statement, or of the file when none is open.
    mutating func check(
        _ control: String,
        stated: Int64,
        found: Int64?,
        at place: StatementPlace
    ) {
        guard let found else {
            return report(.amountOverflow, .fault, at: place, "\(control) exceeds 64 bits")
        }
        let check = ControlCheck(control: control, stated: stated, found: found)
        if header == nil {
            if fileTotals.checks.count < Self.checkLimit { fileTotals.checks.append(check) }
        } else if totals.checks.count < Self.checkLimit {
            totals.checks.append(check)
        }
        guard !check.holds else { return }
        report(.controlFailed, .doubt, at: place, "\(control): \(stated) stated, \(found) found")
    }

    private mutating func checkFooting(at place: StatementPlace) {
        guard let opening = header?.opening, let closing = header?.closing else { return }
        guard opening.currency == header?.currency, closing.currency == header?.currency else {
            let detail = "the balances are not all in the currency of the account"
            return report(.footingFailed, .doubt, at: place, detail)
        }
        let net = totals.netMinor
        let expected = net.flatMap { opening.amountMinor.adding($0) }
        let control = "opening balance and lines"
        if let expected {
            let stated = closing.amountMinor
            totals.checks.append(.init(control: control, stated: stated, found: expected))
        }
        guard expected != closing.amountMinor else { return }
        let found = expected.map(String.init) ?? "more than 64 bits"
        var detail = "closing \(closing.amountMinor) stated, \(found) found"
        let turned = reversed.value.flatMap { reversed in
            expected?.subtracting(reversed)?.subtracting(reversed)
        }
        if turned == closing.amountMinor, reversed.value != 0 {
            detail += "; it foots when lines marked as reversals are turned"
        }
        report(.footingFailed, .doubt, at: place, detail)
    }

    /// Whether a statement takes up where the one before in the file left off.
    private mutating func checkChain(at place: StatementPlace) {
        guard let previous, let header, previous.account == header.account,
            previous.currency == header.currency, let last = previous.closing,
            let first = header.opening, last.amountMinor != first.amountMinor
        else { return }
        let detail = "opening \(first.amountMinor) after closing \(last.amountMinor)"
        report(.chainBroken, .doubt, at: place, detail)
    }
}

extension ControlTotals {
    /// Counts a line; false where a sum no longer fits.
    fileprivate mutating func take(_ line: StatementLine, counts: Bool) -> Bool {
        lineCount += 1
        guard counts else { return true }
        if line.amountMinor >= 0 {
            creditCount += 1
            guard let sum = creditsMinor.adding(line.amountMinor) else { return false }
            creditsMinor = sum
        } else {
            debitCount += 1
            guard let sum = debitsMinor.subtracting(line.amountMinor) else { return false }
            debitsMinor = sum
        }
        return true
    }
}
