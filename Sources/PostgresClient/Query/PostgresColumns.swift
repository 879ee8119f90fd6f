import CLibPQ

/// The columns of a result, made once and shared by all rows of a stream.
final class PostgresColumns: Sendable {
    let names: [String]
    let types: [PostgresType]
    private let positions: [String: Int]

    init(_ handle: OpaquePointer) {
        let columns = unsafe PQnfields(handle)
        names = (0..<columns).map { column in
            unsafe PQfname(handle, column).map { unsafe String(cString: $0) } ?? ""
        }
        types = (0..<columns).map { unsafe PostgresType(oid: PQftype(handle, $0)) }
        positions = Dictionary(
            names.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func position(of name: String) -> Int? { positions[name] }
}
