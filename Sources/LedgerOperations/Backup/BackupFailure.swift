/// Why a backup or a restore did not succeed.
public enum BackupFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The program cannot be run.
    case noProgram(String)
    /// The program ended with this status and said this.
    case failed(program: String, status: Int32, said: String)
    /// The file is there already; a backup is never overwritten.
    case fileExists(String)
    /// The database to restore into has a ledger already.
    case databaseInUse
    /// Others may read the file, and it holds the key that binds the service.
    case cannotProtect(String)

    /// The failure and what to do about it, in words.
    public var description: String {
        switch self {
        case .noProgram(let path): "\(path) cannot be run; install PostgreSQL's client programs"
        case .failed(let program, let status, let said):
            "\(program) ended with status \(status): \(said)"
        case .fileExists(let path): "\(path) exists; a backup is never overwritten"
        case .databaseInUse: "the database has a ledger already; restore into an empty one"
        case .cannotProtect(let path): "\(path) cannot be made readable by its owner alone"
        }
    }
}
