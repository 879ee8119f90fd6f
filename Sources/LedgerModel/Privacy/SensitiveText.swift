/// What a text may not hold: numbers that name a person or open an account.
///
/// The rule stands a second time in SQL as `ledger.sensitive_text`, `sensitive_slip` and
/// `sensitive_key`, for clients that come without Swift; a test holds both to the same answers.
public enum SensitiveText: String, CaseIterable, Hashable, Sendable {
    /// Digits grouped 3-2-4 by one separator, or nine digits together that may be one.
    case socialSecurityNumber = "social_security_number"
    /// 13 to 19 digits that pass the Luhn check, together or in groups.
    case cardNumber = "card_number"
    /// An IBAN whose check digits are right (ISO 13616).
    case iban
    /// Nine or more digits together, such as a routing or an account number.
    case accountNumber = "account_number"

    /// How much a field may say in digits.
    public enum Field: Hashable, Sendable {
        /// Words of a person: a memo, a name, a label.
        case words
        /// A number that a court or a bank gave: a docket, an order, a statement.
        ///
        /// Digits that stand together are its nature; groups of them as on a Social Security
        /// card, a payment card or an account statement are not.
        case reference
        /// A number given to a receipt, a deposit ticket or a check: a reference that is no
        /// payment card either, of 13 to 19 digits together.
        case slip
        /// A key under which a command can be repeated: a reference, UUIDs in it apart.
        case key
    }

    /// What a text seems to hold that it may not; nil for a text that may be kept.
    public static func found(in text: String, _ field: Field = .words) -> SensitiveText? {
        switch field {
        case .key: return found(in: text.replacing(Self.uuid, with: ""), .reference)
        case .slip:
            if let found = found(in: text, .reference) { return found }
            let groups = TextGroups(text)
            return groups.digits.contains(where: groups.isWholeCard) ? .cardNumber : nil
        case .words, .reference: break
        }
        // None of these has fewer than nine digits.
        guard text.utf8.count(where: { (0x30...0x39) ~= $0 }) >= 9 else { return nil }
        if field == .reference, text.utf8.allSatisfy(TextGroups.isPartOfWord) { return nil }
        let groups = TextGroups(text)
        let digits = groups.digits
        if digits.indices.contains(where: { groups.isSocialSecurityNumber(at: $0) }) {
            return .socialSecurityNumber
        }
        if digits.indices.contains(where: { groups.isCard(at: $0, field) }) { return .cardNumber }
        if groups.words.indices.contains(where: { groups.isIBAN(at: $0, field) }) { return .iban }
        guard field == .words, let long = digits.first(where: { $0.range.count >= 9 }) else {
            return nil
        }
        return groups.mayNamePerson(long) ? .socialSecurityNumber : .accountNumber
    }

    private static var uuid: some RegexComponent<Substring> {
        /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/
    }

    /// Refuses a text with `LG113`, naming the field and what was seen, never the text.
    public static func check(
        _ text: String?,
        in name: String,
        _ field: Field = .words
    ) throws(LedgerRefusal) {
        guard let text, let found = found(in: text, field) else { return }
        throw LedgerRefusal(.textSensitive, detail: "\(name): \(found.rawValue)")
    }
}
