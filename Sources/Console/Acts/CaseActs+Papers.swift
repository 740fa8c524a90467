import Foundation
import Procedure

/// What is recorded of papers that went out: corrections, the delivery of answers (P3, V5).
extension CaseAct {
  static let correctPaper = CaseAct(
    Phrase("更正文件…", "Correct a paper…"),
    Phrase(
      "已发公示、函件中文号、名称或日期的笔误，写明理由；前后两版都保留（V5）",
      "a slip in a number, name or date that went out, with the reason; both versions stay (V5)"),
    by: .office, while: \.hasCorrectable
  ) { scene in
    let papers = scene.correctable
    return Asks(
      .one(
        of: papers, by: { "\($0.kind.rawValue)/\($0.ordinal)/\($0.number)" }, "paper",
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
      .text("reason", .reason, rows: 2, refused: .about(.reason))
    ) { paper, part, former, right, reason in
      let known = part == .number ? paper.number : part == .day ? "\(paper.day)" : ""
      return .correctPaper(
        PaperCorrection(
          paper.kind, ordinal: paper.ordinal, part, former: former.isEmpty ? known : former,
          right: part == .day ? Day(typed: right)?.description ?? right : right, reason: reason))
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
}

extension CaseScene {
  fileprivate var hasCorrectable: Bool { !correctable.isEmpty }
  fileprivate var hasUndelivered: Bool { !undelivered.isEmpty }

  /// The papers of the case that went out, the latest letters first.
  var correctable: [CorrectablePaper] {
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
