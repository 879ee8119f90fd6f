import LedgerStore
import Testing

@Suite struct MerkleTreeTests {
    private static let leaves = (0..<40).map { LeafFormat.hash([0x00, UInt8($0)]) }

    /// Roots over the leaves SHA-256(0x00 i), i = 0, 1, …, made with Python's hashlib.
    @Test(arguments: [
        (1, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
        (2, "a20bf9a7cc2dc8a08f5f415a71b19f6ac427bab54d24eec868b5d3103449953a"),
        (3, "3b6cccd7e3e023ff393006f030315ee7ad9eb111b022b41fba7e5b7a3973f688"),
        (4, "9bcd51240af4005168f033121ba85be5a6ed4f0e6a5fac262066729b8fbfdecb"),
        (5, "b855b42d6c30f5b087e05266783fbd6e394f7b926013ccaa67700a8b0c5a596f"),
        (7, "3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3"),
        (8, "ef7f49b620f6c7ea9b963a214da34b5021c6ded8ed57734380a311ab726aa907"),
        (13, "df5ee130e5a247600d190c31074458de3c0dc58f0b0d8a6a2b3dd4fd7e569501"),
        (40, "4d90c59b3516f06030728abf39f5033ef1e26cf6a691234189d16cf2e52886f3"),
    ])
    func `roots are those of another implementation`(count: Int, root: String) {
        #expect(MerkleTree.root(of: Self.leaves[..<count]).map { Hex.text($0) } == root)
    }

    @Test func `each path leads from its leaf to the root and from no other place`() throws {
        for count in 1...40 {
            let leaves = Self.leaves[..<count]
            let root = MerkleTree.root(of: leaves)
            for index in 0..<count {
                let path = MerkleTree.path(to: index, in: leaves)
                let leaf = leaves[index]
                #expect(
                    MerkleTree.root(from: leaf, at: index, of: count, path: path[...]) == root
                )
                guard count > 1 else { continue }
                let other = (index + 1) % count
                #expect(
                    MerkleTree.root(from: leaf, at: other, of: count, path: path[...]) != root
                )
                let short = path.dropFirst()
                #expect(
                    MerkleTree.root(from: leaf, at: index, of: count, path: short) != root
                )
            }
        }
    }
}
