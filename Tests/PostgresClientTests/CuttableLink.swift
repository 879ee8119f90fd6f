import Foundation
import Synchronization

/// A relay on the loopback between a client and a server's socket, which can fail on purpose.
final class CuttableLink: Sendable {
    enum Mode: Sendable {
        case forward
        /// Bytes stop, connections stay: what a cut cable looks like at first.
        case stall
        /// Everything hangs up.
        case cut
        /// COMMIT reaches the server; its answer is thrown away and the client is hung up on.
        case loseAnswerToCommit
    }

    let port: UInt16
    private let listener: Int32
    private let target: String
    private let mode = Mutex(Mode.forward)
    private let stopped = Mutex(false)

    init(toSocket target: String) throws {
        self.target = target
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
    }

    func start() {
        Thread.detachNewThread { self.acceptAll() }
    }

    func set(_ mode: Mode) { self.mode.withLock { $0 = mode } }

    func stop() {
        set(.cut)
        stopped.withLock { $0 = true }
    }

    private var current: Mode { mode.withLock { $0 } }

    private func acceptAll() {
        while !stopped.withLock({ $0 }) {
            guard isReadable(listener) else { continue }
            let client = accept(listener, nil, nil)
            guard client >= 0 else { continue }
            Thread.detachNewThread { self.relay(client) }
        }
        close(listener)
    }

    private func relay(_ client: Int32) {
        let server = connectToTarget()
        var answersAreLost = false
        defer {
            close(client)
            if server >= 0 { close(server) }
        }
        while current != .cut, server >= 0 {
            guard current != .stall else {
                usleep(10_000)
                continue
            }
            if isReadable(client), current != .stall {
                guard let bytes = read(client) else { return }
                if current == .loseAnswerToCommit, bytes.contains("COMMIT\0") {
                    answersAreLost = true
                }
                write(bytes, to: server)
            }
            if isReadable(server), current != .stall {
                guard let bytes = read(server), !answersAreLost else { return }
                write(bytes, to: client)
            }
        }
    }

    private func connectToTarget() -> Int32 {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path.copyBytes(from: target.utf8.prefix(path.count - 1))
        }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(server, address, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard connected else {
            close(server)
            return -1
        }
        return server
    }

    private func isReadable(_ socket: Int32) -> Bool {
        var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 5) > 0
    }

    private func read(_ socket: Int32) -> Data? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        return count > 0 ? Data(buffer.prefix(count)) : nil
    }

    private func write(_ bytes: Data, to socket: Int32) {
        var rest = [UInt8](bytes)
        while !rest.isEmpty {
            let count = send(socket, rest, rest.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            rest.removeFirst(count)
        }
    }
}

extension Data {
    fileprivate func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
