/// Something that a reader has to say about a file, and exactly where.
package struct StatementFinding: Hashable, Sendable {
    /// What follows from a finding.
    package enum Severity: Int, Sendable {
        /// Worth knowing; the verdict stays.
        case note
        /// A person has to look: the statement is quarantined.
        case doubt
        /// Something could not be read: the statement is rejected.
        case fault

        /// The best verdict that a statement with such a finding can have.
        package var verdict: StatementVerdict {
            switch self {
            case .note: .accepted
            case .doubt: .quarantined
            case .fault: .rejected
            }
        }
    }

    /// What is the matter.
    package enum Code: String, CaseIterable, Sendable {
        case amountInvalid, amountOverflow, amountTooPrecise
        case balanceMissing, footingFailed, chainBroken, controlFailed, nothingToCheck
        case currencyMissing, currencyUnknown, foreignCurrency
        case dateAmbiguous, dateInvalid, dateMissing
        case directionUnknown, declaredUpdate, declaredCopy
        case checkDigitWrong, orderBroken, referenceRepeated, detailsDiffer
        case recordInvalid, recordOutOfPlace, recordTooLong, fieldMissing
        case nestingTooDeep, textTooLong, textNotUTF8, markupInvalid
        case truncated, notThisFormat, nothingFound, tooManyFindings, mappingUnfit
    }

    package let code: Code
    package let severity: Severity
    /// Where it was found.
    package let place: StatementPlace
    /// The facts in words.
    package let detail: String
}

/// A place in a file.
package struct StatementPlace: Hashable, Sendable {
    /// The line, record or element, counted from 1.
    package var record: Int
    /// The byte, counted from 0.
    package var byteOffset: Int

    package init(record: Int, byteOffset: Int) {
        self.record = record
        self.byteOffset = byteOffset
    }
}

extension StatementFinding: CustomStringConvertible {
    /// The code, the place and the facts on one line.
    package var description: String {
        "\(code.rawValue) at record \(place.record), byte \(place.byteOffset): \(detail)"
    }
}
