import LedgerModel
import LedgerOperations
import LedgerReports

/// Shows open lines one after the other and does what a key says about each.
struct ClearingSession: ~Copyable {
    private var desk: ClearingDesk
    private var keys: KeyReader
    private let total: Int
    private var tally: [Character: Int] = [:]

    init(desk: ClearingDesk, keys: consuming KeyReader) {
        total = desk.waiting
        self.desk = desk
        self.keys = keys
    }

    /// Goes on until every line was seen, the keys end or somebody quits; says what was done.
    mutating func run() async throws -> Report {
        say("\(total) open lines of \(desk.items.account); ? explains the keys.")
        while let line = desk.line {
            show(line)
            guard let key = try await keys.key(), key != "q" else { break }
            do {
                try await act(key)
            } catch let refusal as LedgerRefusal {
                say(Complaint(refusal).text)
                try await desk.reload()
            }
        }
        return try await report()
    }

    private mutating func act(_ key: Character) async throws {
        var done: Recorded?
        switch key {
        case "a": done = try await desk.accept()
        case "r": done = try await desk.reject()
        case "f": done = try await desk.resolve(as: .fee)
        case "i": done = try await desk.resolve(as: .interest)
        case "b": done = try await desk.resolve(as: .returned(receipt: nil))
        case "1"..."9": done = try await choose(key.wholeNumberValue ?? 0)
        case "m": done = try await match()
        case "u":
            guard try await desk.undo() != nil else { return say("  Nothing is left to undo.") }
            tally["u", default: 0] += 1
            return
        case "s":
            desk.skip()
            tally["s", default: 0] += 1
            return
        default: return say(Self.help)
        }
        guard done != nil else { return say("  Nothing there to decide with this key.") }
        tally[key.isNumber ? "m" : key, default: 0] += 1
    }

    private mutating func choose(_ number: Int) async throws -> Recorded? {
        let candidates = desk.candidates
        guard candidates.indices.contains(number - 1) else { return nil }
        return try await desk.match([(candidates[number - 1], nil)])
    }

    /// Reads entries, as `88 91=20.00 +bank_fees`, and ties the line to them.
    private mutating func match() async throws -> Recorded? {
        say("  Entries, as 88 91=20.00, and +bank_fees for what differs:")
        let text = try await keys.line { try Surroundings.current.diagnostics(Array($0.utf8)) }
        var entries: [(entry: OpenEntry, part: Money?)] = []
        var difference: AccountRole?
        for word in text.split(separator: " ") {
            if word.first == "+", let role = AccountRole(rawValue: String(word.dropFirst())) {
                difference = role
                continue
            }
            guard let part = try? MatchPart.entry(String(word)),
                let entry = desk.items.entries.first(where: { $0.number == part.name })
            else {
                say("  No open entry is named \(word).")
                return nil
            }
            entries.append((entry, part.amount))
        }
        guard !entries.isEmpty || difference != nil else { return nil }
        return try await desk.match(entries, difference: difference)
    }

    private func report() async throws -> Report {
        let decided = "arfibm".reduce(0) { $0 + (tally[$1] ?? 0) }
        let seen = total - desk.waiting
        let perLine = seen == 0 ? 0 : keys.count * 100 / seen
        return .facts(
            "cleared",
            "Lines of \(desk.items.account)",
            [
                ReportField("lines", "\(total)"), ReportField("seen", "\(seen)"),
                ReportField("decisions", "\(decided)"),
                ReportField("accepted", "\(tally["a"] ?? 0)"),
                ReportField("rejected", "\(tally["r"] ?? 0)"),
                ReportField("matched_by_hand", "\(tally["m"] ?? 0)"),
                ReportField("fees", "\(tally["f"] ?? 0)"),
                ReportField("interest", "\(tally["i"] ?? 0)"),
                ReportField("returned", "\(tally["b"] ?? 0)"),
                ReportField("undone", "\(tally["u"] ?? 0)"),
                ReportField("skipped", "\(tally["s"] ?? 0)"),
                ReportField("lines_open", "\(desk.items.lines.count)"),
                ReportField("entries_open", "\(desk.items.entries.count)"),
                ReportField("keys", "\(keys.count)"),
                ReportField(
                    "keys_per_line",
                    "\(perLine / 100).\(perLine % 100 < 10 ? "0" : "")\(perLine % 100)"
                ),
            ]
        )
    }
}

extension ClearingSession {
    private static let help = """
          a accept the proposal   r reject it for good   s skip   1-9 match with that entry
          m match with numbers   f bank fee   i interest   b bounced: take its receipt back
          u undo the last decision   q quit
        """

    private func show(_ line: OpenLine) {
        let place = line.name.map { "\($0)" } ?? "not yet numbered"
        var lines = [
            "\(total - desk.waiting + 1)/\(total)  \(line.bookedOn)  \(line.open)  "
                + "\(line.text.prefix(60))  (line \(place))"
        ]
        let proposal = desk.proposal
        if let proposal {
            let key = proposal.state == "proposed" ? "a" : "-"
            let entries = proposal.entries.prefix(4).map { entry in
                "entry \(entry.number.map { "\($0)" } ?? "?") of \(entry.amount)"
            }
            let more = proposal.entries.count > 4 ? " and \(proposal.entries.count - 4) more" : ""
            lines.append(
                "  \(key)  \(proposal.state): \(entries.joined(separator: ", "))\(more); "
                    + proposal.evidence
            )
        }
        if proposal?.canBeAccepted != true {
            for (index, entry) in desk.candidates.enumerated() {
                lines.append(
                    "  \(index + 1)  entry \(entry.number.map { "\($0)" } ?? "?") of "
                        + [
                            "\(entry.effectiveOn)", entry.kind, entry.references,
                        ].filter { !$0.isEmpty }.joined(separator: ", ")
                )
            }
        }
        say(lines.joined(separator: "\n"))
    }

    private func say(_ text: String) { Surroundings.current.say(text) }
}
