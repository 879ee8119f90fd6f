/// Ctrl-C, with what stands in the ledger all the same.
struct Interrupted: Error {
    let kept: String
}
