import Foundation
import Procedure

/// What is recorded of papers that went out: corrections, the delivery of answers (P3, V5).
extension CaseAct {
  static let correctPaper = CaseAct(
    Phrase("更正文件…", "Correct a paper…"),
    Phrase(
      "已发公示、函件中文号、名称或日期的笔误，写明理由；前后两版都保留（V5）",
      "a slip in a number, name or date that went out, with the reason; both versions stay (V5)"),
    by: .office, while: \.hasCorrectable, isForSeveral: true,
    asksForEach: { scene in correction(scene) })

  private static func correction(_ scene: CaseScene) -> Asks<[CaseCommand]> {
    let (papers, own) = (scene.correctable, scene.ownCorrectable)
    return Asks(
      .one(
        of: papers, by: { CorrectablePaper.name(of: $0.kind, $0.ordinal, $0.number) }, "paper",
        .Act.corrected,
        title: { .Act.paper($0.kind, $0.ordinal) + .plain(" \($0.number)  \($0.day)") }),
      .choice("part", .Act.correctedPart, each: Phrase.Act.part),
      // Left empty it is what stands in the record.
      .line(
        "former", .Act.former, "", isRequired: false, help: .Act.formerHelp, probes: [""],
        refused: Refused { if case .wrongFigure = $0 { true } else { false } }
      ) { @Sendable (text: String) throws(Wrong) -> String in text },
      // Another than what stands, whatever that is: otherwise nothing would be corrected.
      .line(
        "right", .Act.right, "", isRequired: true, help: .Act.rightHelp, probes: ["—"],
        refused: .otherwise
      ) { @Sendable (text: String) throws(Wrong) -> String in text },
      .text("reason", .reason, rows: 2, refused: .about(.reason)),
      lines: scene.isOneOfSeveral ? [] : [.Act.correctedTogether]
    ) { paper, part, former, right, reason in
      guard own.contains(paper) else { return [] }
      let known = part == .number ? paper.number : part == .day ? "\(paper.day)" : ""
      return [
        .correctPaper(
          PaperCorrection(
            paper.kind, ordinal: paper.ordinal, part, former: former.isEmpty ? known : former,
            right: part == .day ? Day(typed: right)?.description ?? right : right, reason: reason))
      ]
    }
  }

  static let deliverAnswer = CaseAct(
    Phrase("登记答复送达…", "Record the delivery…"),
    Phrase("异议答复的送达方式和日期（P3）", "how and when the answer reached who objects (P3)"),
    by: .office, while: \.hasUndelivered
  ) { scene in
    Asks(
      ActField<ObjectionID>.one(
        of: scene.undelivered, "objection", .Act.objection, title: { scene.name(of: $0) }),
      .choice("means", .Act.means, each: Phrase.Act.means),
      .day("delivered", .Act.deliveredOn, scene.today)
    ) { .deliverAnswer($0, Delivery($1, on: $2)) }
  }
}

/// A paper of a case that a slip can be in.
struct CorrectablePaper: Sendable, Hashable {
  let kind: PaperCorrection.Kind
  let ordinal: Int
  let number: String
  let day: Day

  /// By what it is chosen.
  static func name(of kind: PaperCorrection.Kind, _ ordinal: Int, _ number: String) -> String {
    "\(kind.rawValue)/\(ordinal)/\(number)"
  }
}

extension CaseScene {
  fileprivate var hasCorrectable: Bool { correctable.contains(where: ownCorrectable.contains) }
  fileprivate var hasUndelivered: Bool { !undelivered.isEmpty }

  /// The papers that went out in the case; of several cases, those that name more than one of them.
  var correctable: [CorrectablePaper] {
    guard isOneOfSeveral else { return ownCorrectable }
    var cases: [CorrectablePaper: Int] = [:]
    let all = together.flatMap { CaseScene($0, context).ownCorrectable }
      .filter { $0.kind != .letter }
    for paper in all { cases[paper, default: 0] += 1 }
    var shared: [CorrectablePaper] = []
    for paper in all where cases[paper] != 1 && !shared.contains(paper) { shared.append(paper) }
    return shared
  }

  /// The papers of the case that went out, the latest letters first.
  fileprivate var ownCorrectable: [CorrectablePaper] {
    let letters = (1...max(1, dossier.publicity.letters.count)).reversed()
      .map { (PaperCorrection.Kind.letter, $0) }
    let others = PaperCorrection.Kind.allCases.filter { $0 != .letter }.map { ($0, 1) }
    return (letters + others).compactMap { kind, ordinal in
      dossier.paper(kind, ordinal).map {
        CorrectablePaper(kind: kind, ordinal: ordinal, number: $0.number, day: $0.day)
      }
    }
  }

  /// The objections that were answered, and of whose answer no delivery is recorded.
  fileprivate var undelivered: [ObjectionID] {
    dossier.publicity.listedObjections.filter {
      $0.record.answered != nil && $0.record.delivery == nil
    }.map(\.id)
  }
}
