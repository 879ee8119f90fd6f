extension MatchingScore {
    /// The score as a table for people.
    package var text: String {
        var text = Self.row(
            "pass",
            ["state", "matches", "right", "wrong", "booked", "right %", "by money %"]
        )
        for pass in passes {
            text += Self.row(
                pass.name,
                [
                    pass.state, "\(pass.matches)", "\(pass.right)", "\(pass.matches - pass.right)",
                    "\(pass.bookLines)", Self.percent(pass.rightBookLines, of: pass.bookLines),
                    Self.percent(pass.rightCents, of: pass.cents),
                ]
            )
        }
        text += "\n"
        text += Self.row(
            "event",
            [
                "groups", "knowable", "confirmed", "proposed", "ambiguous", "recall %",
                "by money %",
            ]
        )
        for event in events {
            text += Self.row(
                event.name,
                [
                    "\(event.groups)", "\(event.matchable)", "\(event.confirmed)",
                    "\(event.proposed)", "\(event.ambiguous)",
                    Self.percent(event.confirmed, of: event.matchable),
                    Self.percent(event.confirmedCents, of: event.matchableCents),
                ]
            )
        }
        text += """

            wrong confirmed matches: \(wrong)
            lines with a reference, both sides there: \(referencedLines), \
            matched without a person: \(referencedMatched) \
            (\(Self.percent(referencedMatched, of: referencedLines)) %)
            ambiguous: \(ambiguousLines) of \(lines) lines \
            (\(Self.percent(ambiguousLines, of: lines)) %)

            """
        return text
    }

    /// With two digits after the point, cut off, so that 100.00 is all.
    static func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "-" }
        let hundredths = Int(Double(part) / Double(whole) * 10_000)
        let digits = hundredths % 100
        return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        let cells = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 24 - name.count)) + cells.joined() + "\n"
    }
}
