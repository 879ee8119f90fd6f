import Foundation

/// Opens files for writing, and never puts a file in the place of a device, a pipe or a link.
enum OutputFile {
    /// Empties the file or makes it; a device or a pipe is written to as it is.
    static func open(_ path: String) throws -> FileHandle {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let descriptor = Foundation.open(path, flags, 0o666)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw FileFailure(problem: "The file \(path) cannot be written: \(reason).")
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// The file that a finished one may replace, behind any link; nil for a device or a pipe.
    static func replaceable(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return path }
        guard status.st_mode & S_IFMT == S_IFREG, let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether the file, or its folder while it is not there, may be written.
    static func isWritable(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            return !isFolder.boolValue && FileManager.default.isWritableFile(atPath: path)
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: folder)
    }

    /// Whether two names mean one file that is there.
    static func areSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
