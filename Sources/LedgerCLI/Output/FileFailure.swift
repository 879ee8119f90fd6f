/// A file that cannot be read or written.
struct FileFailure: Error {
    let problem: String
    var remedy = "Name a file that you may read and write, in a folder that is there."
    var code = ExitStatus.usage
}
