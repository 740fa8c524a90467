import Procedure

extension KeptPaper {
  /// The event of a paper kept with one thing wrong each time.
  var wrong: [Event] {
    [
      .paperKept(paper: with { $0.files = [] }),
      .paperKept(paper: with { $0.files.append($0.files[0]) }),
      .paperKept(paper: with { $0.files[0].name = "../告知书.docx" }),
      .paperKept(paper: with { $0.files[0].bytes = (64 << 20) + 1 }),
      .paperKept(paper: with { $0.title = " " }),
      .paperKept(paper: with { $0.number = "" }),
      .paperKept(paper: with { $0.day = $0.day.adding(days: 1) }),
      .paperKept(paper: with { $0.room = .office("HZ26-9") }),
    ]
  }
}

extension Letterhead {
  /// The event of a letterhead with one thing wrong each time.
  var wrong: [Event] {
    [
      .letterheadSet(letterhead: with { $0.prefix = "杭市监〔" }),
      .letterheadSet(letterhead: with { $0.clauses = ["R4": "第一条"] }),
      .letterheadSet(letterhead: with { $0.clauses = ["X9": "第一条"] }),
      .letterheadSet(letterhead: with { $0.clauses = ["Q3": " "] }),
      .letterheadSet(
        letterhead: with { $0.copiesTo = Array(repeating: "某局", count: 21) }),
    ]
  }
}

extension PaperCorrection {
  /// The event of a correction with one thing wrong each time.
  var wrong: [Event] {
    [
      .paperCorrected(correction: with { $0.kind = .announcement }),
      .paperCorrected(correction: with { $0.reason = "" }),
      .paperCorrected(correction: with { $0.right = $0.former }),
      .paperCorrected(
        correction: with {
          $0.part = .number
          $0.former = "无此号"
        }),
      .paperCorrected(
        correction: with {
          $0.part = .day
          $0.right = "2099-01-01"
        }),
    ]
  }
}

extension PublicNotice {
  /// The event of a notice with one thing wrong each time.
  var wrong: [Event] {
    [
      .noticePublished(notice: with { $0.last = $0.last.adding(days: -1) }),
      .noticePublished(notice: with { $0.published = $0.published.adding(days: -9) }),
      .noticePublished(notice: with { $0.days -= 1 }),
      .noticePublished(notice: with { $0.holds.toggle() }),
      .noticePublished(notice: with { $0.provisional.toggle() }),
      .noticePublished(notice: with { $0.closed = $0.last }),
    ]
  }
}
