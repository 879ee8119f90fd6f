import Foundation
import LedgerSchema
import PostgresClient
import Testing

/// Every way to be refused that a door or a trigger knows, in the order of `refusals.csv`.
@Suite struct RefusalTests {
    /// Who says what, and the code of the answer.
    enum Way: Sendable {
        case door(String, as: String, String)
        case raised(String, as: String, String)
        /// Given by Swift before the database is asked; another test must hold it.
        case swift(String, named: String)

        var code: String {
            switch self {
            case .door(let code, _, _), .raised(let code, _, _), .swift(let code, _): code
            }
        }
    }

    static let ways: [Way] = [
        .raised("LG001", as: "service", "SELECT ledger_api.award('[]')"),
        .raised("LG002", as: "wanderer", "SELECT ledger_api.record_deposits('[]')"),
        .door("LG003", as: "clerk", "probe.deposit('deposited', 7)"),
        .raised("LG101", as: "schema", "UPDATE ledger.posting SET amount_cents = 1"),
        .raised("LG102", as: "schema", posting("probe.entry('deposited')")),
        .raised("LG103", as: "schema", posting(crossing: true)),
        .raised("LG104", as: "schema", posting(on: "2024-12-31")),
        .door("LG105", as: "clerk", "probe.deposit('k', 1, '{\"effective_on\":\"2999-01-01\"}')"),
        .door("LG106", as: "clerk", "probe.deposit('k', 0)"),
        .swift("LG107", named: "amountTooLarge"),
        .door("LG108", as: "clerk", "probe.deposit('k', 1, '{\"ticket\":\"\"}')"),
        .door("LG109", as: "clerk", "probe.deposit('k', 1, '{\"effective_on\":null}')"),
        .swift("LG110", named: "amountNotValid"),
        .door("LG111", as: "clerk", "probe.collect('k', 'R', 5, '[]', 5, p_method => 'barter')"),
        .swift("LG112", named: "accountRoleMissing"),
        .raised(
            "LG113",
            as: "schema",
            "INSERT INTO ledger.docket_reference SELECT jurisdiction_id, 0, '123-45-6789', salt "
                + "FROM ledger.docket_reference LIMIT 1"
        ),
        .door("LG201", as: "clerk", "probe.collect('k', 'nowhere', 5)"),
        .door("LG202", as: "clerk", "probe.open('k', 'R')"),
        .door("LG203", as: "clerk", "probe.collect('k', 'R', 5, '[]', 5, p_debt => 9::smallint)"),
        .door("LG204", as: "clerk", "probe.assess('k', 'Late', 'special', 500)"),
        .door("LG205", as: "clerk", "probe.assess('k', 'R', 'fine', 99)"),
        .door("LG206", as: "clerk", "probe.assess('k', 'R', 'unheard-of', 500)"),
        .swift("LG207", named: "recipientRoleUnresolved"),
        .door("LG208", as: "clerk", "probe.assess('k', 'Poor', 'special', 500)"),
        .door("LG209", as: "approver", "probe.expunge('k', probe.entry('forget again'))"),
        .door("LG210", as: "clerk", "probe.assess('k', 'R', 'surcharge', 5, p_claim => -1)"),
        .door("LG211", as: "clerk", "probe.claim('k', 'J', 900)"),
        .door("LG212", as: "clerk", assessJointly(901)),
        .door("LG213", as: "clerk", assessJointly(5, "'{police}'")),
        .swift("LG214", named: "lossesDiffer"),
        .door("LG215", as: "clerk", "probe.schedule('k', 'Poor', 1, '[[\"2025-04-01\",499]]')"),
        .door("LG216", as: "clerk", "probe.schedule('k', 'Poor', 1, '[[\"2025-02-28\",500]]')"),
        .door("LG220", as: "clerk", "probe.change('k', 'R', 'remission', -50001)"),
        .door("LG221", as: "clerk", "probe.change('k', 'R', 'waiver', -1)"),
        .swift("LG222", named: "reductionExceedsLimit"),
        .door("LG223", as: "clerk", "probe.change('k', 'R', 'amended', -1, '{\"order\":\"\"}')"),
        .swift("LG224", named: "accrualDiffers"),
        .swift("LG225", named: "interestTermNotValid"),
        .swift("LG226", named: "debtBearsNoInterest"),
        .swift("LG227", named: "writeOffExceedsOpen"),
        .door("LG228", as: "clerk", "probe.change('k', 'R', 'extinction', -1)"),
        .door("LG229", as: "clerk", "probe.liability('k', 'R', 'moved')"),
        .door("LG230", as: "clerk", "probe.liability('k', 'R', 'died', '2000-01-01')"),
        .door("LG301", as: "clerk", collect("R", 75_100, debt: 1, "30040,15020,30040")),
        .door("LG302", as: "clerk", "probe.collect('k', 'R', 6, '[]', 5)"),
        .door("LG303", as: "clerk", collect("G", 500, debt: 2, "200,100,200")),
        .door("LG304", as: "clerk", collect("G", 500, debt: 3, "200,100,200")),
        .door("LG305", as: "clerk", "probe.assess('k', 'R', 'surcharge', 5, '{stranger}')"),
        .door("LG306", as: "clerk", collect("R", 500, debt: 1, "201,99,200")),
        .door("LG307", as: "clerk", "probe.reverse('k', probe.entry('returned'))"),
        .door("LG308", as: "clerk", "probe.reverse('k', -1)"),
        .door("LG309", as: "clerk", "probe.collect('k', 'R', 5, '[]', 5, p_number => '4711')"),
        .door("LG310", as: "clerk", "probe.assess('k', 'R', 'surcharge', 5, p_credit => 'bank')"),
        .door("LG311", as: "clerk", JointClaimTests.together("B", "A")),
        .door("LG312", as: "clerk", unjudged("import_undone")),
        .raised("LG313", as: "clerk", "SELECT \(unjudged("misapplied"))"),
        .door("LG314", as: "second", "probe.vacate('k', probe.entry('vacate'))"),
        .door("LG315", as: "clerk", "probe.owe('k', 'W', 5)"),
        .door("LG316", as: "clerk", double(of: "received")),
        .door("LG317", as: "clerk", double(of: "same")),
        .door("LG318", as: "clerk", "probe.collect('k', 'R', 5, '[]', 5)"),
        .swift("LG319", named: "tillChecksNotCounted"),
        .door("LG320", as: "clerk", "probe.till('k', 'count', '{\"cash_cents\":5}')"),
        .door("LG321", as: "clerk", "probe.till('k', 'open', '{\"till\":\"open\"}')"),
        .door("LG322", as: "clerk", "probe.till('k', 'close', '{\"till\":\"differs\"}')"),
        .door("LG323", as: "clerk", "probe.till('k', 'close', '{\"till\":\"open\"}')"),
        .door("LG324", as: "clerk", "probe.deposit('k', 5, '{\"till\":\"open\"}')"),
        .door("LG325", as: "clerk", named("4712")),
        .door("LG326", as: "clerk", void("received", " ")),
        .door("LG327", as: "clerk", void("banked", "typo")),
        .door("LG328", as: "clerk", "probe.deposit('k', 9999999)"),
        .door("LG329", as: "clerk", "probe.collect('k', 'R', 5, '[]', 5, p_origin => 'x')"),
        .swift("LG330", named: "refundExceedsUnapplied"),
        .swift("LG331", named: "secondPersonNeeded"),
        .swift("LG332", named: "advanceNotMadeGood"),
        .swift("LG333", named: "checkUnknown"),
        .swift("LG334", named: "checkVoidAlready"),
        .swift("LG335", named: "checkNotStale"),
        .swift("LG336", named: "escheatTooEarly"),
        .swift("LG337", named: "nothingUnclaimed"),
        .swift("LG338", named: "receiptRefunded"),
        .swift("LG339", named: "fundDiffers"),
        .swift("LG340", named: "controlCountDiffers"),
        .swift("LG341", named: "controlSumDiffers"),
        .swift("LG342", named: "controlMissing"),
        .swift("LG343", named: "receiptNumberRepeated"),
        .swift("LG344", named: "lookAlikesFound"),
        .swift("LG345", named: "fileOfAnotherSource"),
        .raised("LG346", as: "clerk", "SELECT ledger_api.record_import_part(-1)"),
        .swift("LG347", named: "importUndoneAlready"),
        .swift("LG348", named: "importMoneyMovedOn"),
        .swift("LG349", named: "importBuiltUpon"),
        .swift("LG350", named: "fundOpenedBefore"),
        .door("LG351", as: "clerk", "probe.begin_opening('k', 'clerk')"),
        .swift("LG352", named: "openingDiffers"),
        .swift("LG353", named: "controlsDiffer"),
        .swift("LG354", named: "trialBalancesDiffer"),
        .raised("LG355", as: "clerk", "SELECT probe.begin_opening('untied', 'us-clerk')"),
        .raised("LG356", as: "clerk", "SELECT ledger_api.close_opening(-1, '{}', '{}')"),
        .swift("LG357", named: "docketLinesDiffer"),
        .swift("LG358", named: "sentExceedsHeld"),
        .swift("LG359", named: "receiptsExceedHeld"),
        .swift("LG360", named: "checkPaid"),
        .door("LG401", as: "grants", "probe.award('k', 'harbor', 900001)"),
        .door("LG402", as: "grants", "probe.award('k', 'harbor', 1, 'A', '{\"purpose\":\"x\"}')"),
        .door("LG403", as: "grants", "probe.draw('disburse', 'k', 'harbor', 'unheard-of', 1)"),
        .door("LG404", as: "grants", "probe.draw('disburse', 'k', 'harbor', 'W', 100001)"),
        .door("LG405", as: "grants", "probe.draw('deobligate', 'k', 'harbor', 'W', 100001)"),
        .door("LG406", as: "approver", "probe.period('k', 'annex', 'reopen', '2024-01-31')"),
        .door("LG407", as: "clerk", "probe.remit('k', 'police', NULL)"),
        .door("LG408", as: "clerk", "probe.remit('k', 'police', 99999)"),
        .door("LG409", as: "clerk", "probe.deposit('k', 5, \(short) || '{\"receipts\":[\"1\"]}')"),
        .door("LG410", as: "grants", "probe.allot('k', 1)"),
        .door("LG411", as: "grants", "probe.award('k', 'harbor', 1, 'W')"),
        .door("LG412", as: "clerk", "probe.remit('k', 'police', 9000)"),
        .door("LG413", as: "clerk", "probe.remit('k', 'stranger', NULL)"),
        .door("LG414", as: "clerk", "probe.repay('k', 'police', 1)"),
        .swift("LG415", named: "belowVictimMinimum"),
        .door("LG416", as: "clerk", "probe.remit_all('k', '{\"first_check\":0}')"),
        .swift("LG417", named: "transferDayPassed"),
        .door("LG418", as: "grants", "probe.transfer('k')"),
        .door("LG419", as: "clerk", "probe.remit_all('k', '{\"through\":\"2025-04-03\"}')"),
        .door("LG501", as: "approver", "probe.period('k', 'haven', 'close', '2999-01-31')"),
        .door("LG502", as: "approver", "probe.period('k', 'annex', 'close', '2024-12-31')"),
        .door("LG503", as: "approver", "probe.period('k', 'haven', 'reopen', '2024-12-31')"),
        .door("LG601", as: "owner", "probe.role('k', 'nobody of this name', 'clerk', 'grant')"),
        .door("LG602", as: "owner", role("clerk", "clerk", "grant")),
        .door("LG603", as: "owner", role("clerk", "auditor", "revoke")),
        .door("LG604", as: "owner", "probe.token('k', 'unheard-of', 'clerk', 'revoke', 's')"),
        .door("LG605", as: "owner", role("owner", "owner", "revoke")),
        .door("LG701", as: "approver", "probe.expunge('k', -1)"),
        .door("LG702", as: "approver", "probe.expunge('k', probe.entry('forget'))"),
        .door("LG801", as: "approver", "probe.period('k', 'unheard-of', 'close', '2024-12-31')"),
        .raised(
            "LG802",
            as: "owner",
            books("purses", #"{"fund":"harbor","purpose":"x","year":0,"allowed":[]}"#)
        ),
        .door("LG803", as: "clerk", "probe.remit('k', 'unheard-of', 5)"),
        .raised(
            "LG804",
            as: "owner",
            books(
                "funds",
                #"{"code":"clerk","name":"x","kind":"custodial","fiscal_year_start_month":7}"#
            )
        ),
        .swift("LG805", named: "jurisdictionUnknown"),
        .door("LG806", as: "grants", "probe.award('k', 'unheard-of', 5)"),
        .door("LG807", as: "owner", "probe.policy('k', 'Hold Days', '3')"),
        .swift("LG901", named: "bankAccountUnknown"),
        .swift("LG902", named: "accountNumberUnknown"),
        .swift("LG903", named: "bankAccountDiffers"),
        .swift("LG904", named: "statementSourceUnknown"),
        .swift("LG905", named: "statementNotWhole"),
        .swift("LG906", named: "statementFormatUnknown"),
        .swift("LG907", named: "statementUnknown"),
        .swift("LG908", named: "statementNotQuarantined"),
        .swift("LG909", named: "statementFileOfAnotherSource"),
        .swift("LG920", named: "lineAlreadyMatched"),
        .swift("LG921", named: "matchNotBalanced"),
        .swift("LG922", named: "matchLineUnknown"),
        .swift("LG923", named: "matchStateDiffers"),
        .raised(
            "LG924",
            as: "schema",
            "INSERT INTO ledger.match_change VALUES "
                + "(ledger.bound_jurisdiction(), -1, -1, 1, 'dissolved')"
        ),
        .swift("LG925", named: "statementIsMatched"),
        .swift("LG926", named: "matchRulesNotValid"),
        .swift("LG930", named: "matchUnknown"),
        .swift("LG931", named: "originalUnknown"),
        .swift("LG932", named: "originalAmbiguous"),
        .swift("LG933", named: "proposalsDiffer"),
        .swift("LG934", named: "lineRunsOtherWay"),
        .swift("LG950", named: "booksNotClosed"),
        .swift("LG951", named: "periodSignedAlready"),
        .swift("LG952", named: "bankNotHeard"),
        .swift("LG953", named: "differenceUnexplained"),
        .swift("LG954", named: "periodIsSigned"),
        .swift("LG955", named: "signedSetDiffers"),
        .swift("LG956", named: "signOffUnknown"),
        .swift("LG957", named: "laterPeriodSigned"),
        .swift("LG958", named: "exceptionUnknown"),
        .swift("LG959", named: "resolutionNotFitting"),
    ]

    @Test func `every code is in the table, in its order`() throws {
        let codes = try LedgerSchema.text("refusals.csv").split(separator: "\n").dropFirst()
            .map { String($0.prefix(5)) }
        #expect(Self.ways.map(\.code) == codes)
    }

    @Test func `every way to be refused gives its code, its facts and its remedy`() async throws {
        let court = try await Self.court()
        for way in Self.ways {
            switch way {
            case .door(let code, let job, let sql):
                try await court.with(job) { session in
                    let key = sql.contains("'deposited'") ? nil : "key of \(code)"
                    let call = key.map { sql.replacing("'k'", with: "'\($0)'") } ?? sql
                    try await Self.expect(code, of: call, key: key, in: session)
                }
            case .raised(let code, let job, let sql):
                try await Self.expect(code, raisedBy: sql, as: job, in: court)
            case .swift(let code, let name):
                #expect(Self.testsMention(".\(name)"), "no test expects \(code) from Swift")
            }
        }
    }

    private static func expect(
        _ code: String,
        of call: String,
        key: String?,
        in session: Session
    ) async throws {
        let replies = try await session.replies(call)
        let reply = try #require(replies.first)
        #expect(reply.code == code, "\(call) answered \(reply)")
        #expect(reply.outcome == "refused" && !reply.isReplay, "\(call)")
        #expect(reply.message?.isEmpty == false && reply.hint?.isEmpty == false, "\(call)")
        #expect(reply.detail?.isEmpty == false, "\(call) answered no detail")
        let entry = try #require(reply.entry)
        let recorded = try await session.value(
            """
            SELECT concat_ws(' ', e.outcome, r.code, e.request_key)
            FROM ledger.journal_entry AS e JOIN ledger.refusal AS r ON r.entry_id = e.id
            WHERE e.id = \(entry)
            """,
            as: String.self
        )
        #expect(recorded == "refused \(code)" + (key.map { " " + $0 } ?? ""))
        guard key != nil else { return }
        let again = try #require(try await session.replies(call).first)
        #expect(again.isReplay && again.entry == entry && again.code == code, "\(call)")
    }

    private static func expect(
        _ code: String,
        raisedBy sql: String,
        as job: String,
        in court: Court
    ) async throws {
        let session =
            try await job == "schema" ? court.schemaOwner() : court.session(job)
        let error = await #expect(throws: PostgresError.self, "\(code) by \(sql)") {
            try await session.run(sql)
        }
        #expect(error?.sqlstate == code, "\(sql) raised \(String(describing: error))")
        #expect(error?.message.isEmpty == false && error?.detail?.isEmpty == false)
        #expect(error?.hint?.isEmpty == false)
        await session.close()
    }

