/// A clerical slip in a notice or letter that went out, and what is right (更正).
///
/// Both versions stay: what was kept of the paper, and this.
public struct PaperCorrection: Codable, Sendable, Hashable {
  /// Which paper of the case.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case qualificationNotice, onSiteNotice, proposalNotice, letter, list, announcement
  }

  /// What was wrong in it.
  public enum Part: String, Codable, Sendable, CaseIterable {
    case number, name, day
  }

  public var kind: Kind
  /// Which of the letters, in the order in which they were sent, from 1; 1 for every other paper.
  public var ordinal: Int
  public var part: Part
  /// What stood there, and what is right.
  public var former: String
  public var right: String
  public var reason: String

  /// A correction.
  public init(
    _ kind: Kind, ordinal: Int = 1, _ part: Part, former: String, right: String, reason: String
  ) {
    (self.kind, self.ordinal, self.part) = (kind, ordinal, part)
    (self.former, self.right, self.reason) = (former, right, reason)
  }
}

/// A correction with who made it and when.
public struct CorrectionRecord: Sendable, Hashable {
  public var correction: PaperCorrection
  public var by: PersonID
  public var at: Moment

  /// A correction that somebody made.
  public init(correction: PaperCorrection, by: PersonID, at: Moment) {
    (self.correction, self.by, self.at) = (correction, by, at)
  }
}

extension PaperCorrection.Kind {
  /// The notice that it is.
  public var notice: NoticeKind? {
    switch self {
    case .qualificationNotice: .qualification
    case .onSiteNotice: .onSite
    case .proposalNotice: .proposal
    case .letter, .list, .announcement: nil
    }
  }
}

extension CaseState {
  /// The number and day of a paper that can be corrected; nil where it did not go out.
  public func paper(_ kind: PaperCorrection.Kind, _ ordinal: Int) -> UsedNumber? {
    switch kind {
    case .qualificationNotice, .onSiteNotice, .proposalNotice:
      kind.notice.flatMap(publicity.notice).map {
        UsedNumber(.notice($0.kind), $0.number, on: $0.published, in: id)
      }
    case .letter:
      publicity.letters.indices.contains(ordinal - 1)
        ? usedNumber(of: publicity.letters[ordinal - 1]) : nil
    case .list: cultivation.map { UsedNumber(.list, $0.number, on: $0.since, in: id) }
    case .announcement:
      cultivation.flatMap { place in
        guard let day = place.announced, let number = place.announcement else { return nil }
        return UsedNumber(.announcement, number, on: day, in: id)
      }
    }
  }

  func usedNumber(of letter: LetterRecord) -> UsedNumber {
    UsedNumber(.letter(letter.kind), letter.number, on: letter.sent, in: id)
  }

  mutating func correct(_ correction: PaperCorrection, _ author: Author) {
    publicity.corrections.append(
      CorrectionRecord(correction: correction, by: author.id, at: author.moment))
    let place = correction.ordinal - 1
    switch (correction.part, correction.kind) {
    case (.name, _): break
    case (.day, .letter):
      if let day = Day(correction.right) { publicity.letters[place].sent = day }
    // The term of a notice and a place's years count from the day on which they were published.
    case (.day, _): break
    case (.number, .letter): publicity.letters[place].number = correction.right
    case (.number, .list): cultivation?.number = correction.right
    case (.number, .announcement): cultivation?.announcement = correction.right
    case (.number, let kind):
      if let notice = kind.notice,
        let index = publicity.notices.lastIndex(where: { $0.kind == notice })
      {
        publicity.notices[index].number = correction.right
      }
    }
  }
}
