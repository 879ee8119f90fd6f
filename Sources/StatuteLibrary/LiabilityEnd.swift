/// When liability for a debt ends by law, though it is not paid.
package struct LiabilityEnd: Hashable, Sendable {
    /// So many years after judgment, or `yearsAfterRelease` where that is later.
    package let yearsAfterJudgment: Int

    /// So many years after release from prison.
    package let yearsAfterRelease: Int

    /// Whether it ends with the death of the person who owes it.
    package let endsAtDeath: Bool

    package let citation: String
}
