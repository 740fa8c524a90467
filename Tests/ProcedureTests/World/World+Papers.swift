import Criteria
import Foundation
import Procedure

/// What an applicant hands in, and what the bureau writes.
enum Papers {
  /// What the minutes of a meeting say.
  static let minutes = Minutes(
    absences: [MeetingAbsence(name: "王局", reason: "出差")],
    decisions: [MeetingDecision(text: "三家进入现场评审", grounds: "材料总分均在 550 分以上")])

  /// A paper that was sealed to a room.
  static func kept(_ room: RoomID, on day: Day, number: String? = nil) -> KeptPaper {
    KeptPaper(
      kind: "letterNotQualified", title: "告知书", number: number, day: day, room: room,
      files: [
        KeptFile(
          name: "告知书.docx", bytes: 7, hash: "01", file: "ab", binding: "cd", piece: 262_144,
          fileKey: Data(count: 32))
      ])
  }

  /// What stands on the bureau's papers.
  static let letterhead: Letterhead = {
    var head = Letterhead()
    (head.issuer, head.signer, head.prefix) = ("杭州市市场监督管理局文件", "杭州市市场监督管理局", "杭市监质")
    (head.contact, head.telephone, head.clauses) = ("陈工", "0571-00000000", ["Q3": "第八条"])
    return head
  }()

  /// A whole year's calendar: the lines given, and the fixed holidays that they leave out.
  static func calendar(_ year: Int, _ lines: [String] = []) -> String {
    let fixed =
      ["01-01"] + (1...5).map { "05-0\($0)" } + (1...7).map { "10-0\($0)" }
    let rest = fixed.map { "\(year)-\($0)" }
      .filter { day in !lines.contains { $0.hasPrefix(day) } }.map { "\($0),holiday,节日" }
    return (["date,kind,name"] + lines + rest).joined(separator: "\n")
  }

  static let answers = Dictionary(
    uniqueKeysWithValues: Declaration.allCases.map { ($0, true) })

  /// A form without gaps, of an applicant that meets E1 to E6.
  static let form = ApplicationForm(
    kind: .enterprise, address: "西湖区文三路 1 号", legalRepresentative: "马骏",
    qualityOfficer: "高远", appointment: "钱质〔2020〕1 号", contact: "0571-00000000",
    industryCode: "3411", size: .medium, modelSince: YearMonth("2020-03"),
    years: (2023...2025).map { YearFigures(year: $0, revenue: 50_000, rank: 2) },
    declarations: answers)

  static func form(_ change: (inout ApplicationForm) -> Void) -> ApplicationForm {
    var form = form
    change(&form)
    return form
  }

  static let profile = Document(
    id: "d-profile", kind: .profile, title: "组织概述", file: "b1", characters: 2_800,
    sections: ProfileSection.allCases.map(\.rawValue))
  static let selfEvaluation = Document(
    id: "d-self", kind: .selfEvaluation, title: "自我评价报告", file: "b2", characters: 48_210,
    sections: Edition.shipped.items.map(\.id.description))
  static let summary = Document(
    id: "d-summary", kind: .workSummary, title: "工作总结", file: "b3", characters: 5_000)
  static let evidence = file(.evidence, 1, titled: "证实性材料", characters: 0)
  /// A file as it came in, with a text of it.
  static func file(
    _ kind: DocumentKind = .evidence, _ ordinal: Int = 2, titled title: String = "营业执照",
    characters: Int = 100
  ) -> Document {
    var document = Document(
      kind: kind, ordinal: ordinal, title: title, pages: 2, items: ["4.1.2"],
      original: Original(
        name: "附件\(ordinal)：营业执照（盖章版）.pdf", bytes: 1_048_576,
        hash: String(repeating: "0", count: 64), file: "o\(ordinal)",
        binding: String(repeating: "a", count: 32), piece: 262_144, sealedKey: Data([1, 2, 3])))
    (document.file, document.characters) = ("t\(ordinal)", characters)
    return document
  }
  static let receipt = LateReceipt(on: World.call.until, by: "区局收发室 王平")

  static let documents = [profile, selfEvaluation, summary, evidence]

  static let copies: [DocumentKind: CopyCount] = [
    .applicationForm: CopyCount(electronic: 1, paper: 3),
    .profile: CopyCount(electronic: 1, paper: 3),
    .selfEvaluation: CopyCount(electronic: 1, paper: 3),
    .workSummary: CopyCount(electronic: 1, paper: 3),
    .evidence: CopyCount(electronic: 1, paper: 1),
  ]

  static let objection = Objection(
    objector: "某供应商", facts: "欠付货款", reasons: "不符合诚信经营", evidence: "合同与对账单")

  static let assessment = Assessment(
    grades: Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 5) }), text: "守纪")

  static func complaint(
    _ id: ComplaintID = "k1", dossier: CaseID? = nil, person: PersonID? = nil
  ) -> Complaint {
    Complaint(
      id: id, topic: .fairness, source: .publicReport, dossier: dossier, person: person,
      text: "反映情况")
  }

  static func meeting(_ id: MeetingID, _ kind: Meeting.Kind, on day: Day) -> Meeting {
    Meeting(id: id, kind: kind, day: day, present: [Cast.office, Cast.leader, Cast.both])
  }
}
