import Criteria
import Foundation
import Procedure
import Testing

@testable import Store

@Suite("One person's draft on several laptops is merged slot by slot")
struct DraftMergeTests {
  private let items = Laptops.items

  @Test("what was written on one is on the other after they met, and nothing was turned back")
  func carried() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[1].write(items[1], Laptops.review(40))
    try laptops[1].change(.head) { $0.head.overall = "总评" }
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      let draft = try laptop.draft
      #expect(draft.sheet.items[items[0]] == Laptops.review(60))
      #expect(draft.sheet.items[items[1]] == Laptops.review(40))
      #expect(draft.sheet.head.overall == "总评")
      #expect(draft.others.isEmpty && !draft.isTurnedBack && !draft.isElsewhere)
      #expect(try laptop.store.progress(of: Laptops.id)[Laptops.person] == 2)
      try laptop.check()
    }
    // What is written on is the later one, whoever wrote it before.
    try laptops[0].write(items[1], Laptops.review(45))
    try laptops.meet(1, 0)
    for laptop in laptops.all {
      #expect(try laptop.states(items[1]) == [Laptops.review(45)])
      try laptop.check()
    }
  }

  @Test("the report counts what was taken and what stands twice")
  func report() throws {
    let laptops = try Laptops(2)
    let stick = try laptops.copies.folder()
    try laptops[0].write(items[0], Laptops.review(60))
    #expect(try laptops[0].exchange(stick).drafts == DraftsReport())
    try laptops[1].write(items[0], Laptops.review(70))
    let trial = try laptops[1].store.exchange(with: stick, by: laptops[1].session, isTrial: true)
    let report = try laptops[1].exchange(stick)
    #expect(report.drafts.taken == [Laptops.id] && report.drafts.twice == [Laptops.id])
    #expect(trial.drafts == report.drafts)
    #expect(report.drafts.refused == 0 && report.isSound)
    // The second time nothing is new, and it still stands twice.
    let again = try laptops[1].exchange(stick)
    #expect(again.drafts.taken.isEmpty && again.drafts.twice == [Laptops.id])
  }

  @Test("changed on both it stands twice on both until one is chosen", arguments: [0, 1])
  func twice(chooser: Int) throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60, "甲"))
    try laptops[1].write(items[0], Laptops.review(70, "乙"))
    try laptops.meet(0, 1)
    // One's own stands first.
    #expect(
      try laptops[0].states(items[0]) == [Laptops.review(60, "甲"), Laptops.review(70, "乙")])
    #expect(
      try laptops[1].states(items[0]) == [Laptops.review(70, "乙"), Laptops.review(60, "甲")])
    for laptop in laptops.all {
      #expect(try laptop.store.progress(of: Laptops.id)[Laptops.person] == 1)
      let twice = #expect(throws: DraftStandsTwice.self) { try laptop.handIn() }
      #expect(twice?.slots == [.item(items[0])])
      try laptop.check()
    }
    // Writing on does not choose.
    try laptops[0].write(items[0], Laptops.review(65, "甲"))
    #expect(
      try laptops[0].states(items[0]) == [Laptops.review(65, "甲"), Laptops.review(70, "乙")])
    try laptops.meet(0, 1)
    #expect(
      try Set(laptops[1].states(items[0])) == [Laptops.review(65, "甲"), Laptops.review(70, "乙")])
    try laptops[chooser].choose(items[0], Laptops.review(70, "乙"))
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      #expect(try laptop.states(items[0]) == [Laptops.review(70, "乙")])
      try laptop.check()
    }
  }

  @Test("the same written on both is one; the head stands twice like an item")
  func same() throws {
    let laptops = try Laptops(2)
    for laptop in laptops.all { try laptop.write(items[0], Laptops.review(60)) }
    try laptops[0].change(.head) { $0.head.hours = 3 }
    try laptops[1].change(.head) { $0.head.hours = 4 }
    try laptops.meet(0, 1)
    for (laptop, hours) in zip(laptops.all, [[3, 4], [4, 3]]) {
      let draft = try laptop.draft
      #expect(try laptop.states(items[0]) == [Laptops.review(60)])
      #expect(draft.others.slots == [.head])
      #expect(([draft.sheet] + (draft.others[.head] ?? [])).map(\.head.hours) == hours)
    }
  }

  @Test("a choice made over what somebody has not seen is no choice: both are shown")
  func choiceUnseen() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[1].write(items[0], Laptops.review(70))
    let before = try laptops[0].draft
    try laptops.meet(0, 1)
    // A window that was open since before writes on without knowing.
    var sheet = before.sheet
    sheet.items[items[0]] = Laptops.review(65)
    try laptops[0].store.save(
      [.item(items[0])], of: sheet, others: [:], over: before.sheet, besides: [:],
      in: Laptops.id, by: laptops[0].session)
    #expect(try laptops[0].states(items[0]) == [Laptops.review(65), Laptops.review(70)])
    // Another window chose meanwhile: what this one knows of is gone, and it is told.
    let seen = try laptops[0].draft
    try laptops[0].choose(items[0], Laptops.review(70))
    #expect(throws: DraftConflict.self) {
      try laptops[0].store.save(
        [.item(items[0])], of: seen.sheet, others: [:], over: seen.sheet, besides: seen.others,
        in: Laptops.id, by: laptops[0].session)
    }
  }

  @Test("a choice that was taken back stands twice again, here and on the other")
  func choiceUndone() throws {
    let laptops = try Laptops(2)
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[1].write(items[0], Laptops.review(70))
    try laptops.meet(0, 1)
    let before = try laptops[0].draft
    try laptops[0].choose(items[0], Laptops.review(70))
    try laptops.meet(0, 1)
    let chosen = try laptops[0].draft
    try laptops[0].store.save(
      [.item(items[0])], of: before.sheet, others: before.others, over: chosen.sheet,
      besides: chosen.others, in: Laptops.id, by: laptops[0].session)
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      #expect(try Set(laptop.states(items[0])) == [Laptops.review(60), Laptops.review(70)])
      try laptop.check()
    }
  }

  @Test("started on both before they met: two keys, and all of it opens on both")
  func startedApart() throws {
    let laptops = try Laptops(2, startsApart: true)
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[1].write(items[1], Laptops.review(40))
    try laptops[0].write(items[2], Laptops.review(50))
    try laptops[1].write(items[2], Laptops.review(55))
    try laptops.meet(0, 1)
    for laptop in laptops.all {
      let draft = try laptop.draft
      #expect(draft.sheet.marked == 3 && !draft.isTurnedBack)
      #expect(draft.others.slots == [.item(items[2])])
      let keys = try laptop.store.replayed(Laptops.id, by: laptop.session).rooms.keys(
        of: .draft(Laptops.id, Laptops.person))
      #expect(keys.count == 2)
    }
    // What is written afterwards opens everywhere, too.
    try laptops[0].choose(items[2], Laptops.review(50))
    try laptops[1].write(items[3], Laptops.review(30))
    try laptops.meet(1, 0)
    for laptop in laptops.all {
      #expect(try laptop.draft.sheet.marked == 4 && laptop.draft.others.isEmpty)
      #expect(try laptop.store.check(by: laptop.session).findings.others == [])
    }
  }

  @Test("a review that was started elsewhere is empty here until something comes, and sound")
  func startedElsewhere() throws {
    let laptops = try Laptops(2)
    let third = try laptops.copies.copy()
    // A copy made before the start knows of it by the log alone.
    let late = Laptop(third.store, third[Laptops.person], keeping: third)
    try late.store.writeTaken { try $0.execute(sql: "DELETE FROM draft; DELETE FROM progress") }
    var draft = try late.draft
    #expect(draft.isElsewhere && !draft.isTurnedBack && draft.sheet == Sheet())
    try late.check()
    try late.write(items[5], Laptops.review(20))
    draft = try late.draft
    #expect(!draft.isElsewhere && !draft.isTurnedBack && draft.sheet.marked == 1)
    try late.check()
    let stick = try laptops.copies.folder()
    try laptops[0].write(items[0], Laptops.review(60))
    try laptops[0].exchange(stick)
    try late.exchange(stick)
    #expect(try late.draft.sheet.marked == 2 && late.draft.others.isEmpty)
    try late.check()
  }

  @Test("three laptops in any order lose nothing and come to the same", arguments: 1...12)
  func random(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let laptops = try Laptops(3)
    var oracle = DraftOracle(laptops: 3)
    for _ in 0..<14 {
      let place = Int.random(in: 0..<3, using: &chance)
      switch Int.random(in: 0..<4, using: &chance) {
      case 0:
        let other = (place + Int.random(in: 1..<3, using: &chance)) % 3
        try laptops.meet(place, other)
        oracle.meet(place, other)
      case 1:
        let item = items[Int.random(in: 0..<3, using: &chance)]
        let states = try laptops[place].states(item)
        guard states.count > 1 else { continue }
        let last = states[states.count - 1]
        try laptops[place].choose(item, last)
        oracle.choose(last, in: item, on: place)
      default:
        let item = items[Int.random(in: 0..<3, using: &chance)]
        let first = try laptops[place].states(item)[0]
        let next = Laptops.review(40, oracle.nextText)
        try laptops[place].write(item, next)
        oracle.write(next, over: first, in: item, on: place)
      }
      for (number, laptop) in laptops.all.enumerated() {
        let draft = try laptop.draft
        for item in items[0..<3] {
          #expect(Set(Laptop.states(item, draft)) == oracle.states(item, on: number))
        }
      }
    }
    for (one, other) in [(0, 1), (1, 2), (0, 1)] {
      try laptops.meet(one, other)
      oracle.meet(one, other)
    }
    for laptop in laptops.all {
      for item in items[0..<3] {
        #expect(try Set(laptop.states(item)) == oracle.states(item, on: 0))
      }
      #expect(try !laptop.draft.isTurnedBack)
      try laptop.check()
    }
  }

  @Test("bookmarks set or taken away on either are so on both; the later place counts")
  func reading() throws {
    func passage(_ number: Int) -> Passage {
      Passage(kind: .selfEvaluation, item: "4.1.2", words: "第 \(number) 段")
    }
    let laptops = try Laptops(2)
    func change(_ place: Int, _ body: (inout Reading) -> Void) throws {
      let laptop = laptops[place]
      var reading = try laptop.store.reading(of: Laptops.id, by: laptop.session)
      body(&reading)
      try laptop.store.keep(reading, in: Laptops.id, by: laptop.session)
    }
    func readings() throws -> [Reading] {
      try laptops.all.map { try $0.store.reading(of: Laptops.id, by: $0.session) }
    }
    try change(0) {
      for number in 1...3 { _ = $0.toggle(passage(number)) }
      $0.read(until: passage(3))
    }
    try laptops.meet(0, 1)
    #expect(try readings()[0] == readings()[1])
    #expect(try readings()[1].bookmarks.count == 3)
    // One is taken away here while others are set there, one of them on both.
    try change(0) {
      _ = $0.toggle(passage(2))
      _ = $0.toggle(passage(5))
    }
    try change(1) {
      for number in 4...5 { _ = $0.toggle(passage(number)) }
      $0.read(until: passage(9))
    }
    for _ in 0..<2 {
      try laptops.meet(1, 0)
      for reading in try readings() {
        #expect(Set(reading.bookmarks) == Set([1, 3, 4, 5].map(passage)))
        #expect(reading.until == passage(9))
      }
    }
    for laptop in laptops.all { try laptop.check() }
  }

  @Test("a screen that stood open takes no bookmark away that came meanwhile")
  func readingMeanwhile() throws {
    func passage(_ number: Int) -> Passage {
      Passage(kind: .selfEvaluation, item: "4.1.2", words: "第 \(number) 段")
    }
    func keep(_ reading: Reading, _ laptop: Laptop) throws {
      try laptop.store.keep(reading, in: Laptops.id, by: laptop.session)
    }
    let laptops = try Laptops(2)
    var open = try laptops[0].store.reading(of: Laptops.id, by: laptops[0].session)
    for number in 1...2 { _ = open.toggle(passage(number)) }
    try keep(open, laptops[0])
    var there = Reading()
    _ = there.toggle(passage(7))
    try keep(there, laptops[1])
    try laptops.meet(0, 1)
    _ = open.toggle(passage(1))
    _ = open.toggle(passage(3))
    try keep(open, laptops[0])
    let kept = try laptops[0].store.reading(of: Laptops.id, by: laptops[0].session)
    #expect(Set(kept.bookmarks) == Set([2, 3, 7].map(passage)))
  }
}

