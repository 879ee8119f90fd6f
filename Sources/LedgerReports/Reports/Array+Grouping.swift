extension Array {
    /// The elements by key, keys and elements in order of appearance.
    func grouped(by key: (Element) -> String) -> [(key: String, members: [Element])] {
        var groups: [(key: String, members: [Element])] = []
        var positions: [String: Int] = [:]
        for element in self {
            let key = key(element)
            if let position = positions[key] {
                groups[position].members.append(element)
            } else {
                positions[key] = groups.count
                groups.append((key, [element]))
            }
        }
        return groups
    }
}
