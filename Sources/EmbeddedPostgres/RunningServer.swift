import Foundation

/// A server that is up, as its own pid file tells.
package struct RunningServer: Equatable, Sendable {
    package let pid: Int32
    package let version: String
    package let dataFolder: String
    package let socketFolder: String
}

/// What `postmaster.pid` says; true only while that process is the server of this folder.
struct PostmasterFile {
    let pid: Int32
    let socketFolder: String
    let isReady: Bool

    /// Nil when there is no such file or it is not written to its end.
    init?(dataFolder: String) {
        guard
            let text = try? String(contentsOfFile: "\(dataFolder)/postmaster.pid", encoding: .utf8)
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 4, let pid = Int32(lines[0]) else { return nil }
        self.pid = pid
        self.socketFolder = String(lines[4])
        self.isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }
}
