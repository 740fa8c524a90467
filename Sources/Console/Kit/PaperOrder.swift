import Foundation
import Procedure
import Reports

/// A paper that is to be written to a file.
public struct PaperOrder: Sendable, Hashable {
  public var paper: Paper
  /// The cases it is about, in their order.
  public var dossiers: [CaseID]
  /// Its number; where empty the one that is recorded.
  public var number: String
  /// The objection that a letter answers (P3).
  public var objection: ObjectionID?
  /// The objection's running number in its case.
  public var ordinal: Int
  /// Who signs.
  public var signs: String

  /// An order; signed and numbered when it is filled in.
  public init(
    _ paper: Paper, of dossiers: [CaseID], number: String = "", objection: ObjectionID? = nil,
    ordinal: Int = 0, signs: String = ""
  ) {
    (self.paper, self.dossiers, self.number) = (paper, dossiers, number)
    (self.objection, self.ordinal, self.signs) = (objection, ordinal, signs)
  }

  /// What it is called where one is chosen.
  var title: Phrase {
    let title = Phrase(paper.title)
    return objection == nil
      ? title : title + .plain(" · ") + .Act.numbered(.Act.objection, ordinal, "")
  }

  /// Whether its number is that of what was published, and not to be typed.
  var isOfNotice: Bool {
    paper == .noticeFinal || NoticeKind.allCases.contains { Paper($0) == paper }
  }
}

extension PaperOrder {
  /// The answers to a case's objections (P3).
  static func answers(in dossier: CaseState) -> [PaperOrder] {
    dossier.publicity.objections.filter { $0.value.content?.answer != nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map { id, record in
        PaperOrder(.letterObjection, of: [dossier.id], objection: id, ordinal: record.ordinal)
      }
  }
}

extension Paper {
  /// The paper of a notice.
  init(_ notice: NoticeKind) {
    switch notice {
    case .qualification: self = .noticeQualification
    case .onSite: self = .noticeOnSite
    case .proposal: self = .noticeProposal
    }
  }

  /// The paper of a letter.
  init(_ letter: LetterKind) {
    switch letter {
    case .notQualified: self = .letterNotQualified
    case .notEntered: self = .letterNotEntered
    case .objection: self = .letterObjection
    case .revoked: self = .letterRevoked
    }
  }
}
