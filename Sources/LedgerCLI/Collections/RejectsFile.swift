import Foundation

/// The file of lines that were not imported; it is made when the first one comes.
final class RejectsFile {
    let path: String
    private var handle: FileHandle?

    init(_ path: String) { self.path = path }

    func write(_ bytes: [UInt8]) throws {
        if handle == nil {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let made = FileHandle(forWritingAtPath: path)
            else { throw FileFailure(problem: "The file \(path) cannot be written.") }
            handle = made
        }
        try handle?.write(contentsOf: Data(bytes))
    }

    func finish() throws {
        try handle?.close()
        handle = nil
    }
}
