import ArgumentParser

/// Reads who plays a role in a case, as ROLE=CODE, and how a role is weighed, as ROLE=60:40.
enum RoleWords {
    static func recipients(_ words: [String]) throws -> [String: [String]] {
        var byRole: [String: [String]] = [:]
        for word in words {
            let (role, code) = try parts(word, "ROLE=CODE")
            byRole[role, default: []].append(code)
        }
        return byRole
    }

    static func weights(_ words: [String]) throws -> [String: [Int64]] {
        var byRole: [String: [Int64]] = [:]
        for word in words {
            let (role, text) = try parts(word, "ROLE=60:40")
            byRole[role] = try text.split(separator: ":").map { part in
                guard let weight = Int64(part), weight > 0 else {
                    throw ValidationError("'\(word)' is not of the form ROLE=60:40.")
                }
                return weight
            }
        }
        return byRole
    }

    static func parts(_ word: String, _ form: String) throws -> (String, String) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("'\(word)' is not of the form \(form).")
        }
        return (parts[0], parts[1])
    }
}
