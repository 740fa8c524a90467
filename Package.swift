// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
/// Rules, keys and store do most of the work in tests: optimised, they take a third to a half of the
/// time, and that is more than optimising takes. Who steps through them sets `PINGSHEN_UNOPTIMISED`.
let hot: [SwiftSetting] =
  Context.environment["PINGSHEN_UNOPTIMISED"] == nil
  ? strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] : strict

let package = Package(
  name: "pingshen",
  products: [
    .executable(name: "pingshen", targets: ["pingshen"]),
    .executable(name: "pingshen-benchmark", targets: ["Benchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CPty", linkerSettings: [.linkedLibrary("util")]),
    .target(name: "CWipe"),
    .target(
      name: "Criteria",
      resources: [.embedInCode("Resources/gbt19580-2012.json")],
      swiftSettings: hot),
    .target(
      name: "Procedure",
      dependencies: ["Criteria"],
      resources: [
        .embedInCode("Resources/hangzhou.json"), .embedInCode("Resources/workdays.csv"),
      ],
      swiftSettings: hot),
    .target(
      name: "Splitting", dependencies: ["Criteria"],
      resources: [.embedInCode("Resources/aliases.json")], swiftSettings: strict),
    .target(
      name: "COffice", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(
      name: "Office", dependencies: ["COffice", "Splitting", "Criteria"], swiftSettings: strict),
    .target(
      name: "Intake", dependencies: ["Splitting", "Procedure", "Criteria"], swiftSettings: strict),
    .target(
      name: "Vault",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: hot),
    .target(
      name: "Store",
      dependencies: [
        "Procedure", "Criteria", "Vault",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: hot),
    .target(
      name: "Reports",
      dependencies: [
        "Procedure", "Criteria", "Office", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates")],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CNcurses"], swiftSettings: strict),
    .target(
      name: "Console",
      dependencies: [
        "Store", "Procedure", "Criteria", "Vault", "Reports", "Terminal", "Office", "Splitting",
        "Intake", .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(name: "CDemo"),
    .target(
      name: "Demo", dependencies: ["CDemo", "Store", "Procedure", "Criteria", "Vault"],
      swiftSettings: strict),
    .executableTarget(
      name: "pingshen",
      dependencies: [
        "CWipe", "Console", "Demo", "Store", "Procedure", "Criteria", "Vault", "Terminal", "Office",
        "Reports", "Splitting", "Intake",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "CPty", "Store", "Procedure", "Vault", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "CriteriaTests", dependencies: ["Criteria"], swiftSettings: strict),
    .testTarget(
      name: "ProcedureTests", dependencies: ["Procedure", "Criteria"],
      exclude: ["Tables/who-may-what.txt", "Tables/who-may-write.txt"], swiftSettings: strict),
    .testTarget(
      name: "SplittingTests", dependencies: ["Splitting", "Criteria"],
      resources: [.copy("Cases")], swiftSettings: strict),
    .testTarget(
      name: "OfficeTests",
      dependencies: ["Office", "COffice", "Splitting", "Criteria", "Reports", "Procedure"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "Splitting", "Procedure", "Criteria"],
      swiftSettings: strict),
    .testTarget(name: "VaultTests", dependencies: ["Vault"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Procedure", "Criteria", "Vault", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "Format/log-format.txt", "Format/log-format-v1.txt", "Logs/v1", "Copies/Oracle/play.py",
        "Exchange/Refused",
      ],
      swiftSettings: strict),
    .target(
      name: "BuiltDemos", dependencies: ["Demo"], path: "Tests/BuiltDemos", swiftSettings: strict),
    .testTarget(
      name: "DemoTests",
      dependencies: ["BuiltDemos", "Demo", "Store", "Procedure", "Criteria", "Vault"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Office", "Procedure", "Criteria"],
      swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "BuiltDemos", "Console", "Demo", "Store", "Procedure", "Criteria", "Vault", "Terminal",
        "Office", "Reports", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Snapshots", "Papers/who-may-print.txt"], swiftSettings: strict),
    .target(
      name: "CVterm", path: "Tests/CVterm", linkerSettings: [.linkedLibrary("vterm")]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "pingshen", "Store", "Procedure", "Vault", "CPty", "CVterm", "CWipe",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
