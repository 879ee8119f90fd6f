/// Reads RFC 4180 in the plainest way, to check what the renderer wrote.
enum CSVRecords {
    static func parse(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch (scalar, isQuoted) {
            case ("\"", true): isQuoted = false
            case ("\"", false):
                isQuoted = true
                if previous == "\"" { field.append(scalar) }
            case (",", false):
                record.append(String(field))
                field = String.UnicodeScalarView()
            case ("\n", false):
                record.append(String(field.dropLast()))
                records.append(record)
                record = []
                field = String.UnicodeScalarView()
            default: field.append(scalar)
            }
            previous = scalar
        }
        return records
    }
}
