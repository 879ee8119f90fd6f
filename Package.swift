// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "redress",
    products: [
        .library(name: "Ledger", targets: ["LedgerOperations", "LedgerModel", "LedgerReports"]),
        .executable(name: "redress", targets: ["redress"]),
        .executable(name: "redress-bench", targets: ["redress-bench"]),
        .executable(name: "redress-fuzz", targets: ["redress-fuzz"]),
        .executable(name: "redress-score", targets: ["redress-score"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Mains: one screen each.
        .executableTarget(name: "redress", dependencies: ["LedgerCLI"]),
        .executableTarget(
            name: "redress-bench",
            dependencies: [
                "EmbeddedPostgres", "LedgerModel", "LedgerOperations", "LedgerStore",
                "MatchingProof", "PostgresClient",
            ],
            path: "Benchmarks",
            exclude: ["Fuzz", "Fuzzing", "Matching", "RESULTS.md", "Score"]
        ),
        .executableTarget(
            name: "redress-score",
            dependencies: ["MatchingProof", "PostgresClient"],
            path: "Benchmarks/Score"
        ),
        .executableTarget(
            name: "redress-fuzz",
            dependencies: ["LedgerStatements", "StatementFuzzing"],
            path: "Benchmarks/Fuzz"
        ),

        // Doors: parse in, render out.
        .target(
            name: "LedgerCLI",
            dependencies: [
                "EmbeddedPostgres", "LedgerModel", "LedgerOperations", "LedgerReports",
                "StatuteLibrary",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Use cases: the only place where decisions meet the database.
        .target(
            name: "LedgerOperations",
            dependencies: [
                "LedgerModel", "LedgerReports", "LedgerStatements", "LedgerStore",
                "PostgresClient", "StatuteLibrary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        // Pure: no input, no output, no clock.
        .target(name: "LedgerReports", dependencies: ["LedgerModel"]),
        .target(name: "LedgerStatements", dependencies: ["LedgerModel"]),
        .target(
            name: "StatuteLibrary",
            dependencies: ["LedgerModel", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Rules")]
        ),
        .target(name: "LedgerModel"),

        // Database.
        .target(
            name: "LedgerStore",
            dependencies: [
                "LedgerModel", "LedgerSchema", "PostgresClient",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "LedgerSchema",
            path: "sql",
            exclude: ["README.md", "examples"],
            sources: ["LedgerSchema.swift"],
            resources: [.copy("migrations"), .copy("api"), .copy("refusals.csv")]
        ),
        .target(
            name: "PostgresClient",
            dependencies: ["CLibPQ"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "EmbeddedPostgres"),

        // Tests.
        .target(
            name: "LedgerTestSupport",
            dependencies: [
                "EmbeddedPostgres", "LedgerModel", "LedgerOperations", "LedgerStore",
                "PostgresClient", "StatuteLibrary",
            ],
            path: "Tests/LedgerTestSupport"
        ),
        .testTarget(
            name: "PostgresClientTests",
            dependencies: ["EmbeddedPostgres", "LedgerTestSupport", "PostgresClient"]
        ),
        .testTarget(name: "LedgerModelTests", dependencies: ["LedgerModel"]),
        .testTarget(name: "StatuteLibraryTests", dependencies: ["LedgerModel", "StatuteLibrary"]),
        .target(
            name: "StatementFuzzing",
            dependencies: ["LedgerStatements"],
            path: "Benchmarks/Fuzzing"
        ),
        .target(
            name: "MatchingProof",
            dependencies: [
                "LedgerModel", "LedgerOperations", "LedgerStore", "PostgresClient",
                "StatementFuzzing",
            ],
            path: "Benchmarks/Matching"
        ),
        .testTarget(
            name: "LedgerStatementsTests",
            dependencies: ["LedgerModel", "LedgerStatements", "StatementFuzzing"]
        ),
        .testTarget(
            name: "LedgerReportsTests",
            dependencies: ["LedgerReports", "LedgerModel"],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "LedgerSchemaTests",
            dependencies: [
                "LedgerModel", "LedgerSchema", "LedgerStore", "LedgerTestSupport", "PostgresClient",
            ],
            exclude: [
                "probe.books.sql", "probe.collections.sql", "probe.commands.sql",
                "probe.corrections.sql",
            ]
        ),
        .testTarget(
            name: "LedgerOperationsTests",
            dependencies: [
                "LedgerModel", "LedgerOperations", "LedgerReports", "LedgerStatements",
                "LedgerStore", "LedgerTestSupport", "MatchingProof", "PostgresClient",
                "StatementFuzzing",
                "StatuteLibrary",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "LedgerCLITests",
            dependencies: [
                "LedgerCLI", "LedgerModel", "LedgerOperations", "LedgerTestSupport",
                "PostgresClient", "redress",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(
            name: "EmbeddedPostgresTests",
            dependencies: ["EmbeddedPostgres", .product(name: "Yams", package: "Yams")]
        ),
        .testTarget(
            name: "TidyTests",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
