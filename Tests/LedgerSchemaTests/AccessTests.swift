import PostgresClient
import Testing

/// Who may call and read what, by the catalog and by trying it.
@Suite struct AccessTests {
    static let logins = [
        "clerk", "grants", "reconciler", "approver", "auditor", "public", "owner", "service",
        "wanderer", "stranger",
    ]

    /// How a call ends: `+` goes through, `-` is 42501, 1 is LG001, 2 is LG002.
    ///
    /// Columns as in `logins`. The service shows no token; the wanderer is clerk and auditor of
    /// another court and the public here.
    static let doors = """
        +++++++++- ledger.binding
        +++++++++- ledger.bound_jurisdiction
        +++++++++- ledger.raise_refusal
        +++++++++- ledger.sensitive_text
        +++++++++- ledger.visible_jurisdiction
        +++++++++- ledger.works_here
        +++++-+++- ledger_api.access_list
        +------12- ledger_api.accrue_interest
        ------+1-- ledger_api.add_bank_accounts
        +++++-+12- ledger_api.ageing
        -+-----1-- ledger_api.allot
        +------12- ledger_api.assess_debts
        -+-----1-- ledger_api.award
        +-+++-+++- ledger_api.banking_days
        +--+--+12- ledger_api.begin_openings
        -------+-- ledger_api.bind_token
        +-+++-+++- ledger_api.book_lines
        +-+++-+++- ledger_api.book_references
        +++++++++- ledger_api.bound_principal
        +--+--+12- ledger_api.bring_checks
        +--+--+12- ledger_api.bring_debts
        +--+--+12- ledger_api.bring_receipts
        +------12- ledger_api.change_debts
        +-++---12- ledger_api.change_exceptions
        --+----1-- ledger_api.change_matches
        ---+--+1-- ledger_api.change_periods
        ------+1-- ledger_api.change_roles
        ------+1-- ledger_api.change_tokens
        +++++-+++- ledger_api.check_list
        +------12- ledger_api.claim_collections
        +------12- ledger_api.claim_delinquencies
        +--+---12- ledger_api.claim_dockets
        +------12- ledger_api.claim_interest
        +++++-+++- ledger_api.claim_statement
        +++++-+12- ledger_api.cleared_on
        +-+++-+12- ledger_api.clearing_window_list
        +--+--+12- ledger_api.close_opening
        +--+---12- ledger_api.close_tills
        +-+++-+12- ledger_api.collection_chain
        +++++-+12- ledger_api.collections
        +--+---12- ledger_api.count_tills
        +++++++++- ledger_api.court_today
        +++++-+++- ledger_api.daily_cash
        +++++-+++- ledger_api.daily_receipts
        +++++++1+- ledger_api.day_movements
        --+----1-- ledger_api.declare_statement_sources
        +-+++-+++- ledger_api.default_match_rules
        2--2--+12- ledger_api.define_books
        -+-----1-- ledger_api.deobligate
        -+-----1-- ledger_api.disburse
        +++++-+++- ledger_api.docket_applications
        +++++-+++- ledger_api.docket_changes
        +++++-+++- ledger_api.docket_claims
        +++++-+++- ledger_api.docket_debts
        +++++-+++- ledger_api.docket_findings
        +++++-+++- ledger_api.docket_grounds
        +++++-+++- ledger_api.docket_holds
        +++++-+++- ledger_api.docket_refunds
        +++++-+++- ledger_api.docket_schedule
        +++++-+++- ledger_api.docket_statement
        +++++-+++- ledger_api.docket_write_offs
        +-+++-+12- ledger_api.exception_list
        ---+--+1-- ledger_api.expunge_dockets
        +------12- ledger_api.extinctions_due
        +------12- ledger_api.find_claims
        +++++++++- ledger_api.fingerprint
        +++++-+++- ledger_api.first_drawn_on
        +++++++++- ledger_api.fund_balance
        +++++++1+- ledger_api.funding
        +------12- ledger_api.import_keys
        +++++-+++- ledger_api.import_list
        +--+---12- ledger_api.issue_refunds
        +++++++++- ledger_api.known_number
        --+----1-- ledger_api.match_blocks
        +-+++-+++- ledger_api.match_hash
        +-+++-+++- ledger_api.match_key
        +-+++-+++- ledger_api.match_members
        +------12- ledger_api.open_claims
        +------12- ledger_api.open_dockets
        +------12- ledger_api.open_imports
        +------12- ledger_api.open_tills
        +--2---12- ledger_api.owe_refunds
        +------12- ledger_api.pay_unclaimed
        +--+---12- ledger_api.payable_refund
        +++++++++- ledger_api.period_label
        +++++++++- ledger_api.policy_defaults
        +++++++++- ledger_api.policy_in_force
        +-+++-+12- ledger_api.prepared_sign_off
        +++++-+++- ledger_api.proposal_list
        ++++--+12- ledger_api.propose
        +------12- ledger_api.rates_missing
        +++++-+++- ledger_api.receipt_available_on
        +++++-+++- ledger_api.receipt_gaps
        ++-----12- ledger_api.receive_fund_money
        +-+++-+12- ledger_api.reconciliation
        +-+++-+12- ledger_api.reconciliation_days
        +--2---12- ledger_api.record_collection
        +--2---12- ledger_api.record_collections
        +------12- ledger_api.record_delinquencies
        +------12- ledger_api.record_deposits
        +------12- ledger_api.record_findings
        +------12- ledger_api.record_import_part
        +------12- ledger_api.record_liability_events
        --+----1-- ledger_api.record_matches
        +------12- ledger_api.record_remittances
        +-+----12- ledger_api.record_statement_files
        +-+----12- ledger_api.record_statement_lines
        +------12- ledger_api.record_unidentified
        --+----1-- ledger_api.release_statements
        +++++-+12- ledger_api.remittances
        ---+--+1-- ledger_api.reopen_sign_offs
        +------12- ledger_api.repay_advances
        +------12- ledger_api.repay_remittances
        +++++++1+- ledger_api.report_head
        222222212- ledger_api.require_role
        +-+++-+++- ledger_api.returned_receipts
        +--2---12- ledger_api.reverse_collections
        +++++-+12- ledger_api.run_list
        --+----1-- ledger_api.run_match_pass
        +------12- ledger_api.run_remittances
        +++++-+++- ledger_api.running
        +++++-+++- ledger_api.running_accounts
        +------12- ledger_api.schedule_debts
        +++++++1+- ledger_api.seal
        --+----1-- ledger_api.set_clearing_windows
        +------12- ledger_api.set_interest_terms
        --+----1-- ledger_api.set_match_rules
        ------+1-- ledger_api.set_policies
        +-+++-+12- ledger_api.sign_off_list
        ---+---1-- ledger_api.sign_off_periods
        +-+++-+++- ledger_api.statement_lines_in_use
        +-+++-+++- ledger_api.statement_list
        +++++-+++- ledger_api.ticket_of
        +++++-+++- ledger_api.till_movement
        +++++-+++- ledger_api.till_sessions
        -+-----1-- ledger_api.transfer_fund_money
        +++++-+12- ledger_api.transfer_tie
        +++++++++- ledger_api.trial_balance
        --+----1-- ledger_api.try_match_rules
        +++++-+++- ledger_api.unapplied_money
        +++++-+++- ledger_api.undeposited_receipts
        +--+---12- ledger_api.undo_imports
        +--+---12- ledger_api.vacate_dockets
        +------12- ledger_api.void_checks
        ---+---1-- ledger_api.write_off_debts
        """

