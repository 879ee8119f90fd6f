import LedgerModel

/// What a running verification has counted and found so far.
struct VerificationTally {
    private static let kept = 10

    private struct Line {
        var checked: Int64 = 0
        var violations: Int64 = 0
        var findings: [VerificationFinding] = []
        var seconds = 0.0
    }

    private var lines: [VerificationCheck.Subject: Line] = [:]

    mutating func checked(_ subject: VerificationCheck.Subject, _ count: Int64 = 1) {
        lines[subject, default: Line()].checked += count
    }

    mutating func took(_ subject: VerificationCheck.Subject, _ duration: Duration) {
        lines[subject, default: Line()].seconds += duration.seconds
    }

    mutating func found(
        _ subject: VerificationCheck.Subject,
        _ finding: VerificationFinding,
        violations: Int64 = 1
    ) {
        lines[subject, default: Line()].violations += violations
        guard lines[subject, default: Line()].findings.count < Self.kept else { return }
        lines[subject, default: Line()].findings.append(finding)
    }

    /// The lines of all subjects that were checked, in order.
    var checks: [VerificationCheck] {
        VerificationCheck.Subject.allCases.compactMap { subject in
            lines[subject].map {
                VerificationCheck(
                    subject,
                    checked: $0.checked,
                    violations: $0.violations,
                    findings: $0.findings,
                    seconds: $0.seconds
                )
            }
        }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
