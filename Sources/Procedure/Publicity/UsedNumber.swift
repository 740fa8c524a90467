/// What a number of the bureau's was used for, by what everybody may know.
public struct UsedNumber: Sendable, Hashable {
  /// What bears it.
  public enum Use: Sendable, Hashable {
    case notice(NoticeKind)
    case letter(LetterKind)
    /// A letter to a department (Q2, P1).
    case inquiry(InquiryPurpose)
    case list
    case announcement
    case minutes
    /// A kept paper that no act of its own gave a number.
    case paper
  }

  public var use: Use
  public var number: String
  public var day: Day
  /// The case that it stands in; none for what is of no case.
  public var dossier: CaseID?

  /// A use of a number.
  public init(_ use: Use, _ number: String, on day: Day, in dossier: CaseID?) {
    (self.use, self.number, self.day, self.dossier) = (use, number, day, dossier)
  }

  /// Whether two uses are one paper: all organisations on a notice or a list share its number, and
  /// one letter may ask several departments.
  func isOnePaper(with other: UsedNumber) -> Bool {
    // What was kept in a case before it was recorded there is what is recorded.
    if use == .paper, dossier != nil { return dossier == other.dossier }
    guard use == other.use, day == other.day else { return false }
    return switch use {
    case .notice, .list, .announcement: dossier != other.dossier
    case .inquiry: true
    case .letter, .minutes, .paper: false
    }
  }
}

extension CaseState {
  /// The numbers under which something went out in the case.
  public var usedNumbers: [UsedNumber] {
    var used = publicity.notices.map {
      UsedNumber(.notice($0.kind), $0.number, on: $0.published, in: id)
    }
    used += publicity.letters.map(usedNumber)
    used += admission.inquiries.values.compactMap { record in
      record.number.map { UsedNumber(.inquiry(record.purpose), $0, on: record.asked, in: id) }
    }.sorted { $0.number < $1.number }
    if let place = cultivation {
      used.append(UsedNumber(.list, place.number, on: place.since, in: id))
      if let day = place.announced, let number = place.announcement {
        used.append(UsedNumber(.announcement, number, on: day, in: id))
      }
    }
    return used
  }
}

extension Event {
  /// The number that the event takes for a paper that goes out; nil where it takes none.
  func takes(in dossier: CaseID?) -> UsedNumber? {
    if case .noticePublished(let notice) = self {
      return UsedNumber(.notice(notice.kind), notice.number, on: notice.published, in: dossier)
    }
    if case .inquirySent(let purpose, let day, let number?) = self {
      return UsedNumber(.inquiry(purpose), number, on: day, in: dossier)
    }
    if case .letterSent(let letter) = self {
      return UsedNumber(.letter(letter.kind), letter.number, on: letter.sent, in: dossier)
    }
    if case .listPublished(let number, let day, _, _, _) = self {
      return UsedNumber(.list, number, on: day, in: dossier)
    }
    if case .meetingHeld(let meeting) = self, !meeting.number.isEmpty {
      return UsedNumber(.minutes, meeting.number, on: meeting.day, in: nil)
    }
    if case .lossAnnounced(let number, let day) = self {
      return UsedNumber(.announcement, number, on: day, in: dossier)
    }
    return nil
  }
}

extension Command {
  /// The number under which something is to go out.
  public var number: String? {
    switch self {
    case .dossier(_, let command): return command.number
    case .cycle(.hold(let meeting)): return meeting.number.isEmpty ? nil : meeting.number
    case .cycle, .supervision: return nil
    }
  }
}

extension CaseCommand {
  /// The number under which something is to go out.
  public var number: String? {
    switch self {
    case .publishNotice(_, let number), .sendLetter(_, let number), .publishList(let number),
      .announceLoss(let number):
      number
    case .inquire(_, _, _, let number, _): number
    case .correctPaper(let correction): correction.part == .number ? correction.right : nil
    case .register, .amend, .fillForm, .attach, .removeDocument, .enterLate, .correctSplitting,
      .countCopies, .submit, .recommend, .returnApplication, .resume, .reportChange,
      .decideCondition, .answerInquiry, .qualify, .closeNotice, .reportToMeeting,
      .decideEntry, .decideProposal, .receiveObjection, .answerObjection, .deliverAnswer,
      .decideApproval,
      .end,
      .payGrant, .recordActivity, .receiveReport, .losePlace, .revoke, .recordRefund, .assess,
      .assignPanel, .designate, .declare, .recuse, .startReview, .handIn, .withdraw, .askOpening,
      .releaseOpening, .openConsensus, .recordAttendance, .discuss, .merge, .settle, .dissent,
      .finishConsensus, .reopenConsensus, .arrangeVisit, .changeAgenda, .addCheck, .tick,
      .proposeSiteMark, .settleSiteMark, .submitVisit, .keep, .accept,
      .destroyContents:
      nil
    }
  }
}

extension UsedNumber.Use: RawRepresentable {
  public init?(rawValue: String) {
    let words = rawValue.split(separator: "/").map(String.init)
    switch (words.first, words.count) {
    case ("notice", 2):
      guard let kind = NoticeKind(rawValue: words[1]) else { return nil }
      self = .notice(kind)
    case ("letter", 2):
      guard let kind = LetterKind(rawValue: words[1]) else { return nil }
      self = .letter(kind)
    case ("inquiry", 2):
      guard let purpose = InquiryPurpose(rawValue: words[1]) else { return nil }
      self = .inquiry(purpose)
    case ("list", 1): self = .list
    case ("announcement", 1): self = .announcement
    case ("minutes", 1): self = .minutes
    case ("paper", 1): self = .paper
    default: return nil
    }
  }

  /// The name by which lists keep it.
  public var rawValue: String {
    switch self {
    case .notice(let kind): "notice/\(kind.rawValue)"
    case .letter(let kind): "letter/\(kind.rawValue)"
    case .inquiry(let purpose): "inquiry/\(purpose.rawValue)"
    case .list: "list"
    case .announcement: "announcement"
    case .minutes: "minutes"
    case .paper: "paper"
    }
  }
}
