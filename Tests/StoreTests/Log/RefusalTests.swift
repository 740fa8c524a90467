import Foundation
import Procedure
import Testing

@testable import Store

/// What the decoder does not take, and where it says so.
struct RefusalTests {
  typealias Case = (text: String, fault: LogFormatFault)

  private func fault(_ type: (some Decodable).Type, _ data: Data) -> LogFormatFault? {
    do throws(LogFormatFault) {
      _ = try LogDecoder.decode(type, from: data)
      return nil
    } catch {
      return error
    }
  }

  static let events: [Case] = [
    (#"{"openingAsked":{},"more":{}}"#, .unknownKey("more")),
    (#"{"openingAsked":{"why":null}}"#, .unknownKey("openingAsked.why")),
    (
      #"{"itemSettled":{"item":"4.1","note":"","percentage":60,"reason":"r"}}"#,
      .unknownKey("itemSettled.note")
    ),
    (
      #"{"grantPaid":{"payment":{"amount":1,"day":"2026-03-10","unit":"CNY"}}}"#,
      .unknownKey("grantPaid.payment.unit")
    ),
    (
      #"{"panelFormed":{"panel":{"id":"m1","leader":"p1","members":["p1",{}],"name":"","stage":"material"}}}"#,
      .wanted("panelFormed.panel.members[1]")
    ),
    (#"{"itemSettled":{"item":"4.1","reason":"r"}}"#, .missing("itemSettled.percentage")),
    (
      #"{"itemSettled":{"item":"4.1","percentage":null,"reason":"r"}}"#,
      .missing("itemSettled.percentage")
    ),
    (
      #"{"itemSettled":{"item":"4.1","percentage":61,"reason":"r"}}"#,
      .unknownValue("itemSettled.percentage")
    ),
    (
      #"{"itemSettled":{"item":"4.1","percentage":60.0,"reason":"r"}}"#,
      .wanted("itemSettled.percentage")
    ),
    (
      #"{"itemSettled":{"item":"4.1","percentage":99999999999999999999,"reason":"r"}}"#,
      .outOfRange("itemSettled.percentage")
    ),
    (
      #"{"itemSettled":{"item":"4.1","item":"4.2","percentage":60,"reason":"r"}}"#,
      .repeatedKey("itemSettled.item")
    ),
    (
      #"{"itemSettled":{"item":"4.1","percentage":60,"reason":"r","\u0069tem":"4.2"}}"#,
      .repeatedKey("itemSettled.item")
    ),
    (#"{"a":[{"b":[1,2,{"é":1,"e\#u{301}":2}]}]}"#, .repeatedKey("a[0].b[2].e\u{301}")),
    (#"{"openingAsked":{}} "#, .trailing(at: 19)), (#"{"openingAsked":{}}}"#, .trailing(at: 19)),
    ("{}", .wanted("")), ("", .cutOff), (#"{"openingAsked":{"#, .cutOff), ("\"a", .cutOff),
    (#"{"openingAsked":{},}"#, .broken(at: 19)), ("[1,]", .broken(at: 3)), ("[01]", .broken(at: 2)),
    ("{'a':1}", .broken(at: 1)), ("\u{FEFF}{}", .broken(at: 0)), ("[\"\u{1}\"]", .broken(at: 2)),
    (#"["\ud800"]"#, .broken(at: 8)), (#"["\udc00"]"#, .broken(at: 8)),
    (#"["\ud800\u0041"]"#, .broken(at: 14)), (#"["\x"]"#, .broken(at: 3)), ("NaN", .broken(at: 0)),
    ("nul", .cutOff), ("-", .cutOff), ("1.", .cutOff), ("1e", .cutOff), ("\u{0}", .broken(at: 0)),
  ]

  @Test(arguments: events)
  func everyFaultIsNamed(text: String, expected: LogFormatFault) {
    #expect(fault(Event.self, Data(text.utf8)) == expected)
  }

  @Test func whatIsNoText() {
    #expect(fault(String.self, Data([0x22, 0xC0, 0x80, 0x22])) == .notText(at: 1))
    #expect(fault(String.self, Data([0x22, 0xED, 0xA0, 0x80, 0x22])) == .notText(at: 1))
    #expect(fault(String.self, Data([0x22, 0x41, 0xE4, 0xB8, 0x22])) == .notText(at: 2))
  }

  @Test func numbersBeyondTheirType() {
    #expect(fault([Int8].self, Data("[127,-128,128]".utf8)) == .outOfRange("[2]"))
    #expect(fault([Int8].self, Data("[-129]".utf8)) == .outOfRange("[0]"))
    #expect(fault([UInt].self, Data("[-1]".utf8)) == .outOfRange("[0]"))
    #expect(fault([UInt8].self, Data("[300]".utf8)) == .outOfRange("[0]"))
    #expect(fault([Double].self, Data("[1e400]".utf8)) == .outOfRange("[0]"))
    #expect(fault([Float].self, Data("[1e40]".utf8)) == .outOfRange("[0]"))
    #expect(fault([Int].self, Data("[1e2]".utf8)) == .wanted("[0]"))
  }

  @Test func moreElementsThanAreAskedFor() {
    #expect(fault(ClosedRange<Int>.self, Data("[1,2,3]".utf8)) == .unknownKey("[2]"))
    #expect(fault(ClosedRange<Int>.self, Data("[1]".utf8)) == .missing("[1]"))
  }

  @Test func bytesThatAreNone() {
    #expect(fault([Data].self, Data(#"["AA=="]"#.utf8)) == nil)
    #expect(fault([Data].self, Data(#"["A-=="]"#.utf8)) == .unknownValue("[0]"))
    #expect(fault([String: Data].self, Data(#"{"k":[1]}"#.utf8)) == .wanted("k"))
  }

  @Test func depth() {
    func lists(_ count: Int) -> Data {
      Data((String(repeating: "[", count: count) + String(repeating: "]", count: count)).utf8)
    }
    #expect(fault(Nothing.self, lists(65)) == .tooDeep(String(repeating: "[0]", count: 64)))
    #expect(fault(Nothing.self, lists(64)) == .unknownKey("[0]"))
    #expect(fault(Nothing.self, Data(repeating: 0x5B, count: 1_000_000)) != nil)
  }

  /// Asks for nothing.
  private struct Nothing: Decodable {
    init(from decoder: any Decoder) {}
  }

  @Test func aLongKeyIsCutInItsPlace() {
    let key = String(repeating: "x", count: 900)
    #expect(
      fault(Event.self, Data("{\"openingAsked\":{},\"\(key)\":1}".utf8))
        == .unknownKey(String(key.prefix(40))))
  }
}
