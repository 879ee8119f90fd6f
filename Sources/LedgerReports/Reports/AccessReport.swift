/// Who may do what, who allowed it, since when, and whether it is used.
public enum AccessReport {
    /// Arranges the grants in the order given; a note counts those in force.
    public static func report(
        _ facts: [AccessFacts],
        context: ReportContext = ReportContext()
    ) -> Report {
        let inForce = facts.count { $0.revokedOn == nil }
        return Report(
            name: "access",
            title: "Access: who may do what",
            parameters: context.parameters,
            sections: [
                ReportSection("grants", title: "Grants", columns: columns, rows: facts.map(row))
            ],
            notes: [ReportField("in_force", String(inForce))] + context.notes
        )
    }

    private static let columns = [
        ReportColumn("principal", "Principal", .text),
        ReportColumn("role", "Role", .text),
        ReportColumn("jurisdiction", "Jurisdiction", .text),
        ReportColumn("granted_by", "Granted by", .text),
        ReportColumn("granted_on", "Granted on", .date),
        ReportColumn("revoked_on", "Revoked on", .date),
        ReportColumn("last_used_on", "Last used", .date),
    ]

    private static func row(_ facts: AccessFacts) -> ReportRow {
        ReportRow([
            .text(facts.principal), .text(facts.role), .text(facts.jurisdiction),
            .text(facts.grantedBy), .date(facts.grantedOn), .date(ifKnown: facts.revokedOn),
            .date(ifKnown: facts.lastUsedOn),
        ])
    }
}
