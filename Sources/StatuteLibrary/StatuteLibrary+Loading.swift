import Foundation

extension StatuteLibrary {
    /// The name of the file in each folder that describes the jurisdiction.
    private static let profileName = "jurisdiction.yaml"

    /// The library that comes with the program, from the resources next to it.
    package static func shipped() throws(StatuteFileError) -> StatuteLibrary {
        try load(folder: Bundle.module.bundleURL.appendingPathComponent("Rules").path)
    }

    /// Reads every rule and profile below `folder`.
    package static func load(folder: String) throws(StatuteFileError) -> StatuteLibrary {
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
        var rules: [StatuteRule] = []
        var profiles: [JurisdictionProfile] = []
        for name in names.compactMap({ $0 as? String }).sorted() where name.hasSuffix(".yaml") {
            let path = "\(folder)/\(name)"
            if path.hasSuffix("/\(profileName)") {
                profiles.append(try JurisdictionProfile(yaml: text(of: path), file: path))
            } else {
                rules.append(try load(file: path))
            }
        }
        guard !rules.isEmpty else {
            throw StatuteFileError(file: folder, line: 1, reason: "no rule files here")
        }
        return try StatuteLibrary(rules: rules, profiles: profiles)
    }

    /// Reads one rule file.
    package static func load(file path: String) throws(StatuteFileError) -> StatuteRule {
        try StatuteRule(yaml: text(of: path), file: path)
    }

    private static func text(of path: String) throws(StatuteFileError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StatuteFileError(file: path, line: 1, reason: "the file cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw StatuteFileError(file: path, line: 1, reason: "the file is not UTF-8")
        }
        return text
    }
}
