package import LedgerStatements

/// A BAI2 file with one account.
package struct BAI2Sample: SampleFile {
    package static let format = StatementFormat.bai2
    private let lineCount: Int
    private var total: Int64 = 0
    private var records = 0

    package init(lineCount: Int) { self.lineCount = lineCount }

    package mutating func head() -> String {
        let opening = SampleAmount.opening
        let closing = SampleAmount.closing(after: lineCount)
        total = opening + closing
        records = 2
        return """
            01,121000358,REDRESS,260302,0600,7,,,2/
            02,REDRESS,121000358,1,260301,2400,USD,2/
            03,4451220,USD,010,\(opening),,,015,\(closing),,/
            88,045,0,,Z/

            """
    }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.magnitude(number)
        total += amount
        records += 2
        let code = SampleAmount.isCredit(number) ? 301 : 475
        let ticket = SampleAmount.padded(Int64(number), 7)
        return """
            16,\(code),\(amount),V,260301,,BR\(number),\(ticket),DEPOSIT 14/26, CASE CR-26-\(number)
            88,RECEIPT NO. R-\(ticket) SPECIAL ASSESSMENT/

            """
    }

    package mutating func tail() -> String {
        """
        49,\(total),\(records + 1)/
        98,\(total),1,\(records + 3)/
        99,\(total),1,\(records + 5)/

        """
    }
}

/// An MT940 message with one statement.
package struct MT940Sample: SampleFile {
    package static let format = StatementFormat.mt940
    private let lineCount: Int

    package init(lineCount: Int) { self.lineCount = lineCount }

    package mutating func head() -> String {
        """
        {1:F01BANKUS33AXXX0000000000}{2:O9400600260302BANKUS33AXXX00000000002603020600N}{4:
        :20:STMT260301
        :25:4451220
        :28C:60/1
        :60F:C260228USD\(SampleAmount.decimal(SampleAmount.opening, mark: ","))

        """
    }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.decimal(SampleAmount.magnitude(number), mark: ",")
        let mark = SampleAmount.isCredit(number) ? "C" : "RC"
        return """
            :61:2603010301\(mark)D\(amount)NTRFREF\(number)//BR\(number)
            SUPPLEMENT
            :86:166?00COURT DEPOSIT?20EREF+R-\(number)?21CASE CR-26-\(number)
            -CONTINUED

            """
    }

    package mutating func tail() -> String {
        let closing = SampleAmount.closing(after: lineCount)
        return """
            :62F:C260301USD\(SampleAmount.decimal(closing, mark: ","))
            :86:END OF DAY
            -}{5:{CHK:000000000000}}

            """
    }
}

/// An MT942 message: no balances, but counts and sums.
package struct MT942Sample: SampleFile {
    package static let format = StatementFormat.mt940
    private var counts = (debits: 0, credits: 0)
    private var sums: (debits: Int64, credits: Int64) = (0, 0)

    package init(lineCount: Int) {}

    package mutating func head() -> String {
        """
        :20:INTRA260301
        :25:4451220
        :28C:61/1
        :34F:USD0,
        :13D:2603011200-0500

        """
    }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.magnitude(number)
        let isCredit = SampleAmount.isCredit(number)
        if isCredit {
            counts.credits += 1
            sums.credits += amount
        } else {
            counts.debits += 1
            sums.debits += amount
        }
        let text = SampleAmount.decimal(amount, mark: ",")
        return ":61:260301\(isCredit ? "C" : "D")\(text)NTRFREF\(number)//BR\(number)\n:86:NOTE\n"
    }

    package mutating func tail() -> String {
        """
        :90D:\(counts.debits)USD\(SampleAmount.decimal(sums.debits, mark: ","))
        :90C:\(counts.credits)USD\(SampleAmount.decimal(sums.credits, mark: ","))
        -

        """
    }
}

