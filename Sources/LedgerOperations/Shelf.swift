package import LedgerModel
package import LedgerStore
package import StatuteLibrary
import Synchronization

/// What is read once and never changes: the law, the books, the share plans met so far.
package final class Shelf: Sendable {
    private let rules: String?
    private let lawOnce: Mutex<StatuteLibrary?>
    private let booksOnce = Mutex<StoredBooks?>(nil)
    private let plansOnce = Mutex<[Int64: StoredPlan]>([:])

    /// Restitution plans are as many as cases, so the shelf is emptied when it holds this many.
    private static let mostPlans = 20_000

    package init(rules: String? = nil, library: StatuteLibrary? = nil) {
        self.rules = rules
        lawOnce = Mutex(library)
    }

    package func library() throws -> StatuteLibrary {
        try lawOnce.withLock { law in
            if let law { return law }
            let loaded = try rules.map(StatuteLibrary.load(folder:)) ?? StatuteLibrary.shipped()
            law = loaded
            return loaded
        }
    }

    package func withoutBooks() -> Shelf {
        Shelf(rules: rules, library: lawOnce.withLock { $0 })
    }

    package var books: StoredBooks? { booksOnce.withLock { $0 } }

    package func keep(_ books: StoredBooks?) { booksOnce.withLock { $0 = books } }

    package var plans: [Int64: StoredPlan] { plansOnce.withLock { $0 } }

    package func keep(_ plans: [Int64: StoredPlan]) {
        plansOnce.withLock { kept in
            if kept.count + plans.count > Shelf.mostPlans { kept.removeAll() }
            kept.merge(plans) { $1 }
        }
    }
}

/// How a stored plan shares money, and where each share goes in the books.
package struct StoredPlan: Sendable {
    package let plan: SharePlan
    package let targets: [ShareTarget]
}
