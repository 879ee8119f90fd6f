import Foundation

/// A folder with the files of one opening, each read piece by piece.
struct OpeningFolder: Sendable {
    let path: String

    /// Opens a file; nil when it is not there.
    func open(_ file: OpeningFile) throws(OpeningFault) -> OpeningTable? {
        let url = URL(filePath: path, directoryHint: .isDirectory).appending(path: file.name)
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
            if file.isRequired {
                throw OpeningFault(file, reason: "The file is not in the folder.")
            }
            return nil
        }
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: url)
        } catch {
            throw OpeningFault(file, reason: "The file cannot be read.")
        }
        return OpeningTable(file) { try handle.read(upToCount: 256 * 1024).map { Array($0) } }
    }
}
