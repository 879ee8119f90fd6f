import Foundation
import PostgresClient
import Testing

/// Nobody sees another court, by whatever words.
@Suite struct RowSecurityTests {
    @Test func `a member sees no row of another court in any table or view`() async throws {
        let (ours, theirs) = (try await Court.open(), try await Court.open())
        try await theirs.docket("SECRET-1")
        let founder = try await theirs.superuser()
        let other = try await founder.value("SELECT ledger.bound_jurisdiction()", as: Int32.self)
        let tables = try await founder.rows(
            """
            SELECT c.oid::regclass::text,
                CASE WHEN c.relname = 'jurisdiction' THEN 'id' ELSE 'jurisdiction_id' END
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
                AND c.relkind IN ('r', 'v') AND (a.attname = 'jurisdiction_id'
                    OR c.relname = 'jurisdiction' AND a.attname = 'id')
                AND has_table_privilege('\(ProbeSchema.login("auditor"))', c.oid, 'SELECT')
            """
        )
        await founder.close()
        #expect(tables.count > 30)
        // The auditor is a member of both courts, so only the setting holds them apart.
        let auditor = try await ours.session("auditor")
        for row in tables {
            let (table, column): (String, String) = (try row.decode(at: 0), try row.decode(at: 1))
            let seen = try await auditor.value(
                "SELECT count(*) FROM \(table) WHERE \(column) = \(other)",
                as: Int64.self
            )
            #expect(seen == 0, "\(table)")
        }
        var copied = ""
        _ = try await auditor.connection.copyOut("COPY ledger.docket_reference TO STDOUT") {
            copied += String(decoding: $0, as: UTF8.self)
        }
        #expect(copied.isEmpty)
        for call in [
            "ledger_api.docket_debts(ARRAY['SECRET-1'])",
            "ledger_api.docket_applications('SECRET-1', NULL)",
        ] {
            #expect(try await auditor.rows("SELECT * FROM \(call)").isEmpty, "\(call)")
        }
        let movements = try await auditor.value(
            "SELECT count(*) FROM ledger_api.day_movements('2999-01-01', NULL)",
            as: Int64.self
        )
        #expect(movements == 0)
        await auditor.close()
        let first = try await ours.with("clerk") { clerk in
            try await clerk.outcome("probe.collect('k', 'SECRET-1', 5)")
        }
        #expect(first == "LG201")
    }

    @Test func `a setting chooses among memberships and gives none`() async throws {
        let court = try await Court.open()
        let login = ProbeSchema.login("wanderer")
        let session = try await Session.open(login)
        let bound = "SELECT ledger.bound_jurisdiction()"
        #expect(try await session.value(bound, as: Int32?.self) == nil, "two courts, none chosen")
        try await session.run("SET redress.jurisdiction = '\(court.code)'")
        #expect(try await session.value(bound, as: Int32?.self) != nil)
        try await session.run("SET redress.jurisdiction = 'us-unheard-of'")
        #expect(try await session.value(bound, as: Int32?.self) == nil)
        let alone = try await Session.open(ProbeSchema.login("newcomer"), jurisdiction: court.code)
        let refused = try await alone.outcome(ofScript: "SELECT count(*) FROM ledger.fund")
        #expect(refused == "42501")
        await alone.close()
        await session.close()
    }

