import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// A missing key names who can give it.
@Suite("Who gives a key")
struct KeyGiversTests {
  private func context(supervisors: Int) -> Context {
    var cycle = CycleState()
    var people = [
      Person(id: "chenmi", name: "陈秘", roles: [.secretariat]),
      Person(id: "linban", name: "林办", roles: [.secretariat]),
      Person(id: "zhaoyi", name: "赵一", roles: [.expert]),
    ]
    people += [Person(id: "hejian", name: "何监", roles: [.supervisor])].prefix(supervisors)
    for person in people {
      cycle.apply(.personInvited(person: person))
      cycle.apply(.personConfirmed(person: person.id, fingerprint: ""))
    }
    return Context(
      language: .chinese, now: Moment(day: Day("2026-09-14")!, hour: 9), person: "chenmi",
      cycle: cycle, size: Size(width: 120, height: 36))
  }

  @Test("without a confirmed supervisor it is said where one is entered")
  func noSupervision() {
    let words = Notices.sentence(StoreFault.keyMissing("supervision"), context(supervisors: 0))
    #expect(words.zh == "监督组尚未设立，请秘书处在 设置 → 人员 登记")
  }

  @Test("every room and group names somebody but the one who asks")
  func everyScope() {
    let rooms: [RoomID] = [
      .material("c"), .onSite("c"), .consensus("c"), .office("c"), .draft("c", "zhaoyi"),
      .sheet("c", "zhaoyi", revision: 1), .result(year: 2026),
    ]
    let groups: [GroupID] = [.secretariat, .district("330106"), .results(year: 2026)]
    let context = context(supervisors: 1)
    for scope in rooms.map(\.rawValue) + groups.map(\.rawValue) {
      let words = Notices.sentence(StoreFault.keyMissing(scope), context)
      #expect(["林办", "赵一", "何监"].contains(where: words.zh.contains), "\(scope)")
      #expect(!words.zh.contains("陈秘"), "\(scope)")
      #expect(!words.en.isEmpty)
    }
  }
}
