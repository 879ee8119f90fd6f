import Foundation
import LedgerOperations

/// The files in which checkpoints and their keys are kept outside the database.
enum CheckpointFiles {
    /// Reads a checkpoint and proves its signature; nil without a file.
    static func read(_ file: String?, publicKey: String?) throws -> Checkpoint? {
        guard let file, let publicKey else { return nil }
        return try CheckpointPublicKey(text: try text(of: publicKey)).open(try text(of: file))
    }

    /// The key of this file, made when there is no such file.
    static func key(_ file: String) throws -> CheckpointKey {
        if FileManager.default.fileExists(atPath: file) {
            return try CheckpointKey(contentsOf: file)
        }
        guard OutputFile.isWritable(file) else {
            throw FileFailure(problem: "The file \(file) cannot be written.")
        }
        let key = CheckpointKey()
        try key.write(to: file)
        return key
    }

    static func write(_ text: String, to file: String) throws {
        do {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            throw FileFailure(problem: "The file \(file) cannot be written.")
        }
    }

    static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw FileFailure(problem: "The file \(file) cannot be read.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
