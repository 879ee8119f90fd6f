import Foundation

/// The file of lines that were not imported; it is made when the first one comes.
final class RejectsFile {
    let path: String
    private var handle: FileHandle?

    init(_ path: String) { self.path = path }

    func write(_ bytes: [UInt8]) throws {
        let file = try handle ?? OutputFile.open(path)
        handle = file
        try Surroundings.writing { try file.write(contentsOf: Data(bytes)) }
    }

    func finish() throws {
        try handle?.close()
        handle = nil
    }
}
