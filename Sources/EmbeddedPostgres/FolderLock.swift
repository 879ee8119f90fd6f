import Foundation

/// Holds a folder for one caller at a time, in this process or another, until it goes out of scope.
final class FolderLock {
    private let descriptor: Int32

    /// Waits for the one before, two minutes at most.
    init(folder: String) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        for _ in 0..<1200 where descriptor >= 0 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            usleep(100_000)
        }
        throw EmbeddedPostgresError(
            problem: descriptor < 0
                ? "\(folder) cannot be opened: \(String(cString: strerror(errno)))."
                : "Another redress has been starting or stopping PostgreSQL for two minutes.",
            remedy: "Wait for it, or end it, and repeat."
        )
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