/// What drafts come to, told by sets of changes instead of counters.
private struct DraftOracle {
  private struct Copy {
    var known: Set<Int> = [0]
    var live: [ItemID: [Int: ItemReview]] = [:]
  }
  private var copies: [Copy]
  private var last = 0
  private let items = Laptops.items[0..<3]

  init(laptops: Int) {
    var start = Copy()
    for item in items { start.live[item] = [0: ItemReview()] }
    copies = Array(repeating: start, count: laptops)
  }

  var nextText: String { "第 \(last + 1) 改" }

  func states(_ item: ItemID, on place: Int) -> Set<ItemReview> {
    Set((copies[place].live[item] ?? [:]).values)
  }

  mutating func write(
    _ next: ItemReview, over first: ItemReview, in item: ItemID, on place: Int
  ) {
    last += 1
    copies[place].live[item] = copies[place].live[item]?.filter { $0.value != first }
    copies[place].live[item]?[last] = next
    copies[place].known.insert(last)
  }

  mutating func choose(_ review: ItemReview, in item: ItemID, on place: Int) {
    last += 1
    copies[place].live[item] = [last: review]
    copies[place].known.insert(last)
  }

  mutating func meet(_ one: Int, _ other: Int) {
    let (a, b) = (copies[one], copies[other])
    var both = Copy(known: a.known.union(b.known))
    for item in items {
      let (mine, theirs) = (a.live[item] ?? [:], b.live[item] ?? [:])
      let (values, others) = (Set(mine.values), Set(theirs.values))
      both.live[item] = mine.filter { others.contains($0.value) || !b.known.contains($0.key) }
        .merging(
          theirs.filter { values.contains($0.value) || !a.known.contains($0.key) }
        ) { mine, _ in mine }
    }
    (copies[one], copies[other]) = (both, both)
  }
}
