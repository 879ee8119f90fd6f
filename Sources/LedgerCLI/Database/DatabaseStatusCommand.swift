import ArgumentParser
import EmbeddedPostgres
import LedgerReports

struct DatabaseStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says which database commands use, and whether the private one runs.",
        discussion: """
            Example:
              redress db status
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var fields = [ReportField("used_by_commands", used)]
        switch try DatabaseChoice.ownServer(global).status() {
        case .notCreated: fields.append(ReportField("private_server", "not made yet"))
        case .stopped(let folder):
            fields += [
                ReportField("private_server", "stopped"), ReportField("data_folder", folder),
            ]
        case .running(let server):
            fields += [
                ReportField("private_server", "running"),
                ReportField("version", server.version),
                ReportField("process", "\(server.pid)"),
                ReportField("data_folder", server.dataFolder),
                ReportField("socket_folder", server.socketFolder),
            ]
        }
        try await ResultWriter(global).write(.facts("db_status", "Database", fields))
    }

    /// Where the choice comes from, never its words: they may hold a password.
    private var used: String {
        switch DatabaseChoice(global, in: .current) {
        case .ownServer(let login): "the private PostgreSQL" + (login.map { ", as \($0)" } ?? "")
        case .named("") where global.database == nil: "the one that the PG* variables name"
        case .named:
            global.database == nil
                ? "the one that REDRESS_DATABASE_URL names" : "the one that --database names"
        }
    }
}
