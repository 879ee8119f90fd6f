/// The commands in a text of shell, as far as examples go: quotes, continued lines, pipes, files.
struct CommandLines {
    /// The lines, continued ones joined; without comments that stand alone.
    let lines: [String]

    init(_ text: String) {
        lines = text.replacing("\\\n", with: "\u{1}").split(separator: "\n")
            .map { String($0).replacing("\u{1}", with: "\\\n") }
            .filter { line in
                let text = line.drop { $0 == " " }
                return !text.isEmpty && !text.hasPrefix("#")
            }
    }

    /// The words behind `redress`, for each time that it is called.
    var redressCalls: [[String]] {
        lines.flatMap(Self.commands).compactMap { words in
            let call = words.drop { $0.contains("=") && !$0.contains(" ") }
            return call.first == "redress" ? Array(call.dropFirst()) : nil
        }
    }

    /// The commands of a line by their words, cut at the signs between them.
    private static func commands(_ line: String) -> [[String]] {
        var commands: [[String]] = [[]]
        var word: String?
        var quote: Character?
        func endWord() {
            if let ended = word { commands[commands.count - 1].append(ended) }
            word = nil
        }
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + "\(character)" }
                continue
            }
            switch character {
            case "'", "\"": (quote, word) = (character, word ?? "")
            case " ", "\n", "\\": endWord()
            case "|", "&", ";", ">", "<":
                endWord()
                commands.append([])
            case "#" where word == nil: return commands
            default: word = (word ?? "") + "\(character)"
            }
        }
        endWord()
        return commands
    }
}
