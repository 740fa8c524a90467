import Foundation

/// Papers that are kept whole, and their numbers (V5).
extension Desk {
  /// Whether a kept paper may be sealed to a room where it stands: one of the case's, or the
  /// bureau's and supervision's own without a case.
  func holdsPapers(_ room: RoomID?) -> Bool {
    guard let room else { return false }
    guard let dossier else { return room == .bureau || room == .supervision }
    switch room {
    case .material(dossier.id), .consensus(dossier.id), .onSite(dossier.id), .office(dossier.id),
      .result(dossier.year):
      return true
    case .sheet(dossier.id, actor, let revision):
      return revision > 0 && revision <= dossier.sheets[actor]?.revision ?? 0
    case .material, .consensus, .onSite, .office, .result, .sheet, .draft, .proposal, .bureau,
      .supervision:
      return false
    }
  }

  /// Who keeps a paper reads what it says: nobody puts anything into a room that they cannot open;
  /// supervision keeps its own papers and changes nothing else (V1).
  func requireKeeper(of room: RoomID) throws(Refusal) {
    switch room {
    case .supervision: return try requireRole(.supervisor, .V3)
    case .bureau, .result: return try requireRole(.secretariat, .K)
    case .material, .draft, .sheet, .consensus, .onSite, .proposal, .office: break
    }
    try requireReady()
    let keepers = readers(of: room, cycle: cycle, dossier: dossier)
      .subtracting([.group(.supervision)])
    guard keepers.contains(where: { $0.reaches(actor, in: cycle) }) else {
      throw Refusal(.K, .notReadable(room))
    }
  }

  /// V5: what stood there is what went out, and something else is right.
  func admit(_ correction: PaperCorrection, in dossier: CaseState) throws(Refusal) {
    guard let paper = dossier.paper(correction.kind, correction.ordinal) else {
      throw Refusal(.V5, .nothingToCorrect)
    }
    try requireText(correction.reason, .reason, .V5)
    try requireText(correction.former, .text, .V5)
    try requireText(correction.right, .text, .V5)
    if correction.former == correction.right { throw Refusal(.V5, .nothingToCorrect) }
    switch correction.part {
    case .number: try require(correction.former, is: paper.number, .V5)
    case .name: break
    case .day:
      guard let day = Day(correction.right), day <= now.day else {
        throw Refusal(.V5, .badDates(.inFuture))
      }
      // What counts from its publication bears the day in the log; a letter may bear another.
      if correction.kind != .letter { try require(day, is: paper.day, .V5) }
    }
  }

  /// What minutes say is of a meeting that was held, and each part of them is whole.
  func examine(_ minutes: Minutes, of id: MeetingID) throws(Refusal) {
    guard let kind = cycle.meetings[id]?.kind else { throw Refusal(.K, .noMeeting) }
    if minutes.absences.count > Minutes.most {
      throw Refusal(.K, .tooMany(.name, limit: Minutes.most))
    }
    if minutes.decisions.count > Minutes.most {
      throw Refusal(.K, .tooMany(.text, limit: Minutes.most))
    }
    for absence in minutes.absences {
      try requireText(absence.name, .name, kind.rule)
      try requireText(absence.reason, .reason, kind.rule)
    }
    for decision in minutes.decisions {
      try requireText(decision.text, .text, kind.rule)
      try requireText(decision.grounds, .reason, kind.rule)
    }
  }

  /// P3: the answer reached who objects, after it was given and not before.
  func examine(
    _ delivery: Delivery, of id: ObjectionID, in dossier: CaseState
  ) throws(Refusal) {
    guard let record = dossier.publicity.objections[id], let answered = record.answered else {
      throw Refusal(.P3, .unknownObjection)
    }
    if record.delivery != nil { throw Refusal(.P3, .alreadyDecided) }
    try requirePast(delivery.day, since: answered, .answer, .P3)
  }

  /// V5: what it is called, its day and its files; under a number the secretariat alone keeps it.
  func examine(_ paper: KeptPaper) throws(Refusal) {
    try requireText(paper.kind, .name, .K)
    try requireText(paper.title, .title, .K)
    if paper.day > now.day { throw Refusal(.K, .badDates(.inFuture)) }
    if let number = paper.number {
      try requireText(number, .number, .K)
      try requireRole(.secretariat, .K)
    }
    let files = paper.files
    guard KeptPaper.fileCount.contains(files.count), Set(files.map(\.name)).count == files.count
    else { throw Refusal(.K, .blank(.name)) }
    for file in files {
      guard !file.name.isBlank, !file.name.contains("/"), !file.file.isEmpty else {
        throw Refusal(.K, .blank(.name))
      }
      guard (0...KeptPaper.largestFile).contains(file.bytes), (1...(4 << 20)).contains(file.piece)
      else { throw Refusal(.K, .badAmount) }
    }
  }
}

extension Desk {
  /// K: a number goes out once, and looks as numbers do where the bureau said how they begin.
  func requireNumber(_ event: Event) throws(Refusal) {
    guard let taken = taken(by: event) else { return }
    if let other = numbers.first(where: { $0.number == taken.number && !$0.isOnePaper(with: taken) }
    ) {
      throw Refusal(.K, .numberUsed(other))
    }
    // Minutes are numbered as each bureau does; what is corrected may be of an earlier year.
    guard taken.use != .minutes, event.kind != .paperCorrected, !cycle.letterhead.prefix.isEmpty
    else { return }
    guard let number = DocumentNumber(taken.number), number.year == now.day.year else {
      throw Refusal(
        .K,
        .badNumber(
          DocumentNumber(prefix: cycle.letterhead.prefix, year: now.day.year, ordinal: 1)))
    }
  }

  /// The number that an event takes, that of a correction among them.
  private func taken(by event: Event) -> UsedNumber? {
    guard case .paperCorrected(let correction) = event else { return event.takes(in: dossier?.id) }
    guard correction.part == .number,
      var paper = dossier?.paper(correction.kind, correction.ordinal)
    else { return nil }
    paper.number = correction.right
    return paper
  }
}
