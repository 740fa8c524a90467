import Foundation
import Procedure
import Terminal
import Testing

@testable import Console
@testable import Store

@Suite("Login: somebody among many is found by what is typed")
struct FindPersonTests {
  private static let people = [
    ("chenmi", "陈秘"), ("zhaoyi", "赵一"), ("p7", "吕曾"), ("p8", "曾强"), ("p9", "单 刚"),
    ("p10", "Anna Zhao"),
  ]

  private static func account(_ id: String, _ name: String) -> Account {
    Account(
      person: Person(id: PersonID(id), name: name, roles: [.expert]), standing: .confirmed,
      fingerprint: nil)
  }

  private func found(_ text: String) -> [String] {
    var finder = PeopleFinder(Self.people.map(Self.account))
    return finder.found(text).map(\.person.id.rawValue)
  }

  @Test(
    "by a part of the name or id, by initials, by the whole sound; surnames as they are read",
    arguments: [
      ("赵", ["zhaoyi"]), ("一", ["zhaoyi"]), ("zhao", ["zhaoyi", "p10"]), ("ZY", ["zhaoyi"]),
      ("zhaoyi", ["zhaoyi"]), ("ｃｍ", ["chenmi"]), ("lvc", ["p7"]), ("zengqiang", ["p8"]),
      ("zq", ["p8"]), ("shangang", ["p9"]), ("单刚", ["p9"]), ("p1", ["p10"]), ("nobody", []),
      ("", ["chenmi", "zhaoyi", "p7", "p8", "p9", "p10"]),
    ])
  func finds(_ text: String, _ people: [String]) { #expect(found(text) == people, "\(text)") }

  @Test("of 400 people the list is there at once, the first time and with each letter")
  func instant() {
    let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许")
    var finder = PeopleFinder(
      (0..<400).map { number in
        let name = "\(surnames[number % 20])\(surnames[number / 20])\(surnames[(number * 7) % 20])"
        return Self.account("p\(number)", name)
      })
    let clock = ContinuousClock()
    var count = 0
    let first = clock.measure { count = finder.found("z").count }
    let next = clock.measure { for _ in 0..<10 { _ = finder.found("zq") } }
    #expect(count > 0 && count < 400)
    #expect(first < .milliseconds(400) && next < .milliseconds(200), "\(first) \(next)")
  }

  @Test("typing on the login screen shortens the list, Enter goes on, Esc shows everybody again")
  func screen() throws {
    let rig = try Rig(.listed)
    let all = try rig.backstage.store.accounts().filter(\.person.active)
    rig.type("qe")
    #expect(rig.text.contains("钱二") && !rig.text.contains("陈秘"), "\(rig.text)")
    #expect(rig.text.contains("查找 qe"))
    rig.press(.escape)
    #expect(rig.text.contains("陈秘"))
    rig.type("nobody")
    #expect(rig.text.contains("名单上没有这样的人"))
    rig.press(.control("u"))
    rig.type("shenbin")
    let officer = try #require(all.first { $0.person.id == "shenbin" })
    let district = try #require(officer.person.district)
    let name = try #require(Parameters.hangzhou.district(district)?.name.zh)
    #expect(rig.text.contains("区县局  \(name)"), "\(rig.text)")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "login/passphrase")
  }
}
