import Criteria
import Foundation

/// Documents of the material: what may be entered, when, and what a document must be (M1–M5, M7).
extension Desk {
  // MARK: By what is clear

  /// M7: what the district received in time is entered after the closing day, until it recommends.
  func requireLateEntry(in dossier: CaseState) throws(Refusal) {
    try requireOffice(of: dossier.application.district)
    try requireStage(.registered, .districtCheck, in: dossier, .M7)
    guard let call = cycle.call(of: dossier.year) else { throw Refusal(.M7, .noCall) }
    if now <= call.until.end { throw Refusal(.M7, .callRunning(call.until), ours: true) }
    guard parameters.lateEntry else { throw Refusal(.M7, .callOver(call.until)) }
  }

  /// How a document falls into items is said by the district until it recommends, then by the
  /// secretariat; the document itself stays as it is.
  func requireCorrecting(in dossier: CaseState) throws(Refusal) {
    guard !dossier.stage.isEnd else { throw Refusal(.M7, .wrongStage(dossier.stage)) }
    guard dossier.stage <= .districtCheck else { return try requireRole(.secretariat, .M7) }
    try requireRole(.districtOfficer, .M7)
    try requireOffice(of: dossier.application.district)
  }

  // MARK: By what is sealed

  /// The document of an id; nil where this reader could not open all of the material.
  func requireDocument(_ id: DocumentID, in dossier: CaseState) throws(Refusal) -> Document? {
    if let document = dossier.documents.first(where: { $0.id == id }) { return document }
    if knows(.material, in: dossier) { throw Refusal(.K, .unknownDocument) }
    return nil
  }

  /// M1–M5: a document has a title and a file; one that came in as a file has its number.
  func examine(_ document: Document) throws(Refusal) {
    try requireText(document.title, .title, .M1)
    guard !document.files.isEmpty, document.files.allSatisfy({ !$0.isBlank }) else {
      throw Refusal(.M1, .blank(.name))
    }
    for item in document.items ?? [] { try requireItem(item, .M5) }
    // What nobody could have is summed nowhere.
    guard (0...100_000_000).contains(document.characters),
      document.pages.map({ (1...1_000_000).contains($0) }) ?? true,
      document.ordinal.map({ (1...9_999).contains($0) }) ?? true
    else { throw Refusal(.K, .badAmount) }
    guard let original = document.original else { return }
    guard let ordinal = document.ordinal,
      document.id == DocumentID(document.kind, ordinal)
    else { throw Refusal(.K, .blank(.number)) }
    try requireText(original.name, .name, .K)
    guard (0...(2 << 30)).contains(original.bytes), (1...(4 << 20)).contains(original.piece) else {
      throw Refusal(.K, .badAmount)
    }
  }

  /// M7: received within the call, and not in the place of one that is there.
  func examine(
    _ document: Document, _ receipt: LateReceipt, in dossier: CaseState
  ) throws(Refusal) {
    try examine(document)
    try requireText(receipt.receivedBy, .receiver, .M7)
    if let call = cycle.call(of: dossier.year),
      !(call.from...call.until).contains(receipt.receivedOn)
    {
      throw Refusal(.M7, .notInTime(receipt.receivedOn, call))
    }
    if let standing = dossier.documents.first(where: { $0.id == document.id }) {
      throw Refusal(.M7, .documentStands(standing.title))
    }
    guard knows(.material, in: dossier) else { return }
    // What cannot be taken out again must not stop the recommendation.
    var later = dossier
    later.documents.append(document)
    let over = materialFindings(of: later, parameters: parameters, edition: edition).first {
      if case .overLimit(document.kind, _, _) = $0 { true } else { false }
    }
    if let over { throw Refusal(over.rule, .material(over)) }
  }

  /// Corrections are of a document that came in as a file and has a text.
  func examine(
    _ corrections: [Correction], of id: DocumentID, in dossier: CaseState
  ) throws(Refusal) {
    guard let document = try requireDocument(id, in: dossier) else { return }
    guard document.original != nil, document.hasText else { throw Refusal(.M3, .noText) }
    if corrections.count > Self.mostCorrections { throw Refusal(.K, .badAmount) }
  }

  private static let mostCorrections = 5_000
}
