/// What money can be set apart for.
package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// Services for survivors.
    case survivorServices = "survivor_services"
    /// Police work.
    case lawEnforcement = "law_enforcement"
    /// The work of prosecutors.
    case prosecution
    /// Running the fund itself.
    case administration
    /// Anything lawful.
    case general
    /// Health care and medical items.
    case healthCare = "health_care"
    /// Prevention.
    case prevention
    /// Held for others.
    case custody
}
