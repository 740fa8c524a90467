import Criteria
import Foundation
import Procedure
import Reports
import Store

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
  /// Whether what it tells is still to be decided: there is nothing but a preview of it.
  public var isAhead: Bool
  /// Whose sheet or promise it is.
  public var person: PersonID?
  /// Who assesses whom (V3).
  public var direction: Assessment.Direction?
  /// The complaint it is about (V3).
  public var complaint: ComplaintID?
  /// The meeting whose minutes they are.
  public var meeting: MeetingID?
  /// The department that a letter asks (Q2, P1).
  var department: AskedDepartment?
  /// The day by which who is asked answers; nil for none.
  public var replyBy: Day?
  /// What tells it from others of the same paper, in words.
  var about = Phrase.plain("")
  /// Whether it is a preview: it says 草稿, and nothing of it is kept.
  public var isDraft: Bool
  /// The files that are made of it.
  public var formats: [PaperFormat]
  /// The bureau's own document to be filled in place of the one that is composed; empty for none.
  public var template: String

  /// An order; numbered when it is filled in.
  public init(
    _ paper: Paper, of dossiers: [CaseID], number: String = "", objection: ObjectionID? = nil,
    ordinal: Int = 0, isAhead: Bool = false, isDraft: Bool = false,
    formats: [PaperFormat] = PaperFormat.papers, template: String = ""
  ) {
    (self.paper, self.dossiers, self.number) = (paper, dossiers, number)
    (self.objection, self.ordinal, self.isAhead) = (objection, ordinal, isAhead)
    (self.isDraft, self.formats, self.template) = (isDraft, formats, template)
  }

  /// What it is called where one is chosen.
  public var title: Phrase {
    let title = Phrase(paper.title)
    if objection != nil {
      return title + .plain(" · ") + .Act.numbered(.Act.objection, ordinal, "")
    }
    return about.zh.isEmpty ? title : title + .plain(" · ") + about
  }

  /// By which it is asked for on the command line: the paper, and what tells it from others of it.
  public var key: String {
    let about = [
      person?.rawValue, direction?.rawValue, objection.map { _ in "\(ordinal)" },
      meeting?.rawValue, department?.key,
    ].compactMap { $0 }
    return ([paper.rawValue] + about).joined(separator: "-")
  }

  /// What a file of it is called.
  public var fileName: String {
    [
      paper.title.zh, about.zh, dossiers.count == 1 ? dossiers[0].rawValue : "",
      complaint?.rawValue ?? "", number,
    ].filter { !$0.isEmpty }.joined(separator: "-").replacing("/", with: "-")
  }

  /// Whether it goes out under a number that nothing has given it yet.
  public var wantsNumber: Bool {
    paper.hasNumber && !isOfNotice && number.isEmpty && !isDraft
  }

  /// Whether its number is that of what was published, and not to be typed.
  public var isOfNotice: Bool {
    paper == .noticeFinal || NoticeKind.allCases.contains { Paper($0) == paper }
  }
}

extension PaperOrder {
  /// The papers of a letter that is due, as a preview, or that went out: the letter, and beside that of a lost place its
  /// announcement, where one is due (C4).
  static func orders(of letter: LetterRow, _ dossier: CaseState?) -> [PaperOrder] {
    if letter.kind == .objection { return dossier.map(answers) ?? [] }
    var orders = [
      PaperOrder(
        Paper(letter.kind), of: [letter.dossier], number: letter.record?.number ?? "",
        isDraft: letter.record == nil)
    ]
    if letter.kind == .revoked, let dossier, dossier.ending != .reportMissing {
      orders.append(.announcement(of: dossier))
    }
    return orders
  }

  /// The announcement of a lost place, under its number where it was published (C4).
  static func announcement(of dossier: CaseState) -> PaperOrder {
    let number = dossier.cultivation?.announcement ?? ""
    return PaperOrder(.announcement, of: [dossier.id], number: number, isDraft: number.isEmpty)
  }

  /// The answers to a case's objections, each under its number where it went out (P3).
  static func answers(in dossier: CaseState) -> [PaperOrder] {
    let numbers = dossier.publicity.letters.filter { $0.kind == .objection }.map(\.number)
    // Letters go out as objections were answered.
    let answered = dossier.publicity.objections.filter { $0.value.content?.answer != nil }
      .sorted {
        ($0.value.answered?.daysSinceEpoch ?? 0, $0.value.ordinal)
          < ($1.value.answered?.daysSinceEpoch ?? 0, $1.value.ordinal)
      }
    return answered.enumerated().map { place, objection in
      let number = numbers.indices.contains(place) ? numbers[place] : ""
      return PaperOrder(
        .letterObjection, of: [dossier.id], number: number, objection: objection.key,
        ordinal: objection.value.ordinal, isDraft: number.isEmpty)
    }.sorted { $0.ordinal < $1.ordinal }
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
