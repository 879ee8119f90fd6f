/// A tree in the shape of RFC 6962, built leaf by leaf in memory that grows with its height.
package struct MerkleTree: Sendable {
    private var roots: [(hash: [UInt8], size: Int)] = []

    package init() {}

    package mutating func append(_ leaf: [UInt8]) {
        var node = (hash: leaf, size: 1)
        while let left = roots.last, left.size == node.size {
            roots.removeLast()
            node = (LeafFormat.node(left.hash, node.hash), left.size * 2)
        }
        roots.append(node)
    }

    /// Nil for a tree without leaves.
    package var root: [UInt8]? {
        guard var root = roots.last?.hash else { return nil }
        for left in roots.dropLast().reversed() { root = LeafFormat.node(left.hash, root) }
        return root
    }
}

extension MerkleTree {
    package static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8]? {
        var tree = MerkleTree()
        for leaf in leaves { tree.append(leaf) }
        return tree.root
    }

    /// The hashes beside the way from a leaf up to the root, lowest first.
    package static func path(to index: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
        guard leaves.count > 1 else { return [] }
        let middle = leaves.startIndex + split(leaves.count)
        let (left, right) = (leaves[..<middle], leaves[middle...])
        let isLeft = leaves.startIndex + index < middle
        let inner = isLeft ? path(to: index, in: left) : path(to: index - left.count, in: right)
        return inner + [isLeft ? root(of: right) : root(of: left)].compactMap(\.self)
    }

    /// The root that a leaf and its path lead to, or nil when the path does not fit the tree.
    package static func root(
        from leaf: [UInt8],
        at index: Int,
        of count: Int,
        path: ArraySlice<[UInt8]>
    ) -> [UInt8]? {
        guard index >= 0, index < count else { return nil }
        guard count > 1 else { return path.isEmpty ? leaf : nil }
        guard let sibling = path.last else { return nil }
        let left = split(count)
        let rest = path.dropLast()
        if index < left {
            return root(from: leaf, at: index, of: left, path: rest)
                .map { LeafFormat.node($0, sibling) }
        }
        return root(from: leaf, at: index - left, of: count - left, path: rest)
            .map { LeafFormat.node(sibling, $0) }
    }

    /// The largest power of two below a count.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