    private static func testsMention(_ word: String) -> Bool {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", !file.path.contains("LedgerSchemaTests") else {
                continue
            }
            let text = try? String(contentsOf: file, encoding: .utf8)
            if text?.contains(word) == true { return true }
        }
        return false
    }
}

// MARK: - The court in which the table is tried, and its longer calls

extension RefusalTests {
    private static func dockets() async throws -> Court {
        let court = try await Court.open()
        try await court.docket("R")
        try await JointClaimTests.join(court, loss: 50_000)
        try await court.docket("X", fund: "annex", debts: [])
        try await court.docket("W", debts: [])
        try await court.docket(
            "G",
            order: "gated",
            debts: [("restitution", 5_000), ("special", 5_000), ("fine", 5_000)]
        )
        try await court.docket("Poor", order: "gated", debts: [("fine", 500)])
        try await court.docket("Gone")
        return court
    }

    private static func court() async throws -> Court {
        let court = try await dockets()
        try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                SELECT probe.find('poor', 'Poor', true);
                SELECT probe.claim('joint', 'J', 900);
                SELECT probe.propose(k, 'expunge', jsonb_build_object(
                    'docket', probe.docket('Gone'), 'order', 'Order 1'))
                FROM unnest('{forget,forget again}'::text[]) AS k;
                SELECT probe.propose('vacate', 'docket_vacate', jsonb_build_object(
                    'docket', probe.docket('R'), 'order_reference', 'Order 2',
                    'effective_on', '2025-04-05', 'owed', '[]'::jsonb, 'falls', '[]'::jsonb));
                SELECT probe.open('late', 'Late', p_judgment_on => '2025-04-01');
                SELECT probe.collect('banked', 'W', 8000, '[]', 8000);
                SELECT probe.deposit('deposited', 8000);
                SELECT probe.collect('received', 'R', 25000, '[{"debt":1,
                    "shares":[10000,5000,10000]}]', p_number => '4711');
                SELECT probe.collect('same', 'W', 8000, '[]', 8000);
                SELECT probe.collect('returned', 'W', 7, '[]', 7);
                SELECT probe.reverse('reversed', probe.entry('returned'));
                SELECT probe.till('short opened', 'open', \(short));
                SELECT probe.collect('short', 'X', 5, '[]', 5, p_number => '1',
                    p_source => 'short');
                SELECT probe.till('short 1', 'count', '{"till":"short","cash_cents":0}');
                SELECT probe.till('till ' || t, 'open', jsonb_build_object('till', t))
                FROM unnest('{open,differs}'::text[]) AS t;
                SELECT probe.till('one', 'count', '{"till":"differs","cash_cents":5}');
                SELECT probe.fund_money('funded', 'harbor', 900000);
                """
            )
        }
        try await court.with("owner") { owner in
            let founder = try await court.superuser()
            let login = try await founder.value("SELECT session_user::text", as: String.self)
            await founder.close()
            try await owner.run(
                """
                SELECT probe.role('founder stays', '\(login)', 'auditor', 'grant');
                SELECT probe.role('founder leaves', '\(login)', 'owner', 'revoke');
                SELECT probe.role('second clerk', '\(ProbeSchema.login("second"))', 'clerk',
                    'grant');
                """
            )
        }
        try await court.with("grants") { grants in
            try await grants.run("SELECT probe.award('W', 'harbor', 100000)")
        }
        try await court.with("approver") { approver in
            try await approver.run(
                """
                SELECT probe.period('closed', 'annex', 'close', '2024-12-31');
                SELECT probe.expunge('forgotten', probe.entry('forget'));
                SELECT probe.till('short 2', 'count', '{"till":"short","cash_cents":0}');
                SELECT probe.till('two', 'count', '{"till":"differs","cash_cents":6}');
                """
            )
        }
        try await court.with("clerk") { clerk in
            try await clerk.run("SELECT probe.till('short shut', 'close', '{\"till\":\"short\"}')")
        }
        return court
    }

    /// The till in which two people found nothing of what was received.
    private static let short = "jsonb_build_object('till', 'short', 'fund', probe.fund('annex'))"

    private static func named(_ number: String) -> String {
        "probe.deposit('k', 5, '{\"till\":\"till-1\",\"receipts\":[\"\(number)\"]}')"
    }

    private static func unjudged(_ reason: String) -> String {
        "probe.reverse('k', probe.entry('received'), p_reason => '\(reason)')"
    }

    private static func double(of receipt: String) -> String {
        """
        probe.reverse('k', probe.entry('banked'), p_reason => 'duplicate',
            p_doubles => probe.entry('\(receipt)'))
        """
    }

    private static func void(_ receipt: String, _ reason: String) -> String {
        """
        probe.reverse('k', probe.entry('\(receipt)'), p_on => ledger_api.court_today(),
            p_reason => 'void', p_memo => '\(reason)')
        """
    }

    private static func collect(
        _ docket: String,
        _ cents: Int,
        debt: Int,
        _ shares: String
    ) -> String {
        """
        probe.collect('k', '\(docket)', \(cents), '[{"debt":\(debt),"shares":[\(shares)]}]')
        """
    }

    private static func assessJointly(_ cents: Int, _ shares: String? = nil) -> String {
        """
        probe.assess('k', 'R', 'surcharge', \(cents), p_claim => probe.entry('joint')\(
            shares.map { ", p_shares => \($0)" } ?? ""))
        """
    }

    private static func role(_ login: String, _ role: String, _ action: String) -> String {
        "probe.role('k', '\(ProbeSchema.login(login))', '\(role)', '\(action)')"
    }

    private static func books(_ what: String, _ definition: String) -> String {
        "SELECT ledger_api.define_books('{\"\(what)\":[\(definition)]}')"
    }

    private static func posting(
        _ entry: String = "probe.header()",
        crossing: Bool = false,
        on day: String = "2025-06-01"
    ) -> String {
        """
        INSERT INTO ledger.posting (jurisdiction_id, entry_id, line, purse_id, debit_account_id,
            credit_account_id, amount_cents, posted_on)
        SELECT ledger.bound_jurisdiction(), \(entry), 99, probe.purse('annex'),
            probe.account('annex', 'bank'),
            probe.account('\(crossing ? "clerk" : "annex")', 'undeposited'), 5, '\(day)'
        """
    }
}