    @Test func `an auditor of another court is the public where no more is granted`()
        async throws
    {
        let court = try await Court.open()
        try await court.docket("SECRET-2")
        try await court.with("wanderer") { session in
            #expect(
                try await session.value("SELECT count(*) FROM ledger.fund", as: Int64.self) == 6
            )
            for table in ["docket_reference", "posting", "receipt", "role_change", "principal"] {
                let seen = try await session.value(
                    "SELECT count(*) FROM ledger.\(table)",
                    as: Int64.self
                )
                #expect(seen == 0, "\(table)")
            }
        }
    }

    @Test func `the names of other courts' people are not shown`() async throws {
        let court = try await Court.open()
        let other = try await Court.open()
        try await other.with("owner") { owner in
            try await owner.run("SELECT probe.token('t', 'their token', 'clerk', 'issue', 'x1')")
        }
        try await court.with("auditor") { auditor in
            let shown = try await auditor.value(
                "SELECT count(*) FROM ledger.principal WHERE login LIKE '%their token'",
                as: Int64.self
            )
            #expect(shown == 0)
        }
    }

    @Test func `a setting that looks like a door opens nothing`() async throws {
        let (ours, theirs) = (try await Court.open(), try await Court.open())
        let founder = try await theirs.superuser()
        let other = try await founder.value("SELECT ledger.bound_jurisdiction()", as: Int32.self)
        await founder.close()
        try await ours.with("auditor") { auditor in
            try await auditor.run("SET redress.door = '\(other)'")
            let head = try await auditor.rows("SELECT * FROM ledger_api.report_head(NULL, NULL)")
            #expect(try head[0].decode(String.self, at: 0) == ours.code)
            let seen = try await auditor.value(
                "SELECT count(*) FROM ledger.fund WHERE jurisdiction_id = \(other)",
                as: Int64.self
            )
            #expect(seen == 0)
        }
    }

    @Test func `a token binds one transaction, and only as signed`() async throws {
        let court = try await Court.open()
        let secret = "secret of \(court.code)"
        try await court.with("owner") { owner in
            try await owner.run("SELECT probe.token('i', 'web', 'clerk', 'issue', '\(secret)')")
            try await owner.run(
                "SELECT probe.token('e', 'old', 'clerk', 'issue', 'x\(secret)', '2020-01-01')"
            )
        }
        let service = try await Session.open(ProbeSchema.login("service"))
        let door = "SELECT ledger_api.record_deposits('[]')"
        let bind = "SELECT ledger_api.bind_token('\(secret)')"
        #expect(try await service.outcome(ofScript: "\(bind); \(door)") == "accepted")
        #expect(try await service.outcome(ofScript: door) == "LG001")
        let award = "SELECT ledger_api.award('[]')"
        #expect(try await service.outcome(ofScript: "\(bind); \(award)") == "LG002")

        try await service.run("BEGIN")
        try await service.run(bind)
        let binding = try await service.value(
            "SELECT current_setting('redress.token_binding')",
            as: String.self
        )
        try await service.run("COMMIT")
        let rival = try await Session.open(ProbeSchema.login("service"))
        let owned = binding.replacing(":clerk:", with: ":owner:")
        for (session, forged) in [
            (service, binding), (rival, binding), (service, owned), (service, "1:1:owner"),
            (service, "x"), (service, "1:1:owner:" + String(repeating: "0", count: 64)),
            (service, "99999999999999999999:1:owner:" + String(repeating: "0", count: 64)),
        ] {
            let script = "SET LOCAL redress.token_binding = '\(forged)'; \(door)"
            #expect(try await session.outcome(ofScript: script) == "LG001", "\(forged)")
        }
        let within = "\(bind); SET LOCAL redress.token_binding = '\(owned)'; \(award)"
        #expect(try await service.outcome(ofScript: within) == "LG001")

        for wrong in ["x\(secret)", "unheard of", ""] {
            let script = "SELECT ledger_api.bind_token('\(wrong)')"
            #expect(try await service.outcome(ofScript: script) == "LG604", "'\(wrong)'")
        }
        try await court.with("owner") { owner in
            try await owner.run("SELECT probe.token('r', 'web', 'clerk', 'revoke', '\(secret)')")
        }
        #expect(try await service.outcome(ofScript: bind) == "LG604")
        await rival.close()
        await service.close()
    }

    @Test func `one prepared statement shows each login its own rows`() async throws {
        let court = try await Court.open()
        try await court.docket("OURS-1")
        let founder = try await court.superuser()
        try await founder.run("PREPARE seen AS SELECT count(*) FROM ledger.docket_reference")
        for _ in 1...2 {
            for (login, rows) in [("clerk", 1), ("wanderer", 0), ("auditor", 1)] {
                let name = ProbeSchema.login(login)
                try await founder.run("SET SESSION AUTHORIZATION \(name)")
                for _ in 1...6 {
                    let seen = try await founder.value("EXECUTE seen", as: Int64.self)
                    #expect(seen == Int64(rows), "\(login)")
                }
                try await founder.run("RESET SESSION AUTHORIZATION")
            }
        }
        await founder.close()
    }

    @Test func `look-alikes in a temporary schema fool no door`() async throws {
        let (court, other) = (try await Court.open(), try await Court.open())
        try await court.docket("R")
        let founder = try await other.superuser()
        let id = try await founder.value("SELECT ledger.bound_jurisdiction()", as: Int32.self)
        await founder.close()
        try await court.with("clerk") { clerk in
            try await clerk.run(
                """
                SET search_path = pg_temp, pg_catalog, ledger, ledger_api;
                CREATE TEMP TABLE fund (LIKE ledger.fund);
                CREATE TEMP TABLE debt_total (LIKE ledger.debt_total);
                CREATE FUNCTION pg_temp.bound_jurisdiction() RETURNS integer
                    LANGUAGE sql AS 'SELECT \(id)';
                CREATE FUNCTION pg_temp.sum(bigint) RETURNS bigint
                    LANGUAGE sql AS 'SELECT 0::bigint';
                CREATE FUNCTION pg_temp.always(integer, integer) RETURNS boolean
                    LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR pg_temp.= (LEFTARG = integer, RIGHTARG = integer,
                    FUNCTION = pg_temp.always);
                """
            )
            let over = """
                probe.collect('k', 'R', 75001, '[{"debt":1,"shares":[30001,15000,30000]}]')
                """
            #expect(try await clerk.outcome(over) == "LG301")
            let courts = try await clerk.value(
                "SELECT count(DISTINCT jurisdiction_id) FROM ledger.fund",
                as: Int64.self
            )
            #expect(courts == 1)
        }
    }
}
