import Foundation
import LedgerOperations
import PostgresClient
import Testing

@Suite struct PasswordFileTests {
    @Test func `a password goes by a file of ours and is gone afterwards`() async throws {
        let given = "host=/run user=clerk password='a:b\\\\c' dbname=books"
        let file = try await PasswordFile.lending(given) { conninfo in
            #expect(!conninfo.contains("a:b"))
            #expect(!conninfo.contains("password="))
            #expect(conninfo.contains("user='clerk'"))
            let path = try #require(conninfo.firstMatch(of: /passfile='([^']+)'/)?.1)
            let text = try String(contentsOfFile: String(path), encoding: .utf8)
            #expect(text == "*:*:*:*:a\\:b\\\\c\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: String(path))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            return String(path)
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a connection without a password stays as it was given`() async throws {
        let given = "postgresql://clerk@/books?host=/run"
        #expect(try await PasswordFile.lending(given) { $0 } == given)
    }

    @Test func `a connection string is read back as it was put together`() throws {
        let (conninfo, password) = try PostgresConfiguration.withoutPassword(
            "host='/a b' user='o\\'hara' password=x"
        )
        #expect(password == "x")
        let more = try PostgresConfiguration.adding(["dbname": "books"], to: conninfo)
        #expect(more == "dbname='books' host='/a b' user='o\\'hara'")
    }
}
