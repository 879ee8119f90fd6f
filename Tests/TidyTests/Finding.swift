/// What breaks a rule: where, what, and what to use instead.
struct Finding: CustomStringConvertible {
    let path: String
    let line: Int
    let what: String
    let instead: String

    init(_ path: String, _ line: Int, _ what: String, use instead: String) {
        self.path = path
        self.line = line
        self.what = what
        self.instead = instead
    }

    var place: String { "\(path):\(line)" }
    var description: String { "\(place): \(what), \(instead)" }
}
