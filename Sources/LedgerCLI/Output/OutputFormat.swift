import ArgumentParser

/// How a result is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table
    case csv
    case json
    case html

    /// The format that a file's extension names.
    init?(fileName: String) {
        switch fileName.split(separator: ".").last?.lowercased() {
        case "txt": self = .table
        case "csv": self = .csv
        case "json": self = .json
        case "html", "htm": self = .html
        default: return nil
        }
    }
}
