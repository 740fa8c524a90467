import Criteria
import Foundation
import Procedure
import Testing

/// Files of the material: attached, replaced, removed before the closing day, entered late after it,
/// split otherwise (M1–M5, M7).
@Suite("M7: documents before and after the closing day")
struct DocumentRuleTests {
  private static let closing = World.call.until
  private static let late = CaseCommand.enterLate(Papers.file(), Papers.receipt)

  private func afterClosing(_ world: inout World) {
    world.wait(until: Self.closing.adding(days: 1))
  }

  @Test("M5: many files of one kind stand side by side, each by its number")
  func many() throws {
    var world = try World.at(.registered)
    for ordinal in 1...3 {
      try world.on(.attach(Papers.file(.evidence, ordinal)), as: Cast.officer)
    }
    #expect(world.dossier.documents.map(\.id) == ["evidence-1", "evidence-2", "evidence-3"])
    #expect(world.dossier.material.former.isEmpty)
  }

  @Test("M7: replaced and removed before the closing day, the old one kept as it was")
  func replaced() throws {
    var world = try World.at(.registered)
    let (first, second) = (Papers.file(), Papers.file(titled: "营业执照（新）"))
    try world.on(.attach(first), as: Cast.officer)
    try world.on(.attach(second), as: Cast.office)
    #expect(world.dossier.documents == [second])
    try world.on(.removeDocument(second.id), as: Cast.officer)
    #expect(world.dossier.documents.isEmpty)
    #expect(world.dossier.material.former.map(\.document) == [first, second])
    #expect(world.dossier.material.former.map(\.isReplaced) == [true, false])
    #expect(world.dossier.material.former.map(\.by) == [Cast.office, Cast.officer])
  }

  @Test("M7: after the closing day nothing is attached, replaced or removed")
  func frozen() throws {
    var world = try World.at(.registered)
    try world.on(.attach(Papers.file()), as: Cast.officer)
    afterClosing(&world)
    for command: CaseCommand in [
      .attach(Papers.file(.evidence, 3)), .attach(Papers.file()), .removeDocument("evidence-2"),
    ] {
      #expect(world.refusal(command, as: Cast.officer) == Refusal(.M7, .callOver(Self.closing)))
    }
    let checking = try World.at(.checking)
    for command: CaseCommand in [.attach(Papers.file()), .removeDocument("d-profile")] {
      #expect(checking.refusal(command, as: Cast.office) == Refusal(.M7, .frozen))
    }
  }

