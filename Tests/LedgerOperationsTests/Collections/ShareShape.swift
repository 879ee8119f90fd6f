import Testing

/// A statute's shape of shares, carried through the books to the cent (W-07).
struct ShareShape: Sendable, CustomTestStringConvertible {
    let profile: String
    let rule: String
    let ordered: String?
    let payments: [String]
    let held: [String]

    var testDescription: String { "\(rule) \(payments)" }

    static let all = [
        ShareShape(
            profile: "us-nj",
            rule: "nj-2C:34-1.2",
            ordered: nil,
            payments: ["123.45"],
            held: ["49.38", "49.38", "24.69"]
        ),
        ShareShape(
            profile: "us-nj",
            rule: "nj-2C:34-1.2",
            ordered: nil,
            payments: ["123.45", "376.55"],
            held: ["200.00", "200.00", "100.00"]
        ),
        ShareShape(
            profile: "us-il",
            rule: "il-5-9-1.21",
            ordered: "1000.00",
            payments: ["1000.00"],
            held: ["50.00", "100.00", "100.00", "100.00", "650.00"]
        ),
        ShareShape(
            profile: "us-ky",
            rule: "ky-529.150",
            ordered: "10001.37",
            payments: ["10001.37"],
            held: ["5000.69", "4250.58", "750.10"]
        ),
        ShareShape(
            profile: "us-mn-hennepin",
            rule: "mn-609.101-2",
            ordered: "900.05",
            payments: ["900.05"],
            held: ["630.04", "270.01"]
        ),
    ]
}
