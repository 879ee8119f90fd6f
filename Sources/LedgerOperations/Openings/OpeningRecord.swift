import LedgerModel
import LedgerStatements

/// One line of a file, its fields read by the names of their columns.
struct OpeningRecord {
    let file: OpeningFile
    let header: CSVHeader
    let record: CSVRecord

    var line: Int { record.line }

    /// A text that may be missing.
    func text(_ column: String, upTo limit: Int = 60) throws(OpeningFault) -> String? {
        guard let index = header.index(of: column) else { return nil }
        let text = record[index]
        guard text.unicodeScalars.count <= limit else {
            throw fault(column, LedgerRefusal(.textTooLong, detail: "more than \(limit)"))
        }
        do throws(LedgerRefusal) {
            let field: SensitiveText.Field =
                switch column {
                case "payer_reference", "kind", "source": .words
                case "number": .slip
                default: .reference
                }
            try SensitiveText.check(text, in: column, field)
        } catch { throw fault(column, error) }
        return text.isEmpty ? nil : text
    }

    func requiredText(_ column: String, upTo limit: Int = 60) throws(OpeningFault) -> String {
        guard let text = try text(column, upTo: limit) else {
            throw fault(column, LedgerRefusal(.textTooLong, detail: "\(column) is missing"))
        }
        return text
    }

    /// An amount of at least nothing; nothing where the column is empty or not there.
    func amount(_ column: String) throws(OpeningFault) -> Money {
        guard let text = try text(column) else { return .zero }
        do throws(LedgerRefusal) {
            return try Money(parsing: text)
        } catch { throw fault(column, error) }
    }

    func positiveAmount(_ column: String) throws(OpeningFault) -> Money {
        let amount = try amount(column)
        guard amount.isPositive else {
            throw fault(column, LedgerRefusal(.amountNotPositive, detail: "\(amount)"))
        }
        return amount
    }

    func date(_ column: String, notAfter last: LedgerDate) throws(OpeningFault) -> LedgerDate {
        let text = try text(column) ?? ""
        do throws(LedgerRefusal) {
            let date = try LedgerDate(iso: text)
            guard date <= last else {
                throw LedgerRefusal(.dateInFuture, detail: "\(date), cut over on \(last)")
            }
            return date
        } catch { throw fault(column, error) }
    }

    /// A whole number within a range; the usual one where the column is empty or not there.
    func number<Number: FixedWidthInteger>(
        _ column: String,
        usually usual: Number?,
        in range: ClosedRange<Number>
    ) throws(OpeningFault) -> Number {
        guard let text = try text(column) else {
            if let usual { return usual }
            throw fault(column, reason: "\(column) is missing")
        }
        guard let number = Number(text), range.contains(number) else {
            throw fault(column, reason: "\(column): a whole number of at least \(range.lowerBound)")
        }
        return number
    }

    func flag(_ column: String, usually usual: Bool) throws(OpeningFault) -> Bool {
        switch try text(column) {
        case "yes": return true
        case "no": return false
        case nil: return usual
        default: throw fault(column, reason: "\(column): yes or no")
        }
    }

    /// A list such as `police=100.00;services=50.00`, each name once.
    func amounts(_ column: String) throws(OpeningFault) -> [(name: String, amount: Money)] {
        guard let text = try text(column, upTo: 100_000) else { return [] }
        var list: [(name: String, amount: Money)] = []
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[0].isEmpty,
                !list.contains(where: { $0.name == pair[0] })
            else {
                throw fault(column, reason: "\(column): recipient=amount, each recipient once")
            }
            do throws(LedgerRefusal) {
                list.append((String(pair[0]), try Money(parsing: String(pair[1]))))
            } catch { throw fault(column, error) }
        }
        return list
    }

    func method(usually usual: PaymentMethod = .other) throws(OpeningFault) -> String {
        let method = try text("method") ?? usual.rawValue
        guard PaymentMethod(rawValue: method) != nil else {
            throw fault("method", LedgerRefusal(.methodUnknown, detail: method))
        }
        return method
    }

    func fault(_ column: String, _ refusal: LedgerRefusal) -> OpeningFault {
        let place = record.position(of: header.index(of: column) ?? 0)
        return OpeningFault(file, line: place.line, column: place.column, refusal)
    }

    func fault(_ column: String, reason: String) -> OpeningFault {
        let place = record.position(of: header.index(of: column) ?? 0)
        return OpeningFault(file, line: place.line, column: place.column, reason: reason)
    }
}
