import Foundation
import Testing

/// A text kept beside the tests, compared byte for byte.
///
/// With `REDRESS_RECORD_SNAPSHOTS=1` in the environment the files are written instead, and each
/// test that wrote one fails, so that a recording run is never taken for a passing one.
enum Snapshot {
    static func expect(_ text: String, named name: String) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["REDRESS_RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name); run again without REDRESS_RECORD_SNAPSHOTS")
            return
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(text == kept, "\(name) differs")
        #expect(Array(text.utf8) == Array(kept.utf8), "\(name) differs in bytes")
    }

    /// The names of all files kept.
    static func names() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    private static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    }
}
