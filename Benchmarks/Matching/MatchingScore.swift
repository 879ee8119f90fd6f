import Foundation
package import PostgresClient

/// Holds what was matched against the truth: set against set, and nothing of the matching itself.
package struct MatchingScore: Sendable {
    /// What one pass made in one state.
    package struct Pass: Sendable {
        package let name: String
        package let state: String
        package let matches: Int64
        package let right: Int64
        package let bookLines: Int64
        package let rightBookLines: Int64
        package let cents: Int64
        package let rightCents: Int64
    }

    /// What became of one kind of event.
    package struct Event: Sendable {
        package let name: String
        package let groups: Int64
        package let matchable: Int64
        package let confirmed: Int64
        package let proposed: Int64
        package let ambiguous: Int64
        package let matchableCents: Int64
        package let confirmedCents: Int64
    }

    package let passes: [Pass]
    package let events: [Event]
    /// Lines of both sides.
    package let lines: Int64
    /// Lines of both sides that stand in an ambiguous match and in no confirmed one.
    package let ambiguousLines: Int64
    /// Lines of both sides whose bank line carries a reference and whose partners are all there.
    package let referencedLines: Int64
    /// Those of them that were matched rightly without a person.
    package let referencedMatched: Int64

    /// Confirmed matches that are not exactly what belongs together.
    package var wrong: Int64 {
        passes.filter { $0.state == "confirmed" }.reduce(0) { $0 + $1.matches - $1.right }
    }

    /// How many of a thousand referenced lines were matched without a person.
    package var matchedPerThousand: Int64 {
        referencedLines == 0 ? 1_000 : referencedMatched * 1_000 / referencedLines
    }

    /// Whether nothing confirmed is wrong and at least 95 of 100 referenced lines are matched.
    package var isGood: Bool { wrong == 0 && matchedPerThousand >= 950 }

    /// Brings the truth into the database, after the matching, and compares.
    package static func of(
        _ truth: TruthFiles,
        _ connection: PostgresConnection
    ) async throws -> MatchingScore {
        try await connection.runScript(tables)
        for name in ["book", "bank", "groups"] {
            let file = try truth.reading(name)
            try await connection.copyIn("COPY truth.\(name) FROM STDIN") {
                let bytes = try file.read(upToCount: 1 << 18)
                return bytes.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
            }
        }
        try await connection.runScript(judgement, deadline: .seconds(600))
        let passes = try await connection.execute(passQuery).map(Pass.init)
        let events = try await connection.execute(eventQuery).map(Event.init)
        let sums = try await connection.execute(sumQuery)[0]
        return MatchingScore(
            passes: passes,
            events: events,
            lines: try sums.decode(at: 0),
            ambiguousLines: try sums.decode(at: 1),
            referencedLines: try sums.decode(at: 2),
            referencedMatched: try sums.decode(at: 3)
        )
    }

    /// Examples of wrong confirmed matches, as lines of text.
    package static func examples(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.execute(
            """
            SELECT concat_ws(' ', v.account, v.pass, 'match', v.entry_id || '-' || v.match_no,
                '|', (
                    SELECT string_agg(concat_ws(' ', m.side, m.a, m.b, m.cents, g.event, 'group',
                        m.grp, CASE WHEN g.is_whole THEN 'whole' ELSE 'in part' END), '; '
                        ORDER BY m.side, m.a, m.b)
                    FROM truth.member AS m LEFT JOIN truth.groups AS g ON g.grp = m.grp
                    WHERE (m.entry_id, m.match_no) = (v.entry_id, v.match_no)
                ))
            FROM truth.verdict AS v
            WHERE v.state = 'confirmed' AND NOT v.is_right
            ORDER BY v.entry_id, v.match_no LIMIT 20
            """
        ).map { try $0.decode(at: 0) }
    }
}

extension MatchingScore.Pass {
    init(_ row: PostgresRow) throws {
        name = try row.decode(at: 0)
        state = try row.decode(at: 1)
        matches = try row.decode(at: 2)
        right = try row.decode(at: 3)
        bookLines = try row.decode(at: 4)
        rightBookLines = try row.decode(at: 5)
        cents = try row.decode(at: 6)
        rightCents = try row.decode(at: 7)
    }
}

extension MatchingScore.Event {
    init(_ row: PostgresRow) throws {
        name = try row.decode(at: 0)
        groups = try row.decode(at: 1)
        matchable = try row.decode(at: 2)
        confirmed = try row.decode(at: 3)
        proposed = try row.decode(at: 4)
        ambiguous = try row.decode(at: 5)
        matchableCents = try row.decode(at: 6)
        confirmedCents = try row.decode(at: 7)
    }
}