    /// Who may select; nobody may do anything else.
    static let tables = """
        rrrrrrrrr- ledger.account
        rrrrr-rrr- ledger.advance_repayment
        rrrrr-rrr- ledger.allotment
        rrrrr-rrr- ledger.approval
        rrrrrrrrr- ledger.authority
        rrrrrrrrr- ledger.authority_term
        rrrrr-rrr- ledger.award
        rrrrrrrrr- ledger.balance_day
        r-rrr-rrr- ledger.bank_account
        r-rrr-rrr- ledger.bank_account_number
        ---------- ledger.binding_key
        rrrrrrrrr- ledger.block
        r-rrr-rrr- ledger.book_claim
        rrrrr-rrr- ledger.carried_share
        rrrrr-rrr- ledger.change_citation
        rrrrr-rrr- ledger.check_issued
        rrrrr-rrr- ledger.check_void
        r-rrr-rrr- ledger.clearing_window
        rrrrr-rrr- ledger.debt
        rrrrr-rrr- ledger.debt_change
        rrrrr-rrr- ledger.debt_component
        rrrrr-rrr- ledger.debt_ground
        rrrrr-rrr- ledger.debt_total
        rrrrr-rrr- ledger.delinquency_event
        rrrrr-rrr- ledger.deobligation
        rrrrr-rrr- ledger.deposit
        rrrrr-rrr- ledger.deposit_difference
        rrrrr-rrr- ledger.deposit_receipt
        rrrrr-rrr- ledger.disbursement
        rrrrr-rrr- ledger.docket
        rrrrr-rrr- ledger.docket_expunction
        rrrrr-rrr- ledger.docket_reference
        rrrrr-rrr- ledger.doubled_receipt
        r-rrr-rrr- ledger.exception_change
        rrrrrrrrr- ledger.fund
        rrrrrrrrr- ledger.fund_period
        rrrrr-rrr- ledger.fund_receipt
        rrrrr-rrr- ledger.fund_transfer
        rrrrr-rrr- ledger.import_batch
        rrrrr-rrr- ledger.import_part
        rrrrr-rrr- ledger.import_undo
        rrrrr-rrr- ledger.indigency_finding
        rrrrr-rrr- ledger.instalment
        rrrrr-rrr- ledger.interest_term
        rrrrr-rrr- ledger.joint_claim
        rrrrr-rrr- ledger.joint_debt
        rrrrr-rrr- ledger.joint_total
        rrrrr-rrr- ledger.journal_entry
        rrrrr-rrr- ledger.journal_tail
        rrrrrrrrr- ledger.jurisdiction
        rrrrr-rrr- ledger.liability_event
        r-rrr-rrr- ledger.match
        r-rrr-rrr- ledger.match_book_line
        r-rrr-rrr- ledger.match_change
        r-rrr-rrr- ledger.match_pass
        r-rrr-rrr- ledger.match_rule
        r-rrr-rrr- ledger.match_rules
        r-rrr-rrr- ledger.match_statement_line
        ---------- ledger.migration
        rrrrr-rrr- ledger.opening
        rrrrr-rrr- ledger.opening_control
        rrrrr-rrr- ledger.opening_file
        rrrrr-rrr- ledger.opening_tie
        rrrrrrrrr- ledger.payment_rank
        rrrrr-rrr- ledger.penalty_correction
        rrrrr-rrr- ledger.period_change
        rrrrrrrrr- ledger.policy
        rrrrr-rrr- ledger.posting
        ---------- ledger.pour
        rrrrr-rrr- ledger.principal
        rrrrr-rrr- ledger.principal_role
        rrrrr-rrr- ledger.proposal
        rrrrrrrrr- ledger.purpose
        rrrrrrrrr- ledger.purse
        rrrrr-rrr- ledger.receipt
        rrrrr-rrr- ledger.receipt_book
        rrrrr-rrr- ledger.receipt_origin
        rrrrrrrrr- ledger.recipient
        rrrrr-rrr- ledger.refund
        rrrrr-rrr- ledger.refusal
        rrrrrrrrr- ledger.refusal_text
        rrrrr-rrr- ledger.remittance
        rrrrr-rrr- ledger.remittance_carry
        rrrrr-rrr- ledger.remittance_line
        rrrrr-rrr- ledger.remittance_run
        rrrrr-rrr- ledger.repayment
        rrrrr-rrr- ledger.reversal
        rrrrr-rrr- ledger.role_change
        rrrrr-rrr- ledger.run_remittance
        rrrrr-rrr- ledger.sealed_entry
        rrrrrrrrr- ledger.sealed_table
        rrrrr-rrr- ledger.share_plan
        r-rrr-rrr- ledger.sign_off
        r-rrr-rrr- ledger.sign_off_reopening
        r-rrr-rrr- ledger.sign_off_term
        r-rrr-rrr- ledger.statement
        r-rrr-rrr- ledger.statement_change
        r-rrr-rrr- ledger.statement_claim
        r-rrr-rrr- ledger.statement_file
        r-rrr-rrr- ledger.statement_finding
        r-rrr-rrr- ledger.statement_line
        r-rrr-rrr- ledger.statement_reference
        r-rrr-rrr- ledger.statement_return
        r-rrr-rrr- ledger.statement_source
        rrrrr-rrr- ledger.till_check_close
        rrrrr-rrr- ledger.till_close
        rrrrr-rrr- ledger.till_count
        rrrrr-rrr- ledger.till_session
        ---------- ledger.token
        rrrrr-rrr- ledger.token_change
        rrrrr-rrr- ledger.unclaimed_payment
        rrrrr-rrr- ledger.vacatur
        rrrrr-rrr- ledger.write_off
        rrrrr-rrr- ledger_api.ledger_line
        r-rrr-rrr- ledger_api.match_state
        ----r--rr- ledger_api.token_in_force
        """

