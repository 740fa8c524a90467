import Foundation
import Procedure
import Terminal

/// The acts of a case by their names: in the order in which they are offered, and as forms that were
/// left unfinished know them.
enum CaseActName: String, Sendable, Hashable, CaseIterable {
  // How it comes in (M, Q1).
  case form, figures, controlled, amend, attach, copies, submit
  case recommend, sendBack, resume, reportChange
  // Qualification (Q2, Q3).
  case inquire, answerInquiry, condition, asFound, qualify
  // Notices, objections, letters (Q3, R8, R9, P2, P3).
  case publishNotice, closeNotice, objection, answerObjection, deliverAnswer, letter
  case correctPaper
  // Review.
  case assignPanel, releaseOpening, arrangeVisit
  case declare, interest, designate, askOpening, openConsensus
  case review, consensus, onSite
  // Decisions (R7, S6, P1, P4).
  case reportToMeeting, entry, proposal, askOpinion, approve, publishList
  // Cultivation (C) and supervision (V3, M8).
  case grant, activity, yearlyReport, losePlace, revoke, announce, refund
  case assess, assessPanel, end
  case recuse
  // When the years of keeping are over (V5).
  case destroyContents

  /// What the act is.
  var act: CaseAct {
    switch self {
    case .form: .form
    case .figures: .figures
    case .controlled: .controlled
    case .amend: .amend
    case .attach: .attach
    case .copies: .copies
    case .submit: .submit
    case .recommend: .recommend
    case .sendBack: .sendBack
    case .resume: .resume
    case .reportChange: .reportChange
    case .inquire: .inquire
    case .answerInquiry: .answerInquiry
    case .condition: .condition
    case .asFound: .asFound
    case .qualify: .qualify
    case .publishNotice: .publishNotice
    case .closeNotice: .closeNotice
    case .objection: .objection
    case .answerObjection: .answerObjection
    case .deliverAnswer: .deliverAnswer
    case .letter: .letter
    case .correctPaper: .correctPaper
    case .assignPanel: .assignPanel
    case .releaseOpening: .releaseOpening
    case .arrangeVisit: .arrangeVisit
    case .declare: .declare
    case .interest: .interest
    case .designate: .designate
    case .askOpening: .askOpening
    case .openConsensus: .openConsensus
    case .review: .toReview
    case .consensus: .toConsensus
    case .onSite: .toVisit
    case .reportToMeeting: .reportToMeeting
    case .entry: .entry
    case .proposal: .proposal
    case .askOpinion: .askOpinion
    case .approve: .approve
    case .publishList: .publishList
    case .grant: .grant
    case .activity: .activity
    case .yearlyReport: .yearlyReport
    case .losePlace: .losePlace
    case .revoke: .revoke
    case .announce: .announce
    case .refund: .refund
    case .assess: .assess
    case .assessPanel: .assessPanel
    case .end: .end
    case .recuse: .recuse
    case .destroyContents: .destroyContents
    }
  }
}
