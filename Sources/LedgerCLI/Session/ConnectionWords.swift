/// Adds words to a libpq connection string of either form.
enum ConnectionWords {
    /// The same database as another login; the same string for nil.
    static func with(_ login: String?, in connection: String) -> String {
        login.map { adding("user", $0, to: connection) } ?? connection
    }

    /// The same login with no more rights than the role's.
    static func narrowed(to role: String, _ connection: String) -> String {
        adding("options", "-c role=redress_\(role)", to: connection)
    }

    /// The last of two equal keywords counts.
    static func adding(_ keyword: String, _ value: String, to connection: String) -> String {
        if connection.hasPrefix("postgres://") || connection.hasPrefix("postgresql://") {
            let separator = connection.contains("?") ? "&" : "?"
            return "\(connection)\(separator)\(keyword)=\(percentEncoded(value))"
        }
        let quoted = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "\(connection) \(keyword)='\(quoted)'"
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber { return String(character) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
