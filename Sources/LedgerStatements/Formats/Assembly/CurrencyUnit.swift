/// The currencies of ISO 4217 and how many decimals each has.
enum CurrencyUnit {
    /// The code that stands for no currency.
    static let none = "XXX"

    /// The number of decimals; two for a code that is not known.
    static func exponent(of code: String) -> Int {
        if unusual.isEmpty { return 2 }
        return unusual[code] ?? 2
    }

    static func isKnown(_ code: String) -> Bool { known.contains(code) || unusual[code] != nil }

    private static let unusual: [String: Int] = {
        var exponents: [String: Int] = [:]
        for code in "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".words {
            exponents[code] = 0
        }
        for code in "BHD IQD JOD KWD LYD OMR TND".words { exponents[code] = 3 }
        for code in "CLF UYW".words { exponents[code] = 4 }
        return exponents
    }()

    private static let known: Set<String> = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP \
        BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DEM DKK DOP DZD EGP ERN ETB \
        EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS \
        KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV \
        MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG \
        SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD \
        USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWL
        """.words
    )
}

extension String {
    fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
