import Foundation

/// A file that is read piece by piece, or standard input.
struct InputFile {
    /// Its size in bytes; nil for standard input.
    let size: Int?
    private let handle: FileHandle

    init(_ path: String) throws {
        if path == "-" {
            handle = .standardInput
            size = nil
            return
        }
        var isFolder: ObjCBool = false
        guard
            !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                || !isFolder.boolValue,
            let handle = FileHandle(forReadingAtPath: path)
        else {
            throw FileFailure(problem: "The file \(path) cannot be read.")
        }
        self.handle = handle
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        size = (attributes?[.size] as? NSNumber)?.intValue
    }

    /// The next bytes; nil at the end.
    func next() throws -> [UInt8]? {
        try handle.read(upToCount: 256 * 1024).map { Array($0) }
    }
}