    @Test func `every function that a role may execute answers each role as the table says`()
        async throws
    {
        let court = try await Court.open()
        let founder = try await court.superuser()
        let functions = try await founder.rows(
            """
            SELECT p.oid::regproc::text, coalesce((
                SELECT string_agg(
                        CASE WHEN t.n = cardinality(p.proargtypes) AND p.provariadic <> 0
                            THEN 'VARIADIC ' ELSE '' END
                        || CASE WHEN y.typcategory = 'A' THEN quote_literal('{}') ELSE 'NULL' END
                        || '::' || format_type(t.oid, NULL), ', ' ORDER BY t.n
                    )
                FROM unnest(p.proargtypes) WITH ORDINALITY AS t (oid, n)
                JOIN pg_type AS y ON y.oid = t.oid
            ), '')
            FROM pg_proc AS p
            WHERE p.pronamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
                AND p.prorettype <> 'trigger'::regtype AND EXISTS (
                    SELECT FROM pg_roles AS r
                    WHERE r.rolname LIKE 'redress%' AND r.rolname <> 'redress_schema'
                        AND NOT r.rolsuper AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
                )
            ORDER BY 1
            """
        )
        var actual: [String: String] = [:]
        for login in Self.logins {
            let session = try await court.session(login)
            for row in functions {
                let name: String = try row.decode(at: 0)
                let arguments: String = try row.decode(at: 1)
                let outcome = try await session.outcome(
                    ofScript: "SELECT * FROM \(name)(\(arguments))"
                )
                actual[name, default: ""] +=
                    ["42501": "-", "LG001": "1", "LG002": "2"][outcome] ?? "+"
            }
            await session.close()
        }
        await founder.close()
        let table = actual.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        #expect(table.joined(separator: "\n") == Self.doors)
    }

