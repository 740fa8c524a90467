import Criteria
import Foundation
import Procedure
import Testing

/// `Rules.md` says what each rule demands: refusals, tests and code name it by its id alone.
@Suite("Rules in the documentation")
struct RulesDocumentTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/Procedure").standardized

  /// The sections by the id that their heading begins with, in order.
  private func sections() throws -> [(id: String, text: String)] {
    let text = try String(
      contentsOf: folder.appendingPathComponent("Procedure.docc/Rules.md"), encoding: .utf8)
    return text.components(separatedBy: "\n### ").dropFirst().map { part in
      (String(part.prefix { $0 != " " }), part.components(separatedBy: "\n## ")[0])
    }
  }

  @Test("every rule has a heading in its order, and no heading is without a rule")
  func headings() throws {
    #expect(try sections().map(\.id) == Rule.allCases.map(\.rawValue))
  }

  @Test("every section names the rule's clause, whom it concerns and where it is judged")
  func facts() throws {
    for (id, text) in try sections() {
      let rule = try #require(Rule(rawValue: id))
      let heading = text.prefix { $0 != "\n" }
      let clause = rule.clause.zh.hasPrefix("办法") ? String(rule.clause.zh.dropFirst(2)) : "ours"
      #expect(heading.contains("(\(clause))"), "\(id)")
      #expect(text.contains("\n- Concerns: "), "\(id)")
      #expect(text.contains("\n- Judged in: "), "\(id)")
    }
  }

  @Test("every file that is named is there, every parameter and safeguard that is named exists")
  func names() throws {
    let known = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(Parameters.hangzhou))
        as? [String: Any])
    let safeguards = Set(Safeguard.allCases.map(\.rawValue))
    var named: Set<String> = []
    for (id, text) in try sections() {
      for match in text.matches(of: #/`([A-Za-z+\/]+\.swift)`/#) {
        let path = folder.appendingPathComponent(String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(id): \(match.1)")
      }
      for line in text.split(separator: "\n") {
        let isParameters = line.hasPrefix("- Parameters: ")
        guard isParameters || line.hasPrefix("- Safeguards: ") else { continue }
        for match in line.matches(of: #/`(\w+)`/#) {
          let name = String(match.1)
          named.insert(name)
          #expect(isParameters ? known[name] != nil : safeguards.contains(name), "\(id): \(name)")
        }
      }
    }
    #expect(safeguards.subtracting(named) == [])
    // What no rule rests on: names, districts, and how the program behaves.
    let others: Set<String> = [
      "id", "city", "edition", "idleMinutes", "switchedOff", "letters",
    ]
    #expect(Set(known.keys).subtracting(named).subtracting(others) == [])
  }
}
