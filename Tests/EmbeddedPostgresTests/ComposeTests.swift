import Foundation
import Testing
import Yams

/// `docker-compose.yml` holds what it names, as far as that shows without an engine.
struct ComposeTests {
    @Test func `every service has a known image or a build`() throws {
        for (name, service) in try compose().services {
            let image = service["image"]?.string
            #expect(image == "postgres:15" || service["build"] != nil, "\(name)")
        }
    }

    @Test func `the build names a stage of the Dockerfile that is there`() throws {
        let build = try #require(try compose().services["redress"]?["build"])
        let context = root.appending(path: try #require(build["context"]?.string))
        let dockerfile = try String(
            contentsOf: context.appending(path: "Dockerfile"),
            encoding: .utf8
        )
        let stages = dockerfile.matches(of: #/(?m)^FROM \S+ AS (\S+)$/#).map { String($0.1) }
        #expect(stages == ["build", "runtime"])
        #expect(stages.contains(try #require(build["target"]?.string)))
        for copied in dockerfile.matches(of: #/(?m)^COPY --from=(\S+) /#) {
            #expect(stages.contains(String(copied.1)))
        }
        for copied in dockerfile.matches(of: #/(?m)^COPY ([^-]\S*) /#) {
            let source = context.appending(path: String(copied.1))
            #expect(FileManager.default.fileExists(atPath: source.path), "\(copied.1)")
        }
    }

    @Test func `volumes and services that are used are declared`() throws {
        let (services, document) = try compose()
        let volumes = try #require(document["volumes"]?.mapping).keys.compactMap(\.string)
        for (name, service) in services {
            for mount in service["volumes"]?.array() ?? [] {
                let source = try #require(mount.string?.split(separator: ":").first)
                #expect(volumes.contains(String(source)), "\(name)")
            }
            for before in service["depends_on"]?.mapping?.keys.compactMap(\.string) ?? [] {
                #expect(services[before] != nil, "\(name)")
            }
        }
    }

    @Test func `nothing listens beyond this machine`() throws {
        for (name, service) in try compose().services {
            #expect(service["network_mode"]?.string != "host", "\(name)")
            for port in service["ports"]?.array() ?? [] {
                #expect(port.string?.hasPrefix("127.0.0.1:") == true, "\(name)")
            }
        }
    }

    @Test func `no password is written down`() throws {
        for (name, service) in try compose().services {
            let environment = service["environment"]?.mapping?.map { $0 } ?? []
            for (key, value) in environment {
                #expect(key.string != "POSTGRES_PASSWORD", "\(name)")
                #expect(value.string?.contains("password=") == false, "\(name)")
            }
        }
    }

    @Test func `the database is healthy before Redress starts`() throws {
        let services = try compose().services
        #expect(services["postgres"]?["healthcheck"]?["test"] != nil)
        let condition = services["redress"]?["depends_on"]?["postgres"]?["condition"]
        #expect(condition?.string == "service_healthy")
    }

    /// The password service writes as the account that reads: the Dockerfile's.
    @Test func `the runtime account can read its password file`() throws {
        let dockerfile = try String(
            contentsOf: root.appending(path: "Dockerfile"),
            encoding: .utf8
        )
        let account = try #require(dockerfile.firstMatch(of: #/useradd --uid (\d+)/#)).1
        let script = try #require(
            try compose().services["password"]?["command"]?.array().last?.string
        )
        #expect(script.contains("chown \(account) /secrets/pgpass"))
    }

    private var root: URL {
        URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private func compose() throws -> (services: [String: Node], document: Node) {
        let text = try String(
            contentsOf: root.appending(path: "docker-compose.yml"),
            encoding: .utf8
        )
        let document = try #require(try Yams.compose(yaml: text))
        let services = try #require(document["services"]?.mapping)
        let named = try services.map { (try #require($0.key.string), $0.value) }
        return (Dictionary(uniqueKeysWithValues: named), document)
    }
}
