import Testing

@testable import PostgresClient

struct ConfigurationTests {
    /// What a cut link needs, as the documentation of libpq names it.
    private static let ours = [
        "connect_timeout": "3", "keepalives": "1", "keepalives_idle": "2",
        "keepalives_interval": "1", "keepalives_count": "3", "tcp_user_timeout": "3000",
    ]

    private func values(_ configuration: PostgresConfiguration) -> [String: String] {
        #expect(configuration.problem == nil)
        return Dictionary(uniqueKeysWithValues: configuration.parameters.map { ($0, $1) })
    }

    private func merged(_ environment: [String: String]) -> [String: String] {
        let list = PostgresConfiguration.merge(
            given: [:],
            environment: environment,
            fallback: PostgresConfiguration.defaults
        )
        return Dictionary(uniqueKeysWithValues: list.map { ($0, $1) })
    }

    @Test func `a cut link is noticed within seconds unless someone decides otherwise`() {
        #expect(merged([:]).filter { Self.ours.keys.contains($0.key) } == Self.ours)
    }

    @Test(arguments: ours.keys.sorted())
    func `what the caller says of the link wins`(keyword: String) {
        #expect(values(PostgresConfiguration("\(keyword)=41"))[keyword] == "41")
        #expect(values(PostgresConfiguration("postgresql://h/d?\(keyword)=0"))[keyword] == "0")
    }

    @Test(arguments: ours.keys.sorted())
    func `what the environment says of the link wins over ours`(keyword: String) {
        #expect(merged([keyword: "41"])[keyword] == "41")
    }

    @Test func `options of the environment are kept beside those of the client`() {
        let options = merged(["options": "-c work_mem=1MB"])["options"]
        #expect(options?.hasPrefix("-c work_mem=1MB -c TimeZone=UTC") == true)
    }

    @Test func `the environment is left to libpq where the client has no opinion`() {
        #expect(merged(["host": "elsewhere", "password": "secret"]).keys.contains("host") == false)
        #expect(merged(["password": "secret"]).keys.contains("password") == false)
    }

    @Test func `user, database and name may be given beside the string`() {
        let both = values(
            PostgresConfiguration("user=a dbname=b", user: "c", database: "d", applicationName: "e")
        )
        #expect(both["user"] == "c" && both["dbname"] == "d" && both["application_name"] == "e")
        let alone = values(PostgresConfiguration("user=a dbname=b application_name=f"))
        #expect(alone["user"] == "a" && alone["dbname"] == "b")
        #expect(alone["application_name"] == "f")
    }

    @Test func `connecting is bounded by the caller's own limit`() {
        #expect(PostgresConfiguration("connect_timeout=7").connectDeadline == .seconds(7))
        let unbounded = PostgresConfiguration("connect_timeout=0", callDeadline: .seconds(11))
        #expect(unbounded.connectDeadline == .seconds(11))
    }

    @Test func `the server is told what the client needs`() async throws {
        let given = try TestDatabase.configuration()
        let sent = values(given)
        #expect(sent["client_encoding"] == "UTF8")
        for (keyword, value) in Self.ours { #expect(sent[keyword] == value) }
    }
}
