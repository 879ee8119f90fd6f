extension DemoBooks {
    /// The number by which the bank of Hennepin names the account.
    static let accountNumber = "00042005678"

    /// The first deposit, on the last day of September 2024.
    static let september = statement(
        1,
        from: ("240930", "0,00"),
        lines: [("240930", "C566,66", "DEPOSIT TICKET T-2024-1")],
        to: ("240930", "566,66")
    )

    /// October to December 2024: a check comes back, the bank charges and pays a little, and what
    /// was deposited and sent on the last day is not there yet.
    static let lastQuarter = statement(
        2,
        from: ("241001", "566,66"),
        lines: [
            ("241002", "D226,67", "ACH CITY POLICE"),
            ("241002", "D113,33", "ACH COUNTY ATTORNEY"),
            ("241002", "D226,66", "ACH SAFE HARBOR"),
            ("241017", "C1283,33", "DEPOSIT TICKET T-2024-2"),
            ("241022", "D1000,00", "RETURNED ITEM NSF"),
            ("241031", "D12,50", "ACCOUNT ANALYSIS FEE"),
            ("241231", "C0,41", "INTEREST PAID"),
        ],
        to: ("241231", "271,24")
    )

    private static func statement(
        _ number: Int,
        from opening: (day: String, balance: String),
        lines: [(day: String, amount: String, text: String)],
        to closing: (day: String, balance: String)
    ) -> String {
        let lines = lines.map { line in
            ":61:\(line.day)\(line.day.suffix(4))\(line.amount)NTRFNONREF\n:86:\(line.text)\n"
        }
        return ":20:HENNEPIN\n:25:\(accountNumber)\n:28C:\(number)/1\n"
            + ":60F:C\(opening.day)USD\(opening.balance)\n\(lines.joined())"
            + ":62F:C\(closing.day)USD\(closing.balance)\n-\n"
    }
}
