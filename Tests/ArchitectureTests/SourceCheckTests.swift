import Testing

/// The checker itself: it must find what it is there to find, and nothing else.
struct SourceCheckTests {
  /// Source that must be found wrong in a target, and a part of the sentence that says so.
  struct Fault: Sendable, CustomTestStringConvertible {
    let target: String
    let text: String
    let says: String
    var testDescription: String { "\(target): \(says)" }
  }

  static let faults = [
    Fault(target: "Criteria", text: "import GRDB", says: "Criteria may not import GRDB"),
    Fault(target: "Criteria", text: "import Procedure", says: "may not import Procedure"),
    Fault(target: "Procedure", text: "public import Vault", says: "may not import Vault"),
    Fault(target: "Console", text: "import Demo", says: "may not import Demo"),
    Fault(target: "Console", text: "@testable import CNcurses", says: "may not import CNcurses"),
    Fault(target: "Terminal", text: "import struct Store.Entry", says: "may not import Store"),
    Fault(target: "Reports", text: "import Vault", says: "may not import Vault"),
    Fault(target: "Vault", text: "let a = 1; import GRDB", says: "may not import GRDB"),
    Fault(target: "Vault", text: "import Glibc", says: "outside #if canImport(Glibc)"),
    Fault(
      target: "Vault", text: "#if canImport(Glibc)\n#else\nimport Glibc\n#endif",
      says: "outside #if"),
    Fault(
      target: "Criteria", text: "#if canImport(Glibc)\nimport Glibc\n#endif",
      says: "may not import Glibc"),
    Fault(target: "Store", text: #"text.split(separator: "\n")"#, says: "use `lines`"),
    Fault(target: "Console", text: #"text.replacing("\n", with: " ")"#, says: "use `lines`"),
    Fault(target: "pingshen", text: "print(name)", says: "prints past `Output`"),
    Fault(target: "Procedure", text: "let now = Date()", says: "Date() is not for a pure target"),
    Fault(target: "Procedure", text: "let now = Date.now", says: "Date.now is not"),
    Fault(target: "Criteria", text: "let n = Int.random(in: 0..<3)", says: "random( is not"),
    Fault(target: "Criteria", text: "let id = UUID()", says: "UUID() is not"),
    Fault(target: "Criteria", text: "FileManager.default", says: "FileManager is not"),
    Fault(target: "Procedure", text: "ProcessInfo.processInfo", says: "ProcessInfo is not"),
    Fault(
      target: "Procedure", text: "let a = \"on \\(f(Date()))\"", says: "Date() is not for a pure"),
    Fault(target: "Store", text: "let a = try! read()", says: "try! ends the program"),
    Fault(target: "Store", text: "let a = b as! Int", says: "as! ends the program"),
    Fault(target: "Store", text: "// TODO: later", says: "TODO marks unfinished work"),
    Fault(target: "Store", text: "/* FIXME */", says: "FIXME marks unfinished work"),
    Fault(target: "Extra", text: "", says: "Extra has no row"),
  ]

  @Test("a forbidden import, word or mark is found", arguments: faults)
  func finds(fault: Fault) {
    let file = SourceCheck(target: fault.target, file: "Fake.swift", text: fault.text)
    #expect(
      file.violations.contains { $0.contains(fault.says) },
      "found only: \(file.violations)")
  }

  @Test(
    "what is allowed, and what is only mentioned, is left alone",
    arguments: [
      ("Criteria", "import Foundation\n// import GRDB\n/* Date() /* UUID() */ try! */"),
      ("Procedure", "import Criteria\nlet a = \"import GRDB, Date(), \\\"as!\\\" try!\""),
      ("Procedure", "let a = \"\"\"\n  import GRDB\n  Date()\n  \"\"\"\nlet b = #\"\\(Date())\"#"),
      ("Procedure", "let a = WorkDate()\nlet b = LawfulDate.nowhere"),
      (
        "Store",
        "#if canImport(Glibc)\n  import Glibc\n#elseif canImport(Darwin)\n  import Darwin\n#endif"
      ),
      ("Console", "import Collections\nimport Reports\nimportant(a)"),
      ("pingshen", "import ArgumentParser\nimport Demo\nlet XXXL = 1"),
      ("Benchmark", "import CPty\nimport GRDB\nimport Foundation"),
    ])
  func leavesAlone(target: String, text: String) {
    #expect(SourceCheck(target: target, file: "Fake.swift", text: text).violations.isEmpty)
  }

  @Test("a fault is reported with the line it stands in")
  func line() {
    let text = "/* one\n two */\nlet a = \"\"\"\n x\n \"\"\"\nimport GRDB\n"
    let file = SourceCheck(target: "Criteria", file: "Fake.swift", text: text)
    #expect(file.violations == ["Fake.swift:6: Criteria may not import GRDB"])
  }
}
