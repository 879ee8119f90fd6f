/// Who holds which connection and who waits, decided without any input or output.
struct PoolState {
    typealias ConnectionID = Int
    typealias WaiterID = Int

    enum Lease: Equatable {
        case reuse(ConnectionID)
        /// Open a connection and add it with `opened`, or report `openFailed`.
        case open
        case wait(WaiterID)
        case exhausted
        case closed
    }

    enum Return: Equatable {
        case keep
        case discard
        case handOver(ConnectionID, to: WaiterID)
        /// Discard the connection and let this waiter open another in its place.
        case letOpen(WaiterID)
    }

    let size: Int
    let maximumWaiters: Int
    private(set) var leased: Set<ConnectionID> = []
    private(set) var idle: [ConnectionID] = []
    private(set) var opening = 0
    private(set) var waiters: [WaiterID] = []
    private(set) var isClosed = false
    private var lastID = 0

    init(size: Int, maximumWaiters: Int) {
        precondition(size > 0 && maximumWaiters >= 0, "a pool needs room")
        self.size = size
        self.maximumWaiters = maximumWaiters
    }

    var total: Int { leased.count + idle.count + opening }

    mutating func lease() -> Lease {
        guard !isClosed else { return .closed }
        // The one used last is the likeliest to be alive and warm.
        if let id = idle.popLast() {
            leased.insert(id)
            return .reuse(id)
        }
        if total < size {
            opening += 1
            return .open
        }
        guard waiters.count < maximumWaiters else { return .exhausted }
        lastID += 1
        waiters.append(lastID)
        return .wait(lastID)
    }

    /// Takes a new connection in as leased; nil when the pool closed meanwhile.
    mutating func opened() -> ConnectionID? {
        precondition(opening > 0, "no connection was being opened")
        opening -= 1
        guard !isClosed else { return nil }
        lastID += 1
        leased.insert(lastID)
        return lastID
    }

    /// Frees the place; returns the waiter who may try to open next.
    mutating func openFailed() -> WaiterID? {
        precondition(opening > 0, "no connection was being opened")
        opening -= 1
        return nextOpener()
    }

    mutating func giveBack(_ id: ConnectionID, usable: Bool) -> Return {
        precondition(leased.remove(id) != nil, "returned twice")
        guard !isClosed else { return .discard }
        guard usable else { return nextOpener().map { .letOpen($0) } ?? .discard }
        guard !waiters.isEmpty else {
            idle.append(id)
            return .keep
        }
        leased.insert(id)
        return .handOver(id, to: waiters.removeFirst())
    }

    /// Forgets a waiter that gave up; false when it was already served.
    mutating func abandon(_ waiter: WaiterID) -> Bool {
        guard let index = waiters.firstIndex(of: waiter) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Closes for good; returns what to close and whom to refuse.
    mutating func close() -> (idle: [ConnectionID], waiters: [WaiterID]) {
        isClosed = true
        defer {
            idle.removeAll()
            waiters.removeAll()
        }
        return (idle, waiters)
    }

    private mutating func nextOpener() -> WaiterID? {
        guard !isClosed, !waiters.isEmpty else { return nil }
        opening += 1
        return waiters.removeFirst()
    }
}
