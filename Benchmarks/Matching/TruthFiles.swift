import Foundation

/// The truth, in three files of a folder: what belongs together, and which line belongs where.
///
/// Nothing in the database knows it while lines are matched.
package final class TruthFiles {
    private let folder: URL
    private let book: FileHandle
    private let bank: FileHandle
    private let groups: FileHandle

    /// Makes a folder of its own, to be removed by whoever is done with it.
    package init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("redress-truth-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        book = try Self.file("book", in: folder)
        bank = try Self.file("bank", in: folder)
        groups = try Self.file("groups", in: folder)
    }

    /// Keeps what belongs together in an account; `entries` are those of the lines of the books.
    package func add(
        _ account: Int,
        _ year: AccountYear,
        entries: [Int64],
        places: [BankMonths.Place]
    ) throws {
        func name(_ group: Int) -> String { "\(account * 10_000_000 + group)" }
        var text = ""
        for (index, group) in year.groups.enumerated() {
            text += "\(name(index))\t\(group.event.rawValue)\t\(group.event.carriesReference)"
            text += "\t\(group.isWhole)\t\(group.isMatchable)\n"
        }
        try groups.write(contentsOf: Data(text.utf8))
        text = ""
        for (line, entry) in zip(year.book, entries) {
            text += "\(CourtMix.code(account))\t\(entry)\t\(line.cents)\t\(name(line.group))\n"
        }
        try book.write(contentsOf: Data(text.utf8))
        text = ""
        for (line, place) in zip(year.bank, places) {
            text += "\(CourtMix.code(account))\t\(place.statement)\t\(place.ordinal)"
            text += "\t\(line.cents)\t\(name(line.group))\n"
        }
        try bank.write(contentsOf: Data(text.utf8))
    }

    /// One of the files, to be read from its beginning.
    func reading(_ name: String) throws -> FileHandle {
        try FileHandle(forReadingFrom: folder.appendingPathComponent(name))
    }

    package func remove() throws { try FileManager.default.removeItem(at: folder) }

    private static func file(_ name: String, in folder: URL) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}
