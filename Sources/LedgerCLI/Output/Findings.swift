/// A check that ran to its end and found something; the result has said what.
struct Findings: Error {
    let summary: String
    var facts = ""
    let remedy: String
}