    @Test func `every table is readable by those whom the table says, and writable by nobody`()
        async throws
    {
        let session = try await Court.open().superuser()
        var actual: [String] = []
        let rows = try await session.rows(
            """
            SELECT c.oid::regclass::text, string_agg(
                CASE WHEN has_table_privilege(r.name, c.oid, 'SELECT') THEN 'r' ELSE '-' END, ''
                ORDER BY r.n
            ), bool_or(has_table_privilege(r.name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, '
                'REFERENCES, TRIGGER') OR has_any_column_privilege(r.name, c.oid, 'INSERT, UPDATE'))
            FROM pg_class AS c, unnest(\(Self.list(Self.logins.map(ProbeSchema.login))))
                WITH ORDINALITY AS r (name, n)
            WHERE c.relnamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
                AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
            GROUP BY c.oid
            ORDER BY c.oid::regclass::text COLLATE "C"
            """
        )
        for row in rows {
            let table: String = try row.decode(at: 0)
            #expect(try row.decode(Bool.self, at: 2) == false, "somebody may write \(table)")
            actual.append("\(try row.decode(String.self, at: 1)) \(table)")
        }
        #expect(actual.joined(separator: "\n") == Self.tables)
        await session.close()
    }

    @Test(arguments: [
        ("fund", "code"), ("posting", "line"), ("binding_key", "only_row"),
        ("refusal_text", "code"), ("balance_day", "purse_id"),
    ])
    func `no login changes a table whatever the catalog says`(
        table: String,
        column: String
    ) async throws {
        let court = try await Court.open()
        let allowed = Self.tables.split(separator: "\n").map(String.init)
            .first { $0.hasSuffix(" ledger.\(table)") }
        let letters = try #require(allowed)
        for (login, letter) in zip(Self.logins, letters) {
            let session = try await court.session(login)
            for verb in [
                "INSERT INTO ledger.\(table) DEFAULT VALUES",
                "UPDATE ledger.\(table) SET \(column) = NULL", "DELETE FROM ledger.\(table)",
                "TRUNCATE ledger.\(table)", "LOCK TABLE ledger.\(table) IN EXCLUSIVE MODE",
                "COPY ledger.\(table) FROM STDIN",
                "ALTER TABLE ledger.\(table) DISABLE TRIGGER ALL",
                "DROP TABLE ledger.\(table)",
            ] {
                #expect(try await session.outcome(ofScript: verb) == "42501", "\(login): \(verb)")
            }
            let read = try await session.outcome(ofScript: "SELECT FROM ledger.\(table)")
            #expect(read == (letter == "r" ? "accepted" : "42501"), "\(login) reads \(table)")
            await session.close()
        }
    }

