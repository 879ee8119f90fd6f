import Foundation
import LedgerOperations

/// A file that is read piece by piece, as often as needed.
///
/// What can be read once only, such as standard input, is first copied to a file that has no name
/// and goes with the process.
struct InputFile {
    /// Its size in bytes.
    let size: Int
    private let handle: FileHandle

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let opened: FileHandle? =
            path == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
        guard path == "-" || isThere && !isFolder.boolValue, let opened else {
            throw FileFailure(problem: "The file \(path) cannot be read.")
        }
        handle = (try? opened.seek(toOffset: 0)) != nil ? opened : try Self.copy(opened)
        size = Int(try handle.seekToEnd())
    }

    /// Opens the file from its beginning.
    func open() throws -> ImportBytes {
        try handle.seek(toOffset: 0)
        return { [handle] in
            try handle.read(upToCount: Self.piece).flatMap { $0.isEmpty ? nil : Array($0) }
        }
    }

    /// Some bytes from an offset on; none at the end.
    @Sendable func bytes(_ offset: Int) throws -> [UInt8] {
        try handle.seek(toOffset: UInt64(offset))
        return try handle.read(upToCount: Self.piece).map { Array($0) } ?? []
    }

    private static let piece = 256 * 1024

    private static func copy(_ input: FileHandle) throws -> FileHandle {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "redress-\(UUID().uuidString)").path
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            ), let copy = FileHandle(forUpdatingAtPath: path)
        else { throw FileFailure(problem: "The folder for temporary files takes none.") }
        try FileManager.default.removeItem(atPath: path)
        while let bytes = try input.read(upToCount: piece), !bytes.isEmpty {
            try copy.write(contentsOf: bytes)
        }
        return copy
    }
}
