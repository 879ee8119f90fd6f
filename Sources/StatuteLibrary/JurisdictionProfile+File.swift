import Foundation
import LedgerModel

extension JurisdictionProfile {
    /// Reads a profile file; throws what is wrong with it and where.
    package init(yaml text: String, file: String) throws(StatuteFileError) {
        let map = try FileNode(yaml: text, file: file).mapping([
            "code", "name", "time_zone", "fiscal_year_start_month", "count_basis",
            "policies", "payment_order", "law_of", "funds", "recipients",
        ])
        code = try map.text("code")
        name = try map.text("name")
        timeZone = try map.text("time_zone")
        fiscalYearStartMonth = try map.required("fiscal_year_start_month").number()
        countBasis = try map.required("count_basis").choice(CountBasis.self)
        policies = try map["policies"].map(Policies.init) ?? Policies()
        paymentOrder = try map.text("payment_order")
        lawOf = try map.required("law_of").texts()
        funds = try map.required("funds").list().map(Fund.init)
        recipients = try map.required("recipients").list().map(Recipient.init)
        try check(map)
    }

    private func check(_ map: FileMapping) throws(StatuteFileError) {
        guard TimeZone(identifier: timeZone) != nil else {
            throw try map.required("time_zone").error("no time zone is called \(timeZone)")
        }
        guard (1...12).contains(fiscalYearStartMonth) else {
            throw try map.required("fiscal_year_start_month").error("a month is 1 to 12")
        }
        guard PaymentOrder.named(paymentOrder) != nil else {
            throw try map.required("payment_order")
                .error("no payment order is called \(paymentOrder)")
        }
        let fundNodes = try map.list("funds")
        for (index, fund) in funds.enumerated()
        where funds[..<index].contains(where: { $0.code == fund.code }) {
            throw fundNodes[index].error("the fund \(fund.code) stands twice")
        }
        let nodes = try map.list("recipients")
        for (index, recipient) in recipients.enumerated() {
            if recipients[..<index].contains(where: { $0.code == recipient.code }) {
                throw nodes[index].error("the recipient \(recipient.code) stands twice")
            }
            if let own = recipient.ownFund, !has(own) {
                throw nodes[index].error(
                    "there is no fund \(own.fund) with the purpose \(own.purpose.rawValue)"
                )
            }
        }
    }

    private func has(_ place: FundPlace) -> Bool {
        funds.contains { fund in
            fund.code == place.fund && fund.purposes.contains { $0.purpose == place.purpose }
        }
    }
}

extension JurisdictionProfile.Fund {
    /// Reads one fund.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["code", "name", "kind", "purposes"])
        code = try map.text("code")
        name = try map.text("name")
        kind = try map.required("kind").choice(FundKind.self)
        purposes = try map.required("purposes").list()
            .map(JurisdictionProfile.FundPurpose.init)
        guard !purposes.isEmpty else { throw node.error("a fund needs a purpose") }
        guard kind.isCustodial == purposes.allSatisfy({ $0.purpose == .custody }) else {
            throw node.error(
                "a custodial fund has the purpose custody, and only such a fund has it"
            )
        }
    }
}

extension JurisdictionProfile.FundPurpose {
    /// Reads one purpose of a fund.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["purpose", "year", "forbids", "also_allows"])
        purpose = try map.required("purpose").choice(Purpose.self)
        yearOfAvailability = try map.required("year").number()
        forbids = try map.list("forbids").map { node throws(StatuteFileError) in
            try node.choice(Purpose.self)
        }
        alsoAllows = try map.list("also_allows").map { node throws(StatuteFileError) in
            try node.choice(Purpose.self)
        }
    }
}

extension JurisdictionProfile.Recipient {
    /// Reads one recipient.
    init(_ node: FileNode) throws(StatuteFileError) {
        let map = try node.mapping(["code", "name", "roles", "own_fund"])
        code = try map.text("code")
        name = try map.text("name")
        roles = try map.texts("roles")
        guard let own = map["own_fund"] else {
            ownFund = nil
            return
        }
        let place = try own.mapping(["fund", "purpose"])
        ownFund = JurisdictionProfile.FundPlace(
            fund: try place.text("fund"),
            purpose: try place.required("purpose").choice(Purpose.self)
        )
    }
}
