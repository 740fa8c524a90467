import Procedure
import Testing

/// Papers that are kept whole, and the numbers under which they go out.
@Suite("V5: kept papers and their numbers")
struct PaperRuleTests {
  private static let day = World.call.from

  static let attempts: [Attempt] = [
    Attempt(
      "by who cannot read the room", at: .opened,
      .keep(Papers.kept(.office(World.first), on: day)), by: Cast.leader,
      Refusal(.K, .notReadable(.office(World.first)))),
    Attempt(
      "an on-site examiner's in the consensus", at: .opened,
      .keep(Papers.kept(.consensus(World.first), on: day)), by: Cast.examiner,
      Refusal(.K, .notReadable(.consensus(World.first)))),
    Attempt(
      "supervision's own beside its room", at: .opened,
      .keep(Papers.kept(.office(World.first), on: day)), by: Cast.supervisor,
      Refusal(.K, .notReadable(.office(World.first)))),
    Attempt(
      "a correction of what did not go out", at: .opened,
      .correctPaper(
        PaperCorrection(.letter, .name, former: "甲", right: "乙", reason: "笔误")),
      by: Cast.office, Refusal(.V5, .nothingToCorrect)),
    Attempt(
      "under a number by a leader", at: .opened,
      .keep(Papers.kept(.consensus(World.first), on: day, number: "某〔2026〕1号")), by: Cast.leader,
      Refusal(.K, .needsRole(.secretariat))),
  ]

  @Test(
    "V5: nobody keeps a paper where they cannot read, or under a number that is not theirs",
    arguments: attempts)
  func refused(_ attempt: Attempt) throws { try attempt.verify() }

  @Test("V5: who works in a room keeps papers there, and the case goes on as before")
  func kept() throws {
    var world = try World.at(.opened)
    let before = world.dossier
    for (room, actor) in [
      (RoomID.office(World.first), Cast.office), (.consensus(World.first), Cast.leader),
      (.consensus(World.first), Cast.third), (.material(World.first), Cast.officer),
      (.result(year: 2026), Cast.office),
    ] {
      try world.on(.keep(Papers.kept(room, on: world.now.day)), as: actor)
    }
    try world.run(.keep(Papers.kept(.bureau, on: world.now.day)))
    try world.supervise(.keep(Papers.kept(.supervision, on: world.now.day)))
    #expect(world.dossier.stage == before.stage && world.dossier.consensus == before.consensus)
    #expect(world.replay() == world.dossier)
  }

  @Test("V5: a slip is corrected with its reason, and both versions stay")
  func corrected() throws {
    var world = try World.at(.listed)
    let wrong = PaperCorrection(
      .qualificationNotice, .number, former: "公示 1", right: "公示 7", reason: "编号打错")
    #expect(world.refusal(.correctPaper(wrong), as: Cast.supervisor) != nil)
    try world.on(.correctPaper(wrong), as: Cast.office)
    #expect(world.dossier.publicity.notice(.qualification)?.number == "公示 7")
    #expect(world.dossier.publicity.corrections.map(\.correction) == [wrong])
    let day = PaperCorrection(
      .list, .day, former: "2026-01-01", right: "2026-01-02", reason: "日期打错")
    #expect(world.refusal(.correctPaper(day), as: Cast.office) != nil)
    #expect(world.replay() == world.dossier)
  }

  @Test("P3: an answer is delivered after it was given, once; what came in time is entered later")
  func delivered() throws {
    var world = try World.at(.noticed)
    let came = world.now.day.adding(days: 1)
    let term = try #require(world.noticeTerm())
    world.wait(until: term.last.adding(days: 1))
    #expect(world.refusal(.receiveObjection(Papers.objection), as: Cast.office) != nil)
    try world.on(.receiveObjection(Papers.objection, received: came), as: Cast.office)
    let due = try #require(world.dossier.publicity.objections["o1"]?.due)
    #expect(
      due.last == world.cycle.calendar.term(days: 5, after: came, countFirst: false).last)
    let delivery = Delivery(.post, on: world.now.day)
    #expect(
      world.refusal(.deliverAnswer("o1", delivery), as: Cast.office)
        == Refusal(.P3, .unknownObjection))
    try world.on(.answerObjection("o1", isUpheld: false, answer: "不属实"), as: Cast.office)
    try world.on(.deliverAnswer("o1", delivery), as: Cast.office)
    #expect(world.dossier.publicity.objections["o1"]?.delivery == delivery)
    #expect(
      world.refusal(.deliverAnswer("o1", delivery), as: Cast.office)
        == Refusal(.P3, .alreadyDecided))
  }

  private static func refusal(
    _ command: CaseCommand, _ world: World, _ used: [UsedNumber]
  ) -> Refusal? {
    let desk = Desk(
      cycle: world.cycle, dossier: world.dossier, actor: Cast.office, now: world.now, numbers: used)
    do {
      _ = try decide(.dossier(World.first, command), on: desk)
      return nil
    } catch {
      return error
    }
  }

  @Test("K: a number goes out once; who stands on one notice shares it")
  func once() throws {
    let world = try World.at(.qualified)
    let publish = CaseCommand.publishNotice(.qualification, number: "公示 1")
    let today = world.now.day
    let letter = UsedNumber(.letter(.notQualified), "公示 1", on: today, in: World.second)
    #expect(Self.refusal(publish, world, [letter]) == Refusal(.K, .numberUsed(letter)))
    let notice = UsedNumber(.notice(.qualification), "公示 1", on: today, in: World.second)
    #expect(Self.refusal(publish, world, [notice]) == nil)
    let earlier = UsedNumber(
      .notice(.qualification), "公示 1", on: today.adding(days: -1), in: World.second)
    #expect(Self.refusal(publish, world, [earlier]) == Refusal(.K, .numberUsed(earlier)))
  }

  @Test("GB/T 9704: once the bureau said how its numbers begin, they are checked, and of this year")
  func form() throws {
    var world = try World.at(.qualified)
    try world.run(.setLetterhead(Papers.letterhead))
    let example = DocumentNumber(prefix: "杭市监质", year: world.now.day.year, ordinal: 1)
    for number in ["公示 1", "杭市监质[2026]1号", "杭市监质〔2025〕1号", "杭市监质〔2026〕01号"] {
      #expect(
        Self.refusal(.publishNotice(.qualification, number: number), world, [])
          == Refusal(.K, .badNumber(example)), "\(number)")
    }
    #expect(Self.refusal(.publishNotice(.qualification, number: "杭市监函〔2026〕3号"), world, []) == nil)
  }

  @Test("the numbers of a case are those of its notices, letters, list and announcement")
  func used() throws {
    let world = try World.at(.listed)
    #expect(
      world.dossier.usedNumbers.map(\.number) == ["公示 1", "公示 2", "公示 3", "公布 1"])
    let uses: [UsedNumber.Use] =
      NoticeKind.allCases.map { .notice($0) } + LetterKind.allCases.map { .letter($0) }
      + InquiryPurpose.allCases.map { .inquiry($0) } + [.list, .announcement, .minutes, .paper]
    for use in uses { #expect(UsedNumber.Use(rawValue: use.rawValue) == use) }
    #expect(UsedNumber.Use(rawValue: "notice/other") == nil)
  }
}
