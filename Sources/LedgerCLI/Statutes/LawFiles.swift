import StatuteLibrary

/// Where the law comes from: a folder that is named, or what ships.
enum LawFiles {
    static let variable = "REDRESS_RULES"

    static func library() throws -> StatuteLibrary {
        try Surroundings.current.variable(variable).map(StatuteLibrary.load(folder:))
            ?? StatuteLibrary.shipped()
    }
}
