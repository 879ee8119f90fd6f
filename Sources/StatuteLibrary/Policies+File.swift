import LedgerModel

extension Policies {
    /// Reads the `policies` of a profile: settings by name, the days of `hold_days` by method.
    init(_ node: FileNode) throws(StatuteFileError) {
        self.init()
        for (name, value) in try node.mapping([]).inOrder {
            guard name == "hold_days" else {
                try set(name, to: value)
                continue
            }
            for (method, days) in try value.mapping([]).inOrder {
                try set("hold_days_\(method)", to: days)
            }
        }
    }

    private mutating func set(_ name: String, to value: FileNode) throws(StatuteFileError) {
        let text = try value.text()
        do throws(LedgerRefusal) { try set(name, to: text) } catch {
            throw value.error("\(error.message) \(error.detail)")
        }
    }
}
