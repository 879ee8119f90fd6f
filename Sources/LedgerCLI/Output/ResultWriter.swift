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
        guard let path = options.outputFile, path != "-" else {
            return try await render(report, surroundings.output)
        }
        try await writeFile(report, path)
        options.note("Wrote \(path)")
    }

    /// Under its name the file is there as a whole or not at all.
    private func writeFile(_ report: Report, _ path: String) async throws {
        let partial = "\(path).partial-\(UUID().uuidString.prefix(8))"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let file = FileHandle(forWritingAtPath: partial)
        else { throw FileFailure(problem: "The file \(path) cannot be written.") }
        do {
            try await render(report) { try file.write(contentsOf: Data($0)) }
            try file.synchronize()
            try file.close()
            guard rename(partial, path) == 0 else {
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
