import ArgumentParser
import Testing

@testable import LedgerCLI

@Suite struct DatabaseChoiceTests {
    private func choice(
        _ arguments: [String],
        _ environment: [String: String]
    ) throws
        -> DatabaseChoice
    {
        let surroundings = Surroundings(
            environment: environment,
            isRoot: false,
            output: { _ in },
            diagnostics: { _ in }
        )
        return DatabaseChoice(try .parse(arguments), in: surroundings)
    }

    @Test func `the option comes before the variable, that before libpq's, those before our own`()
        throws
    {
        let all = ["REDRESS_DATABASE_URL": "dbname=two", "PGHOST": "three", "PGUSER": "pat"]
        #expect(try choice(["--database", "dbname=one"], all) == .named("dbname=one"))
        #expect(try choice([], all) == .named("dbname=two"))
        #expect(try choice([], ["PGHOST": "three", "PGUSER": "pat"]) == .named(""))
        #expect(try choice([], ["PGUSER": "pat"]) == .ownServer(login: "pat"))
        #expect(try choice([], ["PGHOST": ""]) == .ownServer(login: nil))
    }

    @Test(arguments: [
        ("dbname=a", "dbname=a user='o\\'hara'"),
        ("postgresql:///a", "postgresql:///a?user=o%27hara"),
        ("postgres:///a?host=/tmp", "postgres:///a?host=/tmp&user=o%27hara"),
    ])
    func `a login is added to either form of a connection string`(_ string: String, _ to: String) {
        #expect(ConnectionWords.with("o'hara", in: string) == to)
        #expect(ConnectionWords.with(nil, in: string) == string)
    }
}
