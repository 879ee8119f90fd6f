/// What the law does about a payment that is late.
package struct LateTerm: Hashable, Sendable {
    /// A payment later than so many days is delinquent.
    package let delinquentAfterDays: Int

    /// What has been delinquent for more than so many days is in default.
    package let defaultAfterDays: Int

    /// The penalty on the principal that is delinquent, in parts of a million.
    package let delinquencyPenalty: Int64

    /// The additional penalty on the principal that is in default, in parts of a million.
    package let defaultPenalty: Int64

    /// Within how many days of notice the whole debt is due once it is in default.
    package let acceleratedDueDays: Int

    package let citation: String
}