/// A NACHA file of collections, each second one a return; a batch has at most so many entries.
package struct NACHASample: SampleFile {
    package static let format = StatementFormat.nacha
    private static let batchLimit = 100_000

    private struct Tally {
        var items: Int64 = 0
        var hash: Int64 = 0
        var debits: Int64 = 0
        var credits: Int64 = 0

        mutating func take(_ amount: Int64, isCredit: Bool) {
            items += 2
            hash += 23_138_010
            if isCredit { credits += amount } else { debits += amount }
        }

        var controls: String {
            SampleAmount.padded(hash % 10_000_000_000, 10) + SampleAmount.padded(debits, 12)
                + SampleAmount.padded(credits, 12)
        }
    }

    private var records: Int64 = 0
    private var batches: Int64 = 0
    private var batch = Tally()
    private var file = Tally()

    package init(lineCount: Int) {}

    package mutating func head() -> String {
        records = 1
        return record("101 231380104 1210428822603010600A094101REDRESS BANK           COURT")
            + batchHeader()
    }

    package mutating func line(_ number: Int) -> String {
        let isFull = number > 0 && number.isMultiple(of: Self.batchLimit)
        let between = isFull ? batchControl() + batchHeader() : ""
        let amount = SampleAmount.magnitude(number)
        let isCredit = SampleAmount.isCredit(number)
        records += 2
        batch.take(amount, isCredit: isCredit)
        file.take(amount, isCredit: isCredit)
        let trace = "12104288" + SampleAmount.padded(Int64(number % 9_999_999) + 1, 7)
        let entry =
            "6" + (isCredit ? "22" : "26") + "231380104" + padded("44512\(number)", 17)
            + SampleAmount.padded(amount, 10) + padded("CR-26-\(number)", 15)
            + padded("PAYER", 22) + "  1" + trace
        let addenda =
            isCredit
            ? "705" + padded("RECEIPT R-\(number)", 80) + "0001" + String(trace.suffix(7))
            : "799R01" + trace + padded("", 6) + "12104288" + padded("", 44) + trace
        return between + record(entry) + record(addenda)
    }

    package mutating func tail() -> String {
        let last = batchControl()
        records += 1
        let blocks = (records + 9) / 10
        let counts = SampleAmount.padded(batches, 6) + SampleAmount.padded(blocks, 6)
        let totals = SampleAmount.padded(file.items, 8) + file.controls
        let filler = String(repeating: "9", count: 94) + "\n"
        return last + record("9" + counts + totals)
            + String(repeating: filler, count: Int(blocks * 10 - records))
    }

    private mutating func batchHeader() -> String {
        records += 1
        batches += 1
        batch = Tally()
        return record(
            "5200COURT OF CLAIMS                     1210428821PPDRESTITUTN"
                + "       260301   112104288" + SampleAmount.padded(batches, 7)
        )
    }

    private mutating func batchControl() -> String {
        records += 1
        let counts = SampleAmount.padded(batch.items, 6) + batch.controls
        let company = padded("1210428821", 35)
        return record("8200\(counts)\(company)12104288" + SampleAmount.padded(batches, 7))
    }

    private func record(_ text: String) -> String { padded(text, 94) + "\n" }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}

/// A QIF list of a bank account.
package struct QIFSample: SampleFile {
    package static let format = StatementFormat.qif
    package static var options: StatementOptions {
        var options = StatementOptions()
        options.qif = QIFMapping(account: "4451220", currency: "USD", dateOrder: .monthDayYear)
        return options
    }

    package init(lineCount: Int) {}

    package mutating func head() -> String { "!Type:Bank\n" }

    package mutating func line(_ number: Int) -> String {
        let amount = SampleAmount.decimal(SampleAmount.signed(number))
        return "D3/\(number % 28 + 1)'26\nT\(amount)\nN\(number)\nPPayer\nMReceipt R-\(number)\n^\n"
    }

    package mutating func tail() -> String { "" }
}
