package import LedgerModel
package import PostgresClient

extension PostgresConnection {
    package func reconciliation(
        of account: String,
        through day: LedgerDate
    ) async throws -> [ReconciliationLine] {
        try await call("reconciliation", [account, PostgresDate(day)]).map { row in
            let leg: String = try row.decode(at: 0)
            return ReconciliationLine(
                leg: ReconciliationLine.Leg(rawValue: leg) ?? .start,
                term: try row.decode(at: 1),
                account: try row.decode(at: 2),
                reference: try row.decode(at: 3),
                day: try row.day(ifKnownAt: 4),
                kind: try row.decode(at: 5),
                text: try row.decode(at: 6),
                amount: try row.money(at: 7),
                lateFor: try row.day(ifKnownAt: 8)
            )
        }
    }

    package func reconciledStatements(
        of account: String,
        after first: LedgerDate?,
        through day: LedgerDate
    ) async throws -> [ReconciledStatement] {
        let after = first.map(PostgresDate.init)
        return try await call("reconciliation_days", [account, after, PostgresDate(day)]).map {
            ReconciledStatement(
                account: try $0.decode(at: 0),
                sequence: try $0.decode(at: 1),
                day: try $0.day(ifKnownAt: 2),
                previousClosing: try $0.money(ifKnownAt: 3),
                opening: try $0.money(ifKnownAt: 4),
                entries: try $0.money(at: 5),
                closing: try $0.money(ifKnownAt: 6),
                books: try $0.money(at: 7)
            )
        }
    }

    package func collectionChain(
        of account: String,
        through day: LedgerDate
    ) async throws -> [CollectionChainLink] {
        try await call("collection_chain", [account, PostgresDate(day)]).map {
            CollectionChainLink(
                fund: try $0.decode(at: 0),
                recipient: try $0.decode(at: 1),
                collected: try $0.money(ifKnownAt: 2),
                remitted: try $0.money(ifKnownAt: 3),
                waiting: try $0.money(ifKnownAt: 4),
                receivedBy: try $0.decode(at: 5),
                received: try $0.money(ifKnownAt: 6),
                available: try $0.money(ifKnownAt: 7)
            )
        }
    }

    package func exceptions(
        asOf day: LedgerDate,
        account: String?
    ) async throws -> [ReconciliationException] {
        try await call("exception_list", [PostgresDate(day), account]).map { row in
            let kind: String = try row.decode(at: 1)
            let resolution: String? = try row.decode(at: 13)
            return ReconciliationException(
                name: try row.decode(at: 0),
                kind: ReconciliationException.Kind(rawValue: kind) ?? .controlFailed,
                account: try row.decode(at: 2),
                fund: try row.decode(at: 3),
                since: try row.day(at: 4),
                seenOn: try row.day(at: 5),
                age: Int(try row.decode(Int32.self, at: 6)),
                seenAge: Int(try row.decode(Int32.self, at: 7)),
                amount: try row.money(at: 8),
                detail: try row.decode(at: 9),
                owner: try row.decode(at: 10),
                dueOn: try row.day(at: 11),
                isOverdue: try row.decode(at: 12),
                resolution: resolution.flatMap(ReconciliationException.Resolution.init),
                reason: try row.decode(at: 14)
            )
        }
    }

    package func signedPeriods() async throws -> [SignedPeriod] {
        try await call("sign_off_list", []).map { row in
            SignedPeriod(
                number: try row.decode(at: 1),
                account: try row.decode(at: 2),
                fund: try row.decode(at: 3),
                followsOn: try row.day(ifKnownAt: 4),
                through: try row.day(at: 5),
                preparedBy: try row.decode(at: 6),
                reviewedBy: try row.decode(at: 7),
                bank: try row.money(at: 9),
                books: try row.money(at: 10),
                cases: try row.money(at: 11),
                reason: try row.decode(at: 12),
                counts: [
                    try row.decode(at: 13), try row.decode(at: 14), try row.decode(at: 15),
                ],
                digest: Hex.text(try row.decode([UInt8].self, at: 16)),
                isUnchanged: try row.decode(at: 17),
                reopenedBy: try row.decode(at: 18),
                reopenedReason: try row.decode(at: 19)
            )
        }
    }

    /// What would be signed, and the code by which it cannot be.
    package func preparedSignOff(
        of account: String,
        through day: LedgerDate,
        reason: String?
    ) async throws -> PreparedSignOffRow {
        let rows = try await call("prepared_sign_off", [account, PostgresDate(day), reason])
        return try PreparedSignOffRow(rows[0])
    }

    package func clearingWindows() async throws -> [ClearingWindow] {
        try await call("clearing_window_list", []).map { row in
            let kind: String = try row.decode(at: 1)
            return ClearingWindow(
                try row.decode(at: 0),
                ClearingWindow.Kind(rawValue: kind) ?? .payment,
                days: Int(try row.decode(Int32.self, at: 2)),
                isSet: try row.decode(at: 3)
            )
        }
    }
}

extension PostgresRow {
    fileprivate func day(at column: Int) throws -> LedgerDate {
        try LedgerDate(try decode(PostgresDate.self, at: column))
    }

    fileprivate func day(ifKnownAt column: Int) throws -> LedgerDate? {
        try decode(PostgresDate?.self, at: column).map(LedgerDate.init)
    }

    fileprivate func money(ifKnownAt column: Int) throws -> Money? {
        try decode(Int64?.self, at: column).map(Money.init(cents:))
    }
}
