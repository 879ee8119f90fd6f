/// What kind of item a court has ordered an offender to pay.
public enum DebtKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// An assessment per conviction or count, such as 18 U.S.C. 3013.
    case specialAssessment = "special_assessment"
    /// Compensation of victims.
    case restitution
    /// Interest on restitution, 18 U.S.C. 3612(f).
    case restitutionInterest = "restitution_interest"
    /// The assessment of 18 U.S.C. 2259A.
    case avaaAssessment = "avaa_assessment"
    /// A fine.
    case fine
    /// Interest on a fine, 18 U.S.C. 3612(f).
    case fineInterest = "fine_interest"
    /// Restitution to the community where no victim can be named, 18 U.S.C. 3663(c).
    case communityRestitution = "community_restitution"
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

    /// Whether this arises from paying late and not from the court's order itself.
    public var isInterestOrPenalty: Bool {
        switch self {
        case .restitutionInterest, .fineInterest, .penalty: true
        default: false
        }
    }
}
