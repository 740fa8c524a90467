import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console
@testable import Procedure

/// What others do in a case beside its review.
extension OthersChange {
  private static var today: Day { Rig.now.day }
  private static let payment = Payment(amount: 7, day: today)

  static let admissionChanges: [OthersChange] =
    [
      .event("the application has another name and no controlled organisations") { dossier, _ in
        var application = dossier.application
        (application.name, application.controlled) = ("改了名的组织", [])
        return [.applicationAmended(application: application)]
      },
      .event("the application has other controlled organisations") { dossier, _ in
        var application = dossier.application
        application.controlled = ["另一家控股公司"] + application.controlled
        return [.applicationAmended(application: application)]
      },
      .event("the form was filled in by another") { _, _ in
        [.formFilled(form: ApplicationForm(address: "另址"))]
      },
      .event("a document was attached") { _, _ in
        [
          .documentAttached(
            document: Document(
              id: "new", kind: .profile, title: "新", file: "x", characters: 1))
        ]
      },
      .event("the copies were counted") { _, _ in [.copiesCounted(copies: [:])] },
      .event("every condition was decided") { _, _ in
        Rule.decided.map { .conditionDecided(rule: $0, isMet: false, reason: "先判") }
      },
      .event("all inquiries but the last are answered") { dossier, _ in
        CaseScene.open(dossier).dropLast().map { .inquiryAnswered(inquiry: $0, on: today) }
      },
      .event("all inquiries are answered") { dossier, _ in
        CaseScene.open(dossier).map { .inquiryAnswered(inquiry: $0, on: today) }
      },
      OthersChange(
        name: "the first inquiry counts for nothing",
        dossier: { dossier, _ in
          CaseScene.open(dossier).first.map { dossier.admission.inquiries[$0] = nil }
        }),
      .event("all objections are answered") { dossier, _ in
        dossier.publicity.openObjections.map {
          .objectionAnswered(objection: $0, on: today, isUpheld: false)
        }
      },
      OthersChange(
        name: "the first objection counts for nothing",
        dossier: { dossier, _ in
          dossier.publicity.openObjections.first.map { dossier.publicity.objections[$0] = nil }
        }),
      .event("the letter that is due was sent") { dossier, _ in
        dossier.letters.filter { $0.record == nil }.prefix(1).map {
          .letterSent(letter: LetterRecord(kind: $0.kind, number: "先发", sent: today))
        }
      },
      OthersChange(
        name: "another letter is due",
        dossier: { dossier, _ in
          dossier.publicity.letters = LetterKind.allCases.map {
            LetterRecord(kind: $0, number: "先发", sent: today)
          }
        }),
      .event("the meeting was reported to") { _, _ in
        [.meetingReportGiven, .meetingReported(text: "先汇报")]
      },
      .event("the grant was paid, an activity and a report recorded") { _, _ in
        [.grantPaid(payment: payment), .reportReceived(year: 2026, on: today)]
      },
      .event("the place was lost") { _, _ in
        [.placeLost(by: .reportMissing, on: today, refundDue: today)]
      },
      .event("the loss was announced, the refund recorded") { _, _ in
        [.lossAnnounced(number: "先公告", on: today), .grantRefunded(payment: payment)]
      },
      .event("both sides were assessed") { _, _ in
        Assessment.Direction.allCases.map { .assessmentGiven(direction: $0) }
      },
    ]

  /// The case went on, or out of sight.
  static let stageChanges: [OthersChange] =
    [
      .event("the application was ended") { _, _ in [.caseEnded(by: .withdrawn, on: today)] },
      .event("the application went back") { _, _ in [.applicationReturned] },
      OthersChange(
        name: "the case can be read no more",
        reply: { reply in
          guard case .dossier(let dossier) = reply else { return reply }
          return .unavailable(.dossier(dossier.id), .plain("不能再读"))
        }),
    ]
    + Stage.allCases.map { stage in
      OthersChange(
        name: "the case is in \(stage)", dossier: { dossier, _ in dossier.stage = stage })
    }
}

extension CaseScene {
  /// The inquiries of a case that are not answered, in their order.
  fileprivate static func open(_ dossier: CaseState) -> [InquiryID] {
    dossier.admission.inquiries.filter { $0.value.answered == nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map(\.key)
  }
}
