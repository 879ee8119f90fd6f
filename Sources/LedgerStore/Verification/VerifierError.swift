/// Why a verification could not be made at all, as opposed to what it found.
package enum VerifierError: Error, Equatable, CustomStringConvertible {
    case unknownJurisdiction(String)
    case mayNotRead(String)
    case listOfSealedTables(String)
    case malformedRows(String)
    case unknownEntry(Int64)
    case notCovered(Int64)

    package var description: String {
        switch self {
        case .unknownJurisdiction(let code): "there is no jurisdiction \(code)"
        case .mayNotRead(let what):
            "this login may not read \(what); verification needs the role auditor"
        case .listOfSealedTables(let table):
            "ledger.sealed_table does not describe the table \(table)"
        case .malformedRows(let table): "the server sent malformed rows of \(table)"
        case .unknownEntry(let number): "there is no sealed entry \(number)"
        case .notCovered(let number): "entry \(number) is sealed after the checkpoint"
        }
    }
}
