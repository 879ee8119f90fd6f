import LedgerModel

extension LedgerRefusal {
    /// The exit code of a refusal.
    var exitStatus: ExitStatus {
        switch code {
        case .notBound, .roleMissing: .notAllowed
        default: .refused
        }
    }
}
