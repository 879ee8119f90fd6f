import Testing

@testable import PostgresClient

struct PoolStateTests {
    private func full(size: Int, waiters: Int) -> (PoolState, [Int]) {
        var state = PoolState(size: size, maximumWaiters: waiters)
        let ids = (0..<size).compactMap { _ -> Int? in
            #expect(state.lease() == .open)
            return state.opened()
        }
        return (state, ids)
    }

    @Test func `connections are opened up to the size and no further`() {
        var (state, ids) = full(size: 3, waiters: 0)
        #expect(Set(ids).count == 3)
        #expect(state.lease() == .exhausted)
        #expect(state.total == 3)
    }

    @Test func `a place being opened counts`() {
        var state = PoolState(size: 1, maximumWaiters: 0)
        #expect(state.lease() == .open)
        #expect(state.lease() == .exhausted)
    }

    @Test func `a returned connection is used before another is opened`() throws {
        var (state, ids) = full(size: 2, waiters: 0)
        let first = try #require(ids.first)
        #expect(state.giveBack(first, usable: true) == .keep)
        #expect(state.lease() == .reuse(first))
        #expect(state.lease() == .exhausted)
    }

    @Test func `waiters are served in the order in which they came`() throws {
        var (state, ids) = full(size: 1, waiters: 2)
        let id = try #require(ids.first)
        guard case .wait(let one) = state.lease(), case .wait(let two) = state.lease() else {
            Issue.record("callers did not wait")
            return
        }
        #expect(state.lease() == .exhausted)
        #expect(state.giveBack(id, usable: true) == .handOver(id, to: one))
        #expect(state.giveBack(id, usable: true) == .handOver(id, to: two))
        #expect(state.giveBack(id, usable: true) == .keep)
    }

    @Test func `a waiter that gave up is passed over`() throws {
        var (state, ids) = full(size: 1, waiters: 2)
        let id = try #require(ids.first)
        guard case .wait(let one) = state.lease(), case .wait(let two) = state.lease() else {
            Issue.record("callers did not wait")
            return
        }
        #expect(state.abandon(one) == true)
        #expect(state.abandon(one) == false)
        #expect(state.giveBack(id, usable: true) == .handOver(id, to: two))
        #expect(state.abandon(two) == false)
    }

    @Test func `a broken connection frees its place`() throws {
        var (state, ids) = full(size: 1, waiters: 1)
        let id = try #require(ids.first)
        #expect(state.giveBack(id, usable: false) == .discard)
        #expect(state.total == 0)
        #expect(state.lease() == .open)
    }

    @Test func `a waiter opens in the place of a broken connection`() throws {
        var (state, ids) = full(size: 1, waiters: 2)
        let id = try #require(ids.first)
        guard case .wait(let one) = state.lease(), case .wait(let two) = state.lease() else {
            Issue.record("callers did not wait")
            return
        }
        #expect(state.giveBack(id, usable: false) == .letOpen(one))
        #expect(state.total == 1)
        #expect(state.openFailed() == two)
        #expect(state.openFailed() == nil)
        #expect(state.total == 0)
    }

    @Test func `closing hands out what is idle and who waits, and refuses the rest`() throws {
        var (state, ids) = full(size: 2, waiters: 1)
        let (first, second) = (try #require(ids.first), try #require(ids.last))
        guard case .wait(let waiter) = state.lease() else {
            Issue.record("the caller did not wait")
            return
        }
        #expect(state.abandon(waiter) == true)
        #expect(state.giveBack(first, usable: true) == .keep)
        let closing = state.close()
        #expect(closing.idle == [first])
        #expect(closing.waiters.isEmpty)
        #expect(state.lease() == .closed)
        #expect(state.giveBack(second, usable: true) == .discard)
    }

    @Test func `a connection that opens after the close is not taken in`() {
        var state = PoolState(size: 1, maximumWaiters: 1)
        #expect(state.lease() == .open)
        guard case .wait(let waiter) = state.lease() else {
            Issue.record("the caller did not wait")
            return
        }
        #expect(state.close().waiters == [waiter])
        #expect(state.opened() == nil)
    }

    @Test(arguments: 1...20)
    func `the bound holds in any order of events`(seed: Int) {
        var state = PoolState(size: 3, maximumWaiters: 4)
        var random = SplitMix(state: UInt64(seed))
        var held: [Int] = []
        var waiting: [Int] = []
        var opening = 0
        for _ in 0..<2_000 {
            switch random.next() % 5 {
            case 0, 1:
                switch state.lease() {
                case .open: opening += 1
                case .reuse(let id): held.append(id)
                case .wait(let id): waiting.append(id)
                case .exhausted: #expect(waiting.count == 4)
                case .closed: Issue.record("closed by nobody")
                }
            case 2 where opening > 0:
                opening -= 1
                if random.next() % 4 == 0 {
                    if let id = state.openFailed() {
                        opening += 1
                        waiting.removeAll { $0 == id }
                    }
                } else if let id = state.opened() {
                    held.append(id)
                }
            case 3 where !held.isEmpty:
                let id = held.removeFirst()
                switch state.giveBack(id, usable: random.next() % 3 != 0) {
                case .keep, .discard: #expect(waiting.isEmpty)
                case .handOver(let id, to: let waiter):
                    #expect(waiting.removeFirst() == waiter)
                    held.append(id)
                case .letOpen(let waiter):
                    #expect(waiting.removeFirst() == waiter)
                    opening += 1
                }
            case 4 where !waiting.isEmpty:
                #expect(state.abandon(waiting.removeLast()) == true)
            default: break
            }
            #expect(state.total <= 3)
            #expect(state.leased == Set(held))
            #expect(state.opening == opening)
            #expect(state.waiters == waiting)
        }
    }
}

/// A small generator, so that every run sees the same orders.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
