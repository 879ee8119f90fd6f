import Foundation
import Testing

@testable import EmbeddedPostgres

struct PlaceTests {
    @Test(arguments: [
        "my books, of 2025", "it's \"quoted\" \\ here",
        String(repeating: "long and spaced ", count: 10),
    ])
    func `any folder name will do`(name: String) throws {
        try PrivateServer.with(name: name) { server in
            let connection = try server.postgres.start()
            #expect(connection.socketFolder.utf8.count <= 93)
            #expect(try PrivateServer.ask("SELECT 1", connection) == "1")
            #expect(
                try PrivateServer.ask("SHOW data_directory", connection)
                    == server.postgres.location.dataFolder
            )
        }
    }

    @Test func `a user's place follows the XDG folders`() throws {
        let plain = try Location.standard(environment: ["HOME": "/home/ann"], isRoot: false)
        #expect(plain.home == "/home/ann/.local/share/redress")
        #expect(plain.socketFolder == "/home/ann/.local/share/redress/run")

        let xdg = try Location.standard(
            environment: ["HOME": "/home/ann", "XDG_DATA_HOME": "/data/ann"],
            isRoot: false
        )
        #expect(xdg.home == "/data/ann/redress")

        let relative = try Location.standard(
            environment: ["HOME": "/home/ann", "XDG_DATA_HOME": "data"],
            isRoot: false
        )
        #expect(relative.home == plain.home)
    }

    @Test func `root's place is the system's`() throws {
        let location = try Location.standard(environment: ["HOME": "/root"], isRoot: true)
        #expect(location.home == "/var/lib/redress")
        #expect(location.socketFolder == "/run/redress")
    }

    @Test(arguments: [true, false])
    func `REDRESS_HOME names the place for anybody`(isRoot: Bool) throws {
        let location = try Location.standard(
            environment: ["HOME": "/home/ann", "REDRESS_HOME": "/srv/books/"],
            isRoot: isRoot
        )
        #expect(location.home == "/srv/books")
        #expect(location.socketFolder == "/srv/books/run")
    }

    @Test func `without a home folder the remedy is named`() {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try Location.standard(environment: [:], isRoot: false)
        }
        #expect(error?.remedy.contains("REDRESS_HOME") == true)
    }

    @Test func `two users with the same long path have two sockets`() {
        let long = "/" + String(repeating: "x", count: 120)
        let one = Location(home: long + "/ann", isRoot: false, searchPath: [])
        let other = Location(home: long + "/bob", isRoot: false, searchPath: [])
        #expect(one.socketFolder != other.socketFolder)
    }

    @Test func `missing programs are named with the line that installs them`() {
        let error = #expect(throws: EmbeddedPostgresError.self) {
            try ServerPrograms.find(major: 9, searchPath: [])
        }
        #expect(error?.remedy.contains("apt-get install -y postgresql-9") == true)
    }
}
