import Foundation
import Procedure
import Testing
import Vault

@testable import Store

@Suite("V5: papers kept whole")
struct KeptPaperTests {
  private static let id: CaseID = "HZ26-0001"

  private static func paper(
    _ world: StoreWorld, _ room: RoomID, number: String? = nil, kind: String = "letter",
    in id: CaseID? = id, bytes: Int = 700_000
  ) -> NewPaper {
    NewPaper(
      kind: kind, title: "机密告知书", number: number, day: world.time.clock.now().day, room: room,
      in: id,
      files: [
        .init(name: "告知书.docx", data: Bytes.random(bytes)),
        .init(name: "告知书.txt", data: Data("受文者".utf8)),
      ])
  }

  @Test("V5: printed again it is the same bytes, for those who read its room and for nobody else")
  func same() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.toHandedIn(Self.id, sheets: StoreWorld.panel.map { ($0, StoreWorld.sheet()) })
    try world.open(Self.id)
    let new = Self.paper(world, .consensus(Self.id), kind: "consensusRecord")
    let name = try world.store.keep(new, by: world.leader)
    for person in [StoreWorld.office, StoreWorld.panel[2]] {
      let row = try #require(try world.store.paper(name, by: world[person]))
      let paper = try #require(row.paper)
      #expect(paper.title == "机密告知书" && row.by == StoreWorld.panel[0] && row.dossier == Self.id)
      #expect(
        try paper.files.map { try world.store.bytes(of: $0, in: row) } == new.files.map(\.data))
    }
    let officer = try world.officer(of: Self.id)
    let sealed = try #require(try world.store.paper(name, by: officer))
    #expect(sealed.paper == nil && sealed.room == .consensus(Self.id))
    #expect(try world.store.papers(of: Self.id, limit: 9, by: officer).map(\.paper) == [nil])
    #expect(try world.store.check().isSound && world.store.check(by: world.office).isSound)
  }

  @Test("V5: neither title nor contents of a kept paper lie readable in the store's folder")
  func sealed() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    try world.store.keep(Self.paper(world, .material(Self.id)), by: world.office)
    let files = try FileManager.default.subpathsOfDirectory(atPath: world.directory.path)
    for name in files {
      let url = world.directory.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: url) else { continue }
      #expect(data.range(of: Data("机密告知书".utf8)) == nil, "\(name)")
      #expect(data.range(of: Data("受文者".utf8)) == nil, "\(name)")
    }
  }

  @Test("V5: what is of many cases the bureau keeps, and supervision reads it")
  func bureau() throws {
    let world = try StoreWorld()
    let new = Self.paper(world, .bureau, number: "杭市监质〔2026〕1号", kind: "minutes", in: nil)
    let name = try world.store.keep(new, by: world.office)
    try world.settleAll()
    for person in [StoreWorld.office, StoreWorld.supervisor] {
      let row = try #require(try world.store.paper(name, by: world[person]))
      #expect(row.paper?.number == "杭市监质〔2026〕1号" && row.dossier == nil)
    }
    #expect(try world.store.paper(name, by: world.leader)?.paper == nil)
    #expect(throws: Refusal(.K, .needsRole(.secretariat))) {
      try world.store.keep(Self.paper(world, .bureau, in: nil), by: world.leader)
    }
    #expect(
      try world.store.check().isSound && world.store.check(by: world[StoreWorld.supervisor]).isSound
    )
    #expect(try world.store.check(by: world.leader).unread > 0)
    try world.store.rebuild()
    #expect(try world.store.check(by: world.office).isSound)
  }

  @Test("V5: a paper of supervision's own is read by supervision alone")
  func supervision() throws {
    let world = try StoreWorld()
    let supervisor = world[StoreWorld.supervisor]
    let name = try world.store.keep(Self.paper(world, .supervision, in: nil), by: supervisor)
    #expect(try world.store.paper(name, by: supervisor)?.paper?.title == "机密告知书")
    #expect(try world.store.paper(name, by: world.office) == nil)
    #expect(try world.store.check(by: supervisor).isSound)
  }

  @Test("K: a number used once is refused at commit, and nothing of the refused act is left")
  func numbers() throws {
    let world = try StoreWorld()
    var head = Letterhead()
    head.prefix = "杭市监质"
    try world.store.perform(.cycle(.setLetterhead(head)), by: world.office)
    let today = world.time.clock.now().day
    func next() throws -> String? { try world.store.nextNumber(on: today, by: world.office) }
    #expect(try next() == "杭市监质〔2026〕1号")
    let files = world.directory.appendingPathComponent("files")
    let paper = Self.paper(world, .bureau, number: "杭市监质〔2026〕1号", kind: "list", in: nil)
    try world.store.keep(paper, by: world.office)
    #expect(try next() == "杭市监质〔2026〕2号")
    let before = try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
    let other = Self.paper(world, .bureau, number: "杭市监质〔2026〕1号", kind: "minutes", in: nil)
    #expect(throws: Refusal.self) { try world.store.keep(other, by: world.office) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path).sorted() == before)
    try world.register(Self.id)
    try world.toQualification(Self.id)
    try world.store.perform(.qualify(false, reason: "有事故"), in: Self.id, by: world.office)
    #expect(throws: Refusal.self) {
      try world.store.perform(
        .sendLetter(.notQualified, number: "杭市监质〔2026〕1号"), in: Self.id, by: world.office)
    }
    let number = "杭市监质〔2026〕7号"
    try world.store.perform(
      [.dossier(Self.id, .sendLetter(.notQualified, number: number))],
      keeping: [Self.paper(world, .office(Self.id), number: number)], by: world.office)
    #expect(try world.store.papers(limit: 1, by: world.office).first?.paper?.number == number)
    #expect(try next() == "杭市监质〔2026〕8号")
  }

  @Test("K: a number that a paper of a case was kept under is neither offered nor taken again")
  func numbersOfCases() throws {
    let world = try StoreWorld()
    var head = Letterhead()
    head.prefix = "杭市监质"
    try world.store.perform(.cycle(.setLetterhead(head)), by: world.office)
    let today = world.time.clock.now().day
    try world.register(Self.id)
    try world.register("HZ26-0002")
    try world.toQualification("HZ26-0002")
    let number = "杭市监质〔2026〕1号"
    try world.store.keep(Self.paper(world, .office(Self.id), number: number), by: world.office)
    #expect(
      try world.store.nextNumber(on: today, by: world.office) == "杭市监质〔2026〕2号")
    let other = Self.paper(world, .office("HZ26-0002"), number: number, in: "HZ26-0002")
    #expect(throws: Refusal.self) { try world.store.keep(other, by: world.office) }
    // So it is for who has not looked at the case since they logged in.
    func fresh() -> Session { Session(person: StoreWorld.office, keys: world.office.ring.keys) }
    #expect(try world.store.nextNumber(on: today, by: fresh()) == "杭市监质〔2026〕2号")
    #expect(throws: Refusal.self) { try world.store.keep(other, by: fresh()) }
    #expect(throws: Refusal.self) {
      try world.store.perform(
        .inquire(.qualification, department: "市局", question: "？", number: number, sent: nil),
        in: "HZ26-0002", by: fresh())
    }
    // The act that it was printed for still takes it.
    try world.toQualification(Self.id)
    try world.store.perform(.qualify(false, reason: "有事故"), in: Self.id, by: world.office)
    try world.store.perform(
      .sendLetter(.notQualified, number: number), in: Self.id, by: world.office)
  }

  @Test("V5: a paper is found behind any number of later ones, and each is opened once")
  func found() throws {
    let world = try StoreWorld()
    let first = Self.paper(world, .bureau, number: "1", kind: "notice", in: nil, bytes: 9)
    let name = try world.store.keep(first, by: world.office)
    for number in 2...60 {
      try world.store.keep(
        Self.paper(world, .bureau, number: "\(number)", kind: "notice", in: nil, bytes: 9),
        by: world.office)
    }
    try world.register(Self.id)
    try world.store.keep(Self.paper(world, .office(Self.id)), by: world.office)
    let found = try world.store.paper(in: .bureau, of: nil, by: world.office) {
      $0.paper?.number == "1"
    }
    #expect(found?.id == name)
    let opened = world.office.bureauActs.count
    #expect(opened == 60)
    _ = try world.store.nextNumber(on: world.time.clock.now().day, by: world.office)
    #expect(world.office.bureauActs.count == opened)
    #expect(
      try world.store.paper(in: .consensus(Self.id), of: Self.id, by: world.office) { _ in true }
        == nil)
  }

  @Test("V5: an altered or missing file of a kept paper is named, to who may read it by its name")
  func damaged() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    let name = try world.store.keep(Self.paper(world, .material(Self.id)), by: world.office)
    let row = try #require(try world.store.paper(name, by: world.office))
    let file = try #require(row.paper?.files.first)
    let url = world.directory.appendingPathComponent("files/\(file.file)")
    var data = try Data(contentsOf: url)
    data[data.count / 2] ^= 1
    try data.write(to: url)
    #expect(throws: StoreFault.damaged(.attachment)) { try world.store.bytes(of: file, in: row) }
    #expect(try world.store.check().findings == [.attachmentDamaged(file.file)])
    #expect(
      try world.store.check(by: world.office).findings == [
        .attachmentDamaged(file.file), .paperDamaged(at: row.position, "告知书.docx"),
      ])
  }

  @Test("V5: what is swept away is none of a kept paper's files")
  func swept() throws {
    let world = try StoreWorld()
    try world.register(Self.id)
    let name = try world.store.keep(Self.paper(world, .material(Self.id)), by: world.office)
    let row = try #require(try world.store.paper(name, by: world.office))
    for file in row.paper?.files ?? [] {
      let url = world.directory.appendingPathComponent("files/\(file.file)")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -86_400)], ofItemAtPath: url.path)
    }
    #expect(try world.store.sweepFiles() == 0)
    #expect(try world.store.bytes(of: #require(row.paper?.files.last), in: row) == Data("受文者".utf8))
  }
}
