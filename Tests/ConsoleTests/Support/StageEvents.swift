import Foundation
import Procedure

extension Stage {
  /// Events that bring a case from registration to this stage, for screens without a store.
  ///
  /// Empty for stages that the tests do not need to begin in.
  func events(on day: Day) -> [Event] {
    switch self {
    case .districtCheck: [.applicationSubmitted(on: day)]
    case .qualification:
      Stage.districtCheck.events(on: day) + [.applicationRecommended(sealedOn: day)]
    case .qualificationNotice:
      Stage.qualification.events(on: day) + [
        .qualificationDecided(isQualified: true), Self.notice(.qualification, day),
      ]
    case .independentReview:
      Stage.qualificationNotice.events(on: day) + [.noticeClosed(notice: .qualification, on: day)]
    case .leadersMeeting:
      Stage.independentReview.events(on: day) + [.consensusFinished(revision: 1)]
    case .onSiteReview:
      Stage.leadersMeeting.events(on: day) + [
        .entryDecided(meeting: "z1", enters: true), Self.notice(.onSite, day),
        .noticeClosed(notice: .onSite, on: day),
      ]
    default: []
    }
  }

  private static func notice(_ kind: NoticeKind, _ day: Day) -> Event {
    .noticePublished(
      notice: PublicNotice(
        kind: kind, number: "2026-1", published: day, last: day, provisional: false, days: 5))
  }
}
