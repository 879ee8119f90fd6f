/// The elements of camt.052, 053 and 054 that are read, by their path within a message.
///
/// Names are local, whatever the namespace, and every form that a version has used is here; so no
/// version is refused, and what a later one adds is passed over.
enum CamtField: Int, Sendable {
    case pageNumber, isLastPage
    case statement
    case identity, sequence, legalSequence, from, to, copy
    case account, accountCurrency
    case balance, balanceCode, balanceAmount, balanceSign, balanceDay
    case allCount, allSum, creditCount, creditSum, debitCount, debitSum
    case entry, amount, sign, isReversal, status, bookedOn, valueOn
    case bankReference, entryReference, domain, family, subfamily, proprietaryCode, entryText
    case batchCount, batchTotal, batchIdentity
    case detail, detailAmount, endToEnd, transaction, check, detailBankReference
    case creditorReference, clearingReference, returnReason, returnText, remittance, detailText

    private static let paths: [(CamtField, String)] = [
        (.pageNumber, "GrpHdr/MsgPgntn/PgNb"), (.isLastPage, "GrpHdr/MsgPgntn/LastPgInd"),
        (.statement, "Stmt"),
        (.identity, "Stmt/Id"), (.sequence, "Stmt/ElctrncSeqNb"),
        (.legalSequence, "Stmt/LglSeqNb"), (.copy, "Stmt/CpyDplctInd"),
        (.from, "Stmt/FrToDt/FrDtTm"), (.to, "Stmt/FrToDt/ToDtTm"),
        (.account, "Stmt/Acct/Id/IBAN"), (.account, "Stmt/Acct/Id/Othr/Id"),
        (.account, "Stmt/Acct/Id/PrtryAcct/Id"), (.account, "Stmt/Acct/Id/BBAN"),
        (.account, "Stmt/Acct/Id/UPIC"), (.accountCurrency, "Stmt/Acct/Ccy"),
        (.balance, "Stmt/Bal"), (.balanceCode, "Stmt/Bal/Tp/CdOrPrtry/Cd"),
        (.balanceCode, "Stmt/Bal/Tp/Cd"), (.balanceCode, "Stmt/Bal/Tp/CdOrPrtry/Prtry"),
        (.balanceAmount, "Stmt/Bal/Amt"), (.balanceSign, "Stmt/Bal/CdtDbtInd"),
        (.balanceDay, "Stmt/Bal/Dt/Dt"), (.balanceDay, "Stmt/Bal/Dt/DtTm"),
        (.allCount, "Stmt/TxsSummry/TtlNtries/NbOfNtries"),
        (.allSum, "Stmt/TxsSummry/TtlNtries/Sum"),
        (.creditCount, "Stmt/TxsSummry/TtlCdtNtries/NbOfNtries"),
        (.creditSum, "Stmt/TxsSummry/TtlCdtNtries/Sum"),
        (.debitCount, "Stmt/TxsSummry/TtlDbtNtries/NbOfNtries"),
        (.debitSum, "Stmt/TxsSummry/TtlDbtNtries/Sum"),
        (.entry, "Stmt/Ntry"), (.amount, "Stmt/Ntry/Amt"), (.sign, "Stmt/Ntry/CdtDbtInd"),
        (.isReversal, "Stmt/Ntry/RvslInd"), (.status, "Stmt/Ntry/Sts"),
        (.status, "Stmt/Ntry/Sts/Cd"), (.bookedOn, "Stmt/Ntry/BookgDt/Dt"),
        (.bookedOn, "Stmt/Ntry/BookgDt/DtTm"), (.valueOn, "Stmt/Ntry/ValDt/Dt"),
        (.valueOn, "Stmt/Ntry/ValDt/DtTm"), (.bankReference, "Stmt/Ntry/AcctSvcrRef"),
        (.entryReference, "Stmt/Ntry/NtryRef"), (.domain, "Stmt/Ntry/BkTxCd/Domn/Cd"),
        (.family, "Stmt/Ntry/BkTxCd/Domn/Fmly/Cd"),
        (.subfamily, "Stmt/Ntry/BkTxCd/Domn/Fmly/SubFmlyCd"),
        (.proprietaryCode, "Stmt/Ntry/BkTxCd/Prtry/Cd"),
        (.entryText, "Stmt/Ntry/AddtlNtryInf"),
        (.batchCount, "Stmt/Ntry/NtryDtls/Btch/NbOfTxs"),
        (.batchTotal, "Stmt/Ntry/NtryDtls/Btch/TtlAmt"),
        (.batchIdentity, "Stmt/Ntry/NtryDtls/Btch/PmtInfId"),
        (.batchCount, "Stmt/Ntry/Btch/NbOfTxs"),
    ]

    private static let detailPaths: [(CamtField, String)] = [
        (.detail, ""), (.detailAmount, "/Amt"), (.detailAmount, "/AmtDtls/TxAmt/Amt"),
        (.endToEnd, "/Refs/EndToEndId"), (.transaction, "/Refs/TxId"),
        (.transaction, "/Refs/InstrId"), (.transaction, "/Refs/UETR"),
        (.batchIdentity, "/Refs/PmtInfId"), (.check, "/Refs/ChqNb"),
        (.detailBankReference, "/Refs/AcctSvcrRef"),
        (.clearingReference, "/Refs/ClrSysRef"), (.returnReason, "/RtrInf/Rsn/Cd"),
        (.returnReason, "/RtrInf/Rsn/Prtry"), (.returnText, "/RtrInf/AddtlInf"),
        (.remittance, "/RmtInf/Ustrd"), (.creditorReference, "/RmtInf/Strd/CdtrRefInf/Ref"),
        (.creditorReference, "/RmtInf/Strd/CdtrRefInf/CdtrRef"),
        (.detailText, "/AddtlTxInf"),
    ]

    /// Where names lead from the message's element on; what is not here is passed over.
    static let tree: CamtTree = {
        var tree = CamtTree()
        for (field, path) in paths { tree.add(field, at: path) }
        for (field, path) in detailPaths {
            tree.add(field, at: "Stmt/Ntry/NtryDtls/TxDtls\(path)")
            // The first version had no level between.
            tree.add(field, at: "Stmt/Ntry/TxDtls\(path)")
        }
        return tree
    }()
}

/// The paths of elements, as a tree whose nodes are numbers.
struct CamtTree: Sendable {
    static let root = 0

    private(set) var fields: [CamtField?] = [nil]
    private var children: [[String: Int]] = [[:]]

    mutating func add(_ field: CamtField, at path: String) {
        var node = Self.root
        for part in path.split(separator: "/") {
            let name = String(part)
            if let child = children[node][name] {
                node = child
            } else {
                fields.append(nil)
                children.append([:])
                children[node][name] = fields.count - 1
                node = fields.count - 1
            }
        }
        fields[node] = field
    }

    /// The node that a name leads to; nil where nothing below is read.
    func child(of node: Int, named name: String) -> Int? {
        switch node == Self.root ? name : "" {
        // Reports and notifications are built like statements.
        case "Rpt", "Ntfctn": children[node]["Stmt"]
        default: children[node][name]
        }
    }
}
