import Criteria
import Foundation
import Procedure
import Testing

@testable import Demo
@testable import Store

@Suite("Demo: one fictitious cycle, made by the commands that people use")
struct DemoTests {
  @Test("P1: of a demo that is stopped nothing is left, and what stood there stays")
  func stopped() throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-\(UUID().uuidString)")
    #expect(throws: StoreFault.stopped) {
      try Demo.build(at: directory, stage: .application) { done, _ in done < 3 }
    }
    #expect(!FileManager.default.fileExists(atPath: directory.path))
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appendingPathComponent("own.txt")
    try Data("own".utf8).write(to: file)
    #expect(throws: StoreFault.notEmpty(directory.path)) {
      try Demo.build(at: directory, stage: .application)
    }
    #expect(try Data(contentsOf: file) == Data("own".utf8))
  }

  @Test(
    "every stage has 25 people who can log in and 25 cases in 13 districts, each with its officer",
    arguments: DemoStage.allCases)
  func cast(stage: DemoStage) throws {
    let store = try DemoBuilds.open(stage)
    #expect(try store.title().isDemo)
    let accounts = try store.accounts()
    #expect(accounts.count == 25)
    #expect(accounts.allSatisfy { $0.standing == .confirmed })
    for account in stage == .listed ? accounts : [] { _ = try store.signIn(account.person.id) }
    let rows = try store.allRows(try store.signIn("chenmi"))
    #expect(rows.count == 25)
    let districts = Set(rows.map(\.application.district))
    #expect(districts.count == 13)
    #expect(districts == Set(accounts.compactMap(\.person.district)))
  }

  @Test("fresh: nobody has begun a review")
  func fresh() throws {
    let store = try DemoBuilds.open(.fresh)
    let session = try store.signIn("chenmi")
    for row in try store.allRows(session) {
      let dossier = try store.dossier(row.application.id, by: session)
      #expect(dossier.sheets.isEmpty)
      #expect(row.stage <= .independentReview || row.stage.isEnd)
    }
    let duties = try store.queueRow("HZ26-0031", by: store.signIn("zhaoyi")).duties
    #expect(duties == [.review])
  }

  @Test("reviewed: all five sheets of HZ26-0019 are in, 18 items of HZ26-0031 are marked")
  func reviewed() throws {
    let store = try DemoBuilds.open(.reviewed)
    let leader = try store.signIn("zhaoyi")
    let row = try store.queueRow("HZ26-0019", by: leader)
    #expect((row.handedIn, row.assigned) == (5, 5))
    #expect(row.duties == [.askOpening])
    let own = try store.queueRow("HZ26-0031", by: leader)
    #expect(own.marked == 18)
    #expect(try store.draft(of: "HZ26-0031", by: leader).sheet.marked == 18)
    let idle = try store.queueRow("HZ26-0044", by: leader)
    #expect(idle.duties == [.review] && idle.marked == nil)
    #expect(idle.due == Day("2026-09-16"))
  }

  @Test("P5: sheet A is 549.75, the panel by median 552.75")
  func panelFive() throws {
    let store = try DemoBuilds.open(.consensus)
    let leader = try store.signIn("zhaoyi")
    let session = try #require(try store.dossier("HZ26-0019", by: leader).consensus)
    let sheet = try #require(session.sheets["zhaoyi"])
    #expect(Scorecard(sheet.percentages, edition: .shipped).total == Points(hundredths: 54975))
    #expect(session.sheets["qianer"]?.percentages["4.7.7"] == nil)
    let margin = GateMargin(
      session.marks(in: .shipped), line: Parameters.hangzhou.materialLine)
    #expect(margin.totalByMedian == Fraction(55275, 100))
    #expect(session.settlements.isEmpty)
  }

  @Test("consensus: 14 of 23 items of HZ26-0007 are settled, the range of 4.2.3 is 35")
  func consensus() throws {
    let store = try DemoBuilds.open(.consensus)
    let dossier = try store.dossier("HZ26-0007", by: store.signIn("zhaoyi"))
    let session = try #require(dossier.consensus)
    #expect(session.settlements.count == 14)
    let item = try #require(Edition.shipped.item("4.2.3"))
    #expect(session.agreement(on: item).range == 35)
    #expect(session.settled("4.2.3") == nil)
  }

  @Test("onsite: 549.75 and 550 are finished, a visit is under way")
  func onSite() throws {
    let store = try DemoBuilds.open(.onsite)
    let session = try store.signIn("chenmi")
    let below = try store.dossier("HZ26-0010", by: session)
    let above = try store.dossier("HZ26-0011", by: session)
    #expect(below.stage == .leadersMeeting && above.stage == .leadersMeeting)
    #expect(below.materialTotal == Points(hundredths: 54975))
    #expect(above.materialTotal == Points(hundredths: 55000))
    let visited = try store.dossier("HZ26-0013", by: store.signIn("zhengqi"))
    let visit = try #require(visited.visit)
    let outcomes = visit.checks.compactMap { visit.tick($0.id)?.finding.outcome }
    #expect(Set(outcomes) == [.met, .partly, .unmet])
    #expect(!visit.unticked.isEmpty)
    #expect(visit.agenda.contains(where: \.done) && !visit.agenda.allSatisfy(\.done))
    #expect(visit.proposals.count == 5 && visit.settlements.isEmpty)
  }

  @Test("scored: totals on site lie exactly at and beside the tiers")
  func scored() throws {
    let store = try DemoBuilds.open(.scored)
    let session = try store.signIn("chenmi")
    let expected: [(CaseID, Int, Int?)] = [
      ("HZ26-0001", 64125, 1), ("HZ26-0004", 62000, 1), ("HZ26-0005", 61975, 2),
      ("HZ26-0006", 60000, 3), ("HZ26-0009", 58350, nil),
    ]
    for (id, hundredths, rank) in expected {
      let total = try #require(try store.dossier(id, by: session).siteTotal)
      #expect(total == Points(hundredths: hundredths))
      #expect(Parameters.hangzhou.tier(of: total)?.rank == rank)
    }
    let untouched = try store.dossier("HZ26-0019", by: session)
    #expect(untouched.stage == .consensus)
    #expect(untouched.consensus?.settlements.isEmpty == true)
  }

  @Test("scored: a case in every stage but the two ends that come later")
  func stages() throws {
    let store = try DemoBuilds.open(.scored)
    let counts = try store.counts(by: store.signIn("chenmi"))
    #expect(Set(counts.stages.keys) == Set(Stage.allCases).subtracting([.terminated, .revoked]))
  }

  @Test("two builds give the same rows, people and totals, in a few seconds")
  func sameEveryTime() throws {
    let one = try DemoBuilds.open(.listed)
    let start = ContinuousClock.now
    let other = try DemoBuilds.build(.listed)
    let time = ContinuousClock.now - start
    print("the whole demo was made in \(time)")
    // A machine that is shared may take several times as long as one that is not.
    #expect(time < .seconds(60))
    #expect(try one.accounts().map(\.person) == other.accounts().map(\.person))
    for person in ["chenmi", "zhaoyi", "zhengqi", "taoxi"] as [PersonID] {
      let (a, b) = (try one.signIn(person), try other.signIn(person))
      let rows = try one.allRows(a)
      #expect(rows == (try other.allRows(b)))
      for row in rows {
        let id = row.application.id
        let (left, right) = (try one.dossier(id, by: a), try other.dossier(id, by: b))
        #expect(left.materialTotal == right.materialTotal)
        #expect(left.siteTotal == right.siteTotal)
        #expect(left.consensus == right.consensus)
      }
    }
  }

  @Test(
    "a stage that a longer demo passes is the stage built by itself",
    arguments: [.qualification, .reviewed] as [DemoStage])
  func passed(stage: DemoStage) throws {
    let (passed, alone) = (try DemoBuilds.open(stage), try DemoBuilds.build(stage))
    let (left, right) = try (acts(passed), acts(alone))
    #expect(left.count > 100)
    #expect(left == right)
    let (a, b) = (try passed.signIn("chenmi"), try alone.signIn("chenmi"))
    #expect(try passed.allRows(a) == alone.allRows(b))
  }

  /// What was done, when and by whom; ids, keys and seals differ from store to store.
  private func acts(_ store: Store) throws -> [String] {
    try store.read { try LogTable.entries($0, after: 0) }.map {
      "\($0.entry.time) \($0.entry.author) \($0.entry.kind)"
    }
  }

  @Test("R5: who advised an applicant is kept from its review")
  func conflict() throws {
    let store = try DemoBuilds.open(.scored)
    let dossier = try store.dossier("HZ26-0017", by: store.signIn("chenmi"))
    #expect(dossier.stepsBack("chushi"))
    #expect(!dossier.designated.contains("chushi"))
    let person = try #require(try store.cycle().people["chushi"])
    #expect(
      person.recordedConflict(with: dossier.application) == .consultancy(dossier.application.name))
  }

  @Test(
    "check finds nothing, whoever looks",
    arguments: ["chenmi", "hejian", "taoxi", "zhaoyi", "zhengqi"] as [PersonID])
  func sound(person: PersonID) throws {
    let store = try DemoBuilds.open(.listed)
    #expect(try store.check(by: store.signIn(person)).findings == [])
  }

  @Test("check finds nothing in any stage", arguments: DemoStage.allCases)
  func everyStageSound(stage: DemoStage) throws {
    let store = try DemoBuilds.open(stage)
    #expect(try store.check(by: store.signIn("chenmi")).findings == [])
  }

  @Test(
    "the log's times run forward, from spring to the stage's last day",
    arguments: [
      (.application, "2026-06-12"), (.qualification, "2026-07-17"), (.fresh, "2026-08-24"),
      (.reviewed, "2026-09-14"), (.consensus, "2026-09-14"), (.onsite, "2026-10-26"),
      (.scored, "2026-10-26"), (.proposed, "2026-11-19"), (.listed, "2026-12-14"),
    ] as [(DemoStage, String)])
  func times(stage: DemoStage, last: String) throws {
    let store = try DemoBuilds.open(stage)
    let entries = try store.read { try LogTable.entries($0, after: 0) }
    let times = entries.map(\.entry.time)
    #expect(times == times.sorted())
    #expect(times.first?.day == Day("2026-04-13"))
    #expect(times.last?.day == Day(last))
    #expect(times.allSatisfy { (7...21).contains($0.hour) })
  }
}
