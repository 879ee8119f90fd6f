import EmbeddedPostgres

/// Which database a command uses.
enum DatabaseChoice: Equatable {
    /// In libpq's words; empty for its own rules about the PG* variables.
    case named(String)
    /// The private PostgreSQL of the user, as this login; nil for its superuser.
    case ownServer(login: String?)

    /// PGUSER alone names a login, not a server.
    private static let serverVariables = [
        "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE", "PGSERVICEFILE",
    ]

    init(_ options: GlobalOptions, in surroundings: Surroundings) {
        if let database = options.database ?? surroundings.variable("REDRESS_DATABASE_URL") {
            self = .named(database)
        } else if Self.serverVariables.contains(where: { surroundings.variable($0) != nil }) {
            self = .named("")
        } else {
            self = .ownServer(login: surroundings.variable("PGUSER"))
        }
    }

    var isOwnServer: Bool {
        if case .ownServer = self { true } else { false }
    }

    /// A connection string; the private PostgreSQL is started when it does not run.
    func connectionString(_ options: GlobalOptions) throws -> String {
        switch self {
        case .named(let database): database
        case .ownServer(let login):
            try ConnectionWords.with(
                login,
                in: Self.ownServer(options).start().conninfo
            )
        }
    }

    /// The private PostgreSQL of whoever runs the command.
    static func ownServer(_ options: GlobalOptions) throws -> EmbeddedPostgres {
        let surroundings = Surroundings.current
        let location = try Location.standard(
            environment: surroundings.environment,
            isRoot: surroundings.isRoot
        )
        return EmbeddedPostgres(location: location) { line in
            if !options.quiet { surroundings.say(line) }
        }
    }
}
