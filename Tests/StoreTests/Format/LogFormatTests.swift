import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("The recorded format says what the types say")
struct LogFormatTests {
  @Test("C: the format of the log is the recorded one; a change wants a higher version of its kind")
  func recorded() throws {
    let format = RecordedFormat(texts: ["secretariat", "supervision", "bureau"])
    try format.add(KeyEvent.self) { name in
      guard let kind = KeyEventKind(rawValue: name) else { return "" }
      return "v\(kind.version) key \(kind.isClear ? "clear" : "sealed")"
    }
    try format.add(Event.self) { name in
      guard let kind = EventKind(rawValue: name) else { return "" }
      return "v\(kind.version) \(kind.stream) \(kind.placement)"
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "log-format.txt")
    if ProcessInfo.processInfo.environment["RECORD_LOG_FORMAT"] != nil {
      try format.text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded; look at what changed, and run without RECORD_LOG_FORMAT")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == format.text)
  }

  @Test func everyKindIsThere() throws {
    let format = RecordedFormat(texts: ["secretariat", "supervision", "bureau"])
    try format.add(Event.self) { _ in "!" }
    let kinds = format.text.split(separator: "\n").filter { $0.hasSuffix(" !") }
    #expect(kinds.map { String($0.dropLast(2)) } == EventKind.allCases.map(\.rawValue).sorted())
  }

  @Test func enumValuesAreTheCases() {
    #expect(EnumValues.all(of: EventKind.self) == EventKind.allCases)
    #expect(EnumValues.all(of: Safeguard.self) == Safeguard.allCases)
    #expect(EnumValues.all(of: Band.self) == Band.allCases)
    #expect(EnumValues.all(of: Weekday.self) == Weekday.allCases)
    #expect(EnumValues.all(of: Bool.self) == nil)
    #expect(EnumValues.all(of: Mark.self) == nil)
    #expect(EnumValues.all(of: Int?.self) == nil)
    #expect(EnumValues.all(of: Lone.self) == [.only])
    #expect(EnumValues.all(of: Never.self)?.count == 0)
  }

  enum Lone { case only }
}
