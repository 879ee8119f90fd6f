import Foundation

/// One of PostgreSQL's own programs, run to its end.
struct ClientProgram {
    let path: String

    /// Throws `BackupFailure` with what the program said when it does not end well.
    func run(_ arguments: [String]) async throws {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BackupFailure.noProgram(path)
        }
        // A file, since a pipe that nobody reads would stop the program when it is full.
        let words = FileManager.default.temporaryDirectory
            .appending(path: "redress-\(UUID().uuidString).txt")
        _ = FileManager.default.createFile(atPath: words.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: words) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: words)
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else {
            let said = (try? String(contentsOf: words, encoding: .utf8)) ?? ""
            throw BackupFailure.failed(
                program: (path as NSString).lastPathComponent,
                status: status,
                said: said.trimmingCharacters(in: .whitespacesAndNewlines)
            )
        }
    }
}
