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
    guard let taken = event.takes(in: dossier?.id) else { return }
    if let other = numbers.first(where: { $0.number == taken.number && !$0.isOnePaper(with: taken) }
    ) {
      throw Refusal(.K, .numberUsed(other))
    }
    // Minutes are numbered as each bureau does.
    guard taken.use != .minutes, !cycle.letterhead.prefix.isEmpty else { return }
    guard let number = DocumentNumber(taken.number), number.year == now.day.year else {
      throw Refusal(
        .K,
        .badNumber(
          DocumentNumber(prefix: cycle.letterhead.prefix, year: now.day.year, ordinal: 1)))
    }
  }
}