  @Test("M7: what was received in time is entered after the closing day, once")
  func lateEntry() throws {
    for person in [Cast.officer, Cast.office] {
      var world = try World.at(.checking)
      afterClosing(&world)
      try world.on(Self.late, as: person)
      #expect(world.dossier.material.receipts == ["evidence-2": Papers.receipt])
      #expect(
        world.refusal(Self.late, as: person) == Refusal(.M7, .documentStands("营业执照")))
      // What stands is never replaced then, whoever entered it when.
      var over = Papers.file()
      over.id = "d-profile"
      over.original = nil
      #expect(
        world.refusal(.enterLate(over, Papers.receipt), as: person)
          == Refusal(.M7, .documentStands("组织概述")))
    }
  }

  @Test("M7: late material stands on the watch list with the day and the receiver")
  func watched() throws {
    var world = try World.at(.checking)
    afterClosing(&world)
    try world.on(Self.late, as: Cast.officer)
    #expect(
      world.dossier.oddities(cycle: world.cycle, now: world.now).contains(
        .lateMaterial("营业执照", received: Self.closing, by: Papers.receipt.receivedBy)))
  }

  static let lateAttempts: [Attempt] = [
    Attempt(
      "before the closing day", at: .checking, late, by: Cast.officer,
      Refusal(.M7, .callRunning(closing), ours: true)),
    Attempt(
      "after the recommendation", at: .recommended, late, by: Cast.officer,
      Refusal(.M7, .wrongStage(.qualification))
    ) { $0.wait(until: closing.adding(days: 1)) },
    Attempt(
      "by another district", at: .checking, late, by: Cast.farOfficer,
      Refusal(.M7, .unknownDistrict)
    ) { $0.wait(until: closing.adding(days: 1)) },
    Attempt(
      "by an expert", at: .checking, late, by: Cast.third,
      Refusal(.M7, .needsRole(.districtOfficer))
    ) { $0.wait(until: closing.adding(days: 1)) },
    Attempt(
      "received too late", at: .checking,
      .enterLate(Papers.file(), LateReceipt(on: closing.adding(days: 1), by: "王平")),
      by: Cast.officer,
      Refusal(
        .M7, .notInTime(closing.adding(days: 1), Call(from: World.call.from, until: closing)))
    ) { $0.wait(until: closing.adding(days: 1)) },
    Attempt(
      "received by nobody", at: .checking,
      .enterLate(Papers.file(), LateReceipt(on: closing, by: "　")), by: Cast.officer,
      Refusal(.M7, .blank(.receiver))
    ) { $0.wait(until: closing.adding(days: 1)) },
    Attempt(
      "over the limit, which nobody could mend", at: .checking,
      .enterLate(Papers.file(.profile, 1, characters: 3_000), Papers.receipt), by: Cast.officer,
      Refusal(.M2, .material(.overLimit(.profile, count: 5_800, limit: 3_000)))
    ) { $0.wait(until: closing.adding(days: 1)) },
  ]

  @Test("M7: a late entry that may not be is refused", arguments: lateAttempts)
  func refusesLate(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("M7: whether late entry is allowed is a parameter, allowed by default")
  func parameter() throws {
    #expect(Parameters.hangzhou.lateEntry)
    var parameters = Parameters.hangzhou
    parameters.lateEntry = false
    var world = World.founded
    world.pretend(parameters)
    try world.bring(World.first, to: .checking)
    afterClosing(&world)
    #expect(
      world.refusal(Self.late, as: Cast.officer) == Refusal(.M7, .callOver(Self.closing)))
  }

  static let wrong: [(String, @Sendable (inout Document) -> Void, Refusal)] = [
    ("no title", { $0.title = " " }, Refusal(.M1, .blank(.title))),
    ("no file", { ($0.file, $0.original) = (nil, nil) }, Refusal(.M1, .blank(.name))),
    ("no number", { $0.ordinal = nil }, Refusal(.K, .blank(.number))),
    ("another's number", { $0.ordinal = 3 }, Refusal(.K, .blank(.number))),
    ("an unknown item", { $0.items = ["9.9.9"] }, Refusal(.M5, .unknownItem)),
    ("no pages", { $0.pages = 0 }, Refusal(.K, .badAmount)),
    ("no pieces", { $0.original?.piece = 0 }, Refusal(.K, .badAmount)),
  ]

  @Test("M5: a file that cannot be is refused", arguments: wrong.indices)
  func refusesWrong(_ index: Int) throws {
    let world = try World.at(.registered)
    var document = Papers.file()
    Self.wrong[index].1(&document)
    #expect(
      world.refusal(.attach(document), as: Cast.officer) == Self.wrong[index].2,
      "\(Self.wrong[index].0)")
  }

  // MARK: Splitting

  private static func correcting(_ id: DocumentID = "evidence-2") -> CaseCommand {
    .correctSplitting(id, [.assign(line: 3, items: ["4.1.2"])], sections: ["4.1.2"])
  }

  @Test("M3: the district corrects a splitting until it recommends, then the secretariat")
  func corrections() throws {
    var world = try World.at(.registered)
    try world.on(.attach(Papers.file()), as: Cast.officer)
    for command in [CaseCommand.fillForm(Papers.form), .countCopies(Papers.copies)] {
      try world.on(command, as: Cast.officer)
    }
    for document in Papers.documents { try world.on(.attach(document), as: Cast.officer) }
    #expect(
      world.refusal(Self.correcting(), as: Cast.office)
        == Refusal(.M7, .needsRole(.districtOfficer)))
    #expect(
      world.refusal(Self.correcting(), as: Cast.farOfficer) == Refusal(.M7, .unknownDistrict))
    try world.on(.submit, as: Cast.officer)
    // It is no change of material: also after the closing day.
    afterClosing(&world)
    try world.on(Self.correcting(), as: Cast.officer)
    let record = world.dossier.material.splittings["evidence-2"]
    #expect(record?.by == Cast.officer && record?.at == world.log.last?.moment)
    #expect(world.dossier.documents.first?.sections == ["4.1.2"])
    try world.on(.recommend(opinion: "同意", sealedOn: world.now.day), as: Cast.officer)
    #expect(
      world.refusal(Self.correcting(), as: Cast.officer)
        == Refusal(.M7, .needsRole(.secretariat)))
    try world.on(
      .correctSplitting("evidence-2", [], sections: []), as: Cast.office)
    #expect(world.dossier.material.splittings["evidence-2"]?.corrections == [])
  }

  @Test(
    "M3: only a file with a text is split; another text forgets what was said of the one before")
  func splitTexts() throws {
    var world = try World.at(.registered)
    try world.on(.attach(Papers.profile), as: Cast.officer)
    #expect(
      world.refusal(Self.correcting("d-profile"), as: Cast.officer) == Refusal(.M3, .noText))
    #expect(
      world.refusal(Self.correcting(), as: Cast.officer) == Refusal(.K, .unknownDocument))
    try world.on(.attach(Papers.file()), as: Cast.officer)
    try world.on(Self.correcting(), as: Cast.officer)
    try world.on(.attach(Papers.file(titled: "另一份")), as: Cast.officer)
    #expect(world.dossier.material.splittings.isEmpty)
  }

  @Test("an entry names the files of its document or paper, and no other kind names any")
  func files() {
    let file = Papers.file()
    #expect(Event.documentAttached(document: file).files == ["t2", "o2"])
    #expect(
      Event.documentReceived(document: file, receipt: Papers.receipt).files == ["t2", "o2"])
    #expect(Event.documentAttached(document: Papers.profile).files == ["b1"])
    for kind in EventKind.allCases {
      let names = kind == .documentAttached || kind == .documentReceived
      let most = kind == .paperKept ? 8 : names ? 2 : 0
      #expect(kind.files == (most > 0 ? 1...most : 0...0))
    }
    #expect(DocumentID("evidence-12").parts?.ordinal == 12)
    #expect(DocumentID("profile").parts?.kind == .profile)
    #expect(DocumentID("d-profile").parts == nil && DocumentID("evidence-1-2").parts == nil)
  }
}
