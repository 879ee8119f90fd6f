/// An import that kept the good lines and wrote the others to a file.
struct PartlyDone: Error {
    let rejected: Int
    let file: String
}