    @Test func `the owner of the schema is nobody who could log in or see past row security`()
        async throws
    {
        let session = try await Session.open()
        let attributes = try await session.value(
            """
            SELECT concat_ws(' ', rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                rolreplication)
            FROM pg_roles WHERE rolname = 'redress_schema'
            """,
            as: String.self
        )
        #expect(attributes == "f f f f f f")
        let owners = try await session.rows(
            """
            SELECT DISTINCT pg_get_userbyid(o.owner) FROM (
                SELECT relowner AS owner FROM pg_class
                WHERE relnamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
                UNION ALL
                SELECT proowner FROM pg_proc
                WHERE pronamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
                UNION ALL
                SELECT nspowner FROM pg_namespace WHERE nspname IN ('ledger', 'ledger_api')
            ) AS o
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(owners == ["redress_schema"])
        await session.close()
    }

    @Test func `every function with its owner's rights pins its path and is closed to the public`()
        async throws
    {
        let session = try await Session.open()
        let loose = try await session.rows(
            """
            SELECT p.oid::regprocedure::text FROM pg_proc AS p
            WHERE p.pronamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace) AND (
                p.prosecdef AND NOT EXISTS (
                    SELECT FROM unnest(p.proconfig) AS c
                    WHERE c LIKE 'search_path=pg\\_catalog,%pg\\_temp'
                ) OR EXISTS (
                    SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
                    WHERE a.grantee = 0
                )
            )
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(loose == [])
        let views = try await session.rows(
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relnamespace = 'ledger_api'::regnamespace AND c.relkind = 'v'
                AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
            """
        ).map { try $0.decode(String.self, at: 0) }
        // It shows tokens, which nobody may read as they are, and names the court itself.
        #expect(views == ["ledger_api.token_in_force"])
        await session.close()
    }

    private static func list(_ names: [String]) -> String {
        "ARRAY[\(names.map { "'\($0)'" }.joined(separator: ", "))]::text[]"
    }
}
