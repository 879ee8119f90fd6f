import Foundation
import LedgerStatements
import Testing

/// Real statement files beside the repository, with what independent readers read in them.
struct StatementCorpus: Decodable {
    struct File: Decodable {
        let verdict: String
        let statements: [Statement]?
        let entries: [Entry]?
        let batches: [Batch]?
    }

    struct Statement: Decodable {
        let account: String?
        let currency: String?
        let opening: Balance?
        let closing: Balance?
        let entries: [Entry]
        let openingPlusEntriesEqualsClosing: Bool?
        let id: String?
        let number: String?
    }

    struct Balance: Decodable {
        let minor: Int64?
        let date: String?
    }

    struct Batch: Decodable {
        let companyId: String
    }

    struct Entry: Decodable {
        let date: String?
        let minor: Int64?
        let reference: String?
        let valueDate: String?
        let code: Code?
        let bankReference: String?
        let returnCode: String?
        let originalTrace: String?
        let currency: String?
    }

    /// A code that some formats write as a number.
    struct Code: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    let files: [String: File]

    /// Beside the checkout; the repository itself holds none of these files.
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/statements")

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.path)
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    /// Every file of a folder that is there, with what is expected of it.
    static func cases(_ format: String) -> [StatementCorpusCase] {
        let folder = folder.appending(path: format)
        guard let json = try? Data(contentsOf: folder.appending(path: "expected.json")),
            let corpus = try? decoder.decode(StatementCorpus.self, from: json)
        else { return [] }
        return corpus.files.sorted { $0.key < $1.key }.compactMap { name, file in
            guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else {
                return nil
            }
            return StatementCorpusCase(name: name, bytes: Array(bytes), expected: file)
        }
    }
}

/// One file and what is expected of it.
struct StatementCorpusCase: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let expected: StatementCorpus.File

    var testDescription: String { name }
}

extension StatementCorpus.File: Sendable {}
