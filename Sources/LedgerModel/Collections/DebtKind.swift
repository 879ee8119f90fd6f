/// What kind of item a court has ordered an offender to pay.
public enum DebtKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// An assessment per conviction or count, such as 18 U.S.C. 3013.
    case specialAssessment = "special_assessment"
    /// Compensation of victims.
    case restitution
    /// The assessment of 18 U.S.C. 2259A.
    case avaaAssessment = "avaa_assessment"
    /// A fine.
    case fine
    /// The assessment of 18 U.S.C. 3014.
    case jvtaAssessment = "jvta_assessment"
    /// An amount added to a fine or conviction by state law.
    case surcharge
    /// A penalty for paying late, or a civil penalty.
    case penalty
    /// Costs of the prosecution or the court.
    case cost
    /// A fee for a programme or service.
    case fee
    /// Proceeds of forfeited property.
    case forfeiture
}
