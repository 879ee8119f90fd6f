import ArgumentParser
import LedgerModel

/// Whose loss restitution makes good, in the order in which the law pays them.
struct LossOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A victim's loss, as v-1=6000.00; may be repeated.",
            valueName: "payee=loss"
        )
    )
    var payee: [String] = []

    @Option(
        help: ArgumentHelp(
            "An insurer's or other compensator's, paid after the victims; may be repeated.",
            valueName: "payee=loss"
        )
    )
    var thenCompensator: [String] = []

    @Option(
        help: ArgumentHelp("The loss of the United States, paid last.", valueName: "payee=loss")
    )
    var thenUnitedStates: [String] = []

    var restitution: Restitution {
        get throws {
            Restitution(
                victims: try payee.map(Self.loss),
                compensators: try thenCompensator.map(Self.loss),
                unitedStates: try thenUnitedStates.map(Self.loss)
            )
        }
    }

    func validate() throws { _ = try restitution }

    private static func loss(_ word: String) throws -> PayeeLoss {
        let (payee, amount) = try RoleWords.parts(word, "PAYEE=AMOUNT")
        return PayeeLoss(payee, try ArgumentReader.amount(amount))
    }
}
