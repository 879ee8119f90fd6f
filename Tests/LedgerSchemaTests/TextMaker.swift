/// Makes texts of up to 60 characters around everything that the rule looks for.
struct TextMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    func texts(_ count: Int) -> [String] {
        var maker = self
        return (0..<count).map { _ in maker.text() }
    }

    private mutating func text() -> String {
        let pieces = (0...below(3)).map { _ in piece() }
        let text = pieces.joined(separator: pick(["", " ", "-", ".", ", ", " paid ", "  "]))
        return String(text.unicodeScalars.prefix(60).map(Character.init))
    }

    private mutating func piece() -> String {
        switch below(9) {
        case 0: pick(["fee", "12.50", "2024-06-30", "27-CR-24-1004", "é", "№ 5", "A1B2", "٣٤٥"])
        case 1, 2: digits(1 + below(12))
        case 3: grouped(digits(9), [3, 2, 4])
        case 4: grouped(card(13 + below(7)), [4, 4, 4, 4, 4])
        case 5: grouped(card(15), [4, 6, 5])
        case 6: grouped(card(13 + below(7)), [1 + below(6), 1 + below(6), 1 + below(6), 19])
        case 7: grouped(iban(), [4, 4, 4, 4, 4, 4, 4, 4, 4])
        default: grouped(digits(8 + below(6)), [1 + below(5), 1 + below(5), 9])
        }
    }

    /// The text in groups, mostly with one separator throughout.
    private mutating func grouped(_ text: String, _ lengths: [Int]) -> String {
        let separators = ["", "", " ", "-", ".", "\u{2011}", "\u{2013}", "\u{A0}", "/", "\u{3000}"]
        var separator = pick(separators)
        var rest = Substring(text)
        var groups = ""
        for length in lengths where !rest.isEmpty {
            if !groups.isEmpty { groups += separator }
            groups += rest.prefix(length)
            rest = rest.dropFirst(length)
            if below(12) == 0 { separator = pick(separators) }
        }
        return groups
    }

    /// Digits that pass the Luhn check three times out of four.
    private mutating func card(_ length: Int) -> String {
        let body = digits(length - 1)
        let sum = body.reversed().enumerated().reduce(0) { sum, next in
            let digit = next.element.wholeNumberValue ?? 0
            return sum + (next.offset % 2 == 1 ? digit : digit / 5 + digit * 2 % 10)
        }
        return body + (below(4) == 0 ? digits(1) : "\((10 - sum % 10) % 10)")
    }

    /// A text with the check digits of an IBAN three times out of four.
    private mutating func iban() -> String {
        let country = pick(["DE", "GB", "FR", "no"])
        let body = pick(["", "WEST", "ab"]) + digits(9 + below(16))
        let check = (body.uppercased() + country.uppercased() + "00").reduce(0) { rest, letter in
            let value = letter.hexDigitValue ?? Int(letter.asciiValue ?? 0) - 55
            return (rest * (value > 9 ? 100 : 10) + value) % 97
        }
        let digits = below(4) == 0 ? "00" : String(198 - check).suffix(2)
        return country + digits + body
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in "\(below(10))" }.joined()
    }

    private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
