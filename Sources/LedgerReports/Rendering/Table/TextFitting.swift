/// Text laid into a given number of terminal cells.
enum TextFitting {
    /// Text on one line that cannot steer the terminal: breaks and tabs become spaces, other
    /// control, line-separating and direction-changing characters become a replacement mark.
    static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": line.append(" ")
            // Direction marks, embeddings, overrides and isolates reorder what stands around them.
            case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                line.append("\u{FFFD}")
            default:
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: line.append("\u{FFFD}")
                default: line.append(scalar)
                }
            }
        }
        return String(line)
    }

    /// Text no wider than `width`, ending in an ellipsis where something was left out.
    static func shortened(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        var kept = ""
        var room = width - 1
        for character in text {
            room -= DisplayWidth.of(character)
            if room < 0 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// Text followed or preceded by spaces up to `width`.
    static func padded(
        _ text: String,
        to width: Int,
        alignment: ReportColumn.Alignment
    ) -> String {
        let gap = spaces(width - DisplayWidth.of(text))
        return alignment == .leading ? text + gap : gap + text
    }

    /// A run of spaces, none for a negative count.
    static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }

    /// The text in lines no wider than `width`, broken between words where it can be.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = width
        for word in text.split(separator: " ") {
            let needed = DisplayWidth.of(String(word))
            if !line.isEmpty, needed < room {
                line += " " + word
                room -= needed + 1
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            room = width
            for character in word {
                let cells = DisplayWidth.of(character)
                if cells > room, !line.isEmpty {
                    lines.append(line)
                    line = ""
                    room = width
                }
                line.append(character)
                room -= cells
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
