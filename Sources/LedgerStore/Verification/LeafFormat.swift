import Crypto

/// How an entry becomes a leaf, leaves a tree, and a tree a block.
///
/// This is version 1.
///
/// - A leaf is SHA-256 of `0x00 0x01` and of all rows that the entry wrote, in the order of
///   `ledger.sealed_table.tag` and of its `row_order`. A row is its table's tag (2 bytes, big
///   endian) and a record.
/// - A record is the count of columns (int32), and for each column the OID of its type (uint32),
///   the length of its value (int32, -1 for NULL) and the value as PostgreSQL's send function
///   writes it. All integers are big endian.
/// - A tree has the shape of RFC 6962, section 2.1; a node is SHA-256 of `0x01`, left and right.
/// - The hash of a block is SHA-256 of `0x02 0x01` and a record of: the jurisdiction's code,
///   number, first entry number, entry count, posting count, posted cents (as text), sealed at,
///   root hash, column digests, hash of the block before. Before the first block stands SHA-256 of
///   nothing.
/// - A column digest is the first 8 bytes, in hex, of SHA-256 over the values of one column of
///   all entries of a block, in order; NULL counts as no bytes.
package enum LeafFormat {
    package static let leafPrefix: [UInt8] = [0x00, 0x01]
    package static let nodePrefix: UInt8 = 0x01
    package static let blockPrefix: [UInt8] = [0x02, 0x01]
    package static let hashLength = 32

    /// What stands before the first block.
    package static let genesis = Array(SHA256.hash(data: [UInt8]()))

    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { bytes in
            var hasher = SHA256()
            hasher.update(bufferPointer: bytes)
            return Array(hasher.finalize())
        }
    }

    package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 + 2 * hashLength)
        bytes.append(nodePrefix)
        bytes.append(contentsOf: left)
        bytes.append(contentsOf: right)
        return hash(bytes)
    }
}

/// The types of PostgreSQL that a record names.
package enum TypeOID {
    package static let bool: UInt32 = 16
    package static let bytea: UInt32 = 17
    package static let int8: UInt32 = 20
    package static let int2: UInt32 = 21
    package static let int4: UInt32 = 23
    package static let text: UInt32 = 25
    package static let date: UInt32 = 1082
    package static let timestamptz: UInt32 = 1184
    package static let int2Array: UInt32 = 1005
    package static let int4Array: UInt32 = 1007
    package static let textArray: UInt32 = 1009
    package static let int8Array: UInt32 = 1016
}
