import Foundation
import LedgerReports

/// Writes a result where and how the options say.
struct ResultWriter {
    private let options: GlobalOptions
    private let surroundings: Surroundings

    init(_ options: GlobalOptions) {
        self.options = options
        surroundings = .current
    }

    func write(_ report: Report) async throws {
        do {
            guard let path = options.outputFile, path != "-" else {
                return try await render(report, surroundings.write)
            }
            try await writeFile(report, path)
            options.note("Wrote \(path)")
        } catch var failure as FileFailure {
            if let remedy = Self.remedy(report) { failure.remedy = remedy }
            throw failure
        }
    }

    /// What was recorded stands, whatever became of the result.
    private static func remedy(_ report: Report) -> String? {
        let facts = Dictionary(report.parameters.map { ($0.key, $0.value) }) { first, _ in first }
        guard let entry = facts["entry"], let key = facts["request_key"] else { return nil }
        return "Entry \(entry) stands; to see it again, repeat with --request-key \(key)"
    }

    /// Under its name the file is there as a whole or not at all.
    private func writeFile(_ report: Report, _ path: String) async throws {
        guard let target = OutputFile.replaceable(path) else {
            let file = try OutputFile.open(path)
            return try await render(report) { bytes in
                try Surroundings.writing { try file.write(contentsOf: Data(bytes)) }
            }
        }
        let partial = "\(target).partial-\(UUID().uuidString.prefix(8))"
        let file = try OutputFile.open(partial)
        do {
            try await render(report) { bytes in
                try Surroundings.writing { try file.write(contentsOf: Data(bytes)) }
            }
            try Surroundings.writing { try file.synchronize() }
            try file.close()
            guard rename(partial, target) == 0 else {
                throw FileFailure(problem: "The file \(path) cannot be replaced.")
            }
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    private func render(_ report: Report, _ sink: Surroundings.Sink) async throws {
        switch format {
        case .table: try await TableRenderer(style: style).render(report) { try sink($0) }
        case .csv: try await CSVRenderer().render(report) { try sink($0) }
        case .json: try await JSONRenderer().render(report) { try sink($0) }
        case .html: try await HTMLRenderer().render(report) { try sink($0) }
        }
    }

    private var format: OutputFormat {
        options.output ?? options.outputFile.flatMap(OutputFormat.init(fileName:)) ?? .table
    }

    private var style: TableStyle {
        guard options.outputFile == nil, let width = surroundings.outputWidth else {
            return .plain
        }
        return .terminal(width: width, color: surroundings.allowsColor && !options.noColor)
    }
}
