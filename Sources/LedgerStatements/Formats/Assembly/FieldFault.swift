/// Why a field cannot be read.
enum FieldFault: Error {
    case recordInvalid
    case amountInvalid
    /// An amount has more decimals than its currency.
    case amountTooPrecise
    case amountOverflow

    var code: StatementFinding.Code {
        switch self {
        case .recordInvalid: .recordInvalid
        case .amountInvalid: .amountInvalid
        case .amountTooPrecise: .amountTooPrecise
        case .amountOverflow: .amountOverflow
        }
    }
}
