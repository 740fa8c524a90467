import Criteria
import Foundation
import Procedure

/// One event or more of every kind, with everything in it that a body can hold.
enum Bodies {
  /// All of them.
  static var all: [Event] {
    cycle + supervision + admission + publicity + cultivation + review + consensus + visit
  }

  static let day: Day = Day("2026-03-10") ?? Moment(seconds: 1_773_100_800).day
  static let later: Day = day.adding(days: 20)
  static func percentage(_ value: Int) -> Percentage { Percentage(value) ?? Percentage.all[0] }
  static let note = "现场与资料一致；设备 OEE 由 71.5% 升至 84%，\"对标\"\n第 2 行\t/路径\\ é e\u{301} 🏭\u{1}"

  static let panel = Panel(
    id: "m1", name: "第一评审组", stage: .material, leader: "p3", deputy: "p4",
    members: ["p3", "p4", "p5"])
  static let interest = Interest(ground: .consultancy, note: "2024 年咨询")

  static let cycle: [Event] = [
    .cycleOpened(year: 2026, title: "2026 年度培育", parameters: .hangzhou, edition: "gbt19580-2012"),
    .cycleOpened(year: 2027, title: "", parameters: .hangzhou, edition: nil),
    .personInvited(
      person: Person(
        id: "p3", name: "赵一", roles: [.expert], district: "330108", employer: "某大学",
        consultancies: ["某咨询"], expertise: ["质量"])),
    .personChanged(person: Person(id: "p4", name: "钱二", roles: [.secretariat, .supervisor])),
    .personJoined(person: "p3", fingerprint: "1234 5678"),
    .personConfirmed(person: "p3", fingerprint: "1234 5678"),
    .panelFormed(panel: panel), .panelChanged(panel: panel),
    .parametersAdopted(parameters: .hangzhou),
    .callAnnounced(from: day, until: later),
    .calendarLoaded(text: "date,kind,name\n2026-01-01,holiday,元旦\n"),
    .meetingHeld(meeting: Meeting(id: "b1", kind: .leaders, day: day, present: ["p1", "p3"])),
    .minutesRecorded(
      meeting: "b1",
      minutes: Minutes(
        absences: [MeetingAbsence(name: "王局", reason: note)],
        decisions: [MeetingDecision(text: note, grounds: "")])),
    .paperKept(paper: paper), .letterheadSet(letterhead: letterhead),
    .letterheadSet(letterhead: Letterhead()),
    .personSanctioned(person: "p9", sanction: .criticism), .cycleClosed(year: 2026),
    .entryNoted(entry: "ab12", by: "p4", role: .supervisor, reason: "已查明"),
    .entriesAccepted(entries: ["ab12", "cd34"], reason: note),
    .clockCorrected(last: Moment(day: later, hour: 9), reason: "主板电池没电"),
    .copyRetired(copy: "00ff00ff00ff00ff", reason: "电脑遗失"),
  ]

  static let paper = KeptPaper(
    kind: "minutes", title: "会议纪要", number: "杭市监质〔2026〕5号", day: day, room: .bureau,
    files: [
      KeptFile(
        name: "纪要.docx", bytes: 1_234, hash: String(repeating: "01", count: 32),
        file: String(repeating: "cd", count: 32), binding: String(repeating: "ef", count: 16),
        piece: 262_144, fileKey: Data(repeating: 7, count: 32))
    ])

  static let letterhead: Letterhead = {
    var head = Letterhead()
    (head.issuer, head.signer, head.prefix) = ("杭州市市场监督管理局文件", "杭州市市场监督管理局", "杭市监质")
    (head.contact, head.telephone, head.mailbox) = ("陈工", "0571-00000000", "a@b.example")
    (head.address, head.postcode, head.printer) = ("某路 1 号", "310000", "办公室")
    head.refundAccount = "户名某局，开户行某行，账号 1"
    (head.copiesTo, head.methodName, head.clauses) = (["某局", "某委"], "某办法", ["Q3": "第八条"])
    return head
  }()

  static let supervision: [Event] = [
    .complaintLodged(
      complaint: Complaint(
        id: "k1", topic: .fairness, source: .publicReport, dossier: "HZ26-0031", person: nil,
        text: note)),
    .investigationNoted(complaint: "k1", text: "约谈"),
    .investigationClosed(complaint: "k1", outcome: .partly, measure: .corrected, finding: note),
  ]

  static let application = Application(
    id: "HZ26-0031", name: "钱江精密机械有限公司", creditCode: "91330108MA2TEST01X",
    district: "330108", industry: "装备制造", exemptSector: .digitalEconomy,
    encouraged: [.strategicEmerging, .brandMark], staff: 412, founded: 2009, modelSince: 2021,
    controlled: ["甲", "乙"])
  static let answers = Dictionary(
    uniqueKeysWithValues: Declaration.allCases.map { ($0, $0 != .credit) })
  static let form = ApplicationForm(
    kind: .enterprise, address: "滨江区江南大道 1 号", legalRepresentative: "马骏",
    qualityOfficer: "高远", contact: "0571-00000000", industryCode: "3411", size: .medium,
    modelSince: YearMonth("2020-03"), group: "钱江集团",
    controlled: [
      ControlledOrganisation(
        name: "甲", creditCode: "9133", isInCity: false, declarations: answers,
        modelSince: YearMonth("2021-12"))
    ],
    years: (2023...2025).map {
      YearFigures(
        year: $0, revenue: 50_000, profit: -12, tax: 0, assets: Amount(hundredths: .max),
        productivity: Amount(hundredths: 12_345), researchShare: Amount(hundredths: 325), rank: 2)
    } + [YearFigures(year: 2022)],
    systems: ["ISO 9001"], awards: [], declarations: answers)

  static let scan: Document = {
    var document = Document(
      kind: .evidence, ordinal: 12, title: "营业执照", pages: 3, items: ["4.1.2", "4.7.2"],
      original: Original(
        name: "附件12：营业执照（盖章版）.pdf", bytes: 1_234_567,
        hash: String(repeating: "01", count: 32), file: String(repeating: "cd", count: 32),
        binding: String(repeating: "ef", count: 16), piece: 262_144,
        sealedKey: Data(repeating: 7, count: 60)))
    document.file = String(repeating: "ab", count: 32)
    document.characters = 120
    return document
  }()

  static let admission: [Event] = [
    .caseRegistered(application: application, year: 2026),
    .applicationAmended(
      application: Application(id: "HZ26-0032", name: "乙", district: "330106", industry: "食品")),
    .formFilled(form: form), .formFilled(form: ApplicationForm()),
    .documentAttached(
      document: Document(
        id: "d1", kind: .profile, title: "组织概述", file: String(repeating: "ab", count: 32),
        characters: 2_800, sections: ["B.1.1", "B.2.3"], mentions: [])),
    .documentAttached(
      document: Document(id: "d2", kind: .evidence, title: "证实", file: "b2", characters: 0)),
    .documentAttached(document: scan),
    .documentRemoved(document: "evidence-12"),
    .documentReceived(
      document: scan, receipt: LateReceipt(on: day, by: "区局收发室 王平")),
    .splittingCorrected(
      document: "selfEvaluation-1",
      corrections: [
        .assign(line: 12, items: ["4.1.2", "4.1.3"]),
        .assignCategory(line: 40, category: "4.1"), .release(line: 7), .cut(line: 55),
        .join(line: 60),
      ], sections: ["4.1.2", "4.1.3"]),
    .copiesCounted(copies: [
      .applicationForm: CopyCount(electronic: 1, paper: 3),
      .evidence: CopyCount(electronic: 1, paper: 1),
    ]),
    .applicationSubmitted(on: day), .applicationRecommended(sealedOn: day), .applicationReturned,
    .applicationResumed,
    .changeReported(
      report: ChangeReport(kind: .rename, occurred: day, reported: later, text: "更名")),
    .conditionDecided(rule: .E2, isMet: true, reason: "核实"),
    .inquirySent(purpose: .qualification, on: day),
    .inquiryRecorded(inquiry: "i1", content: Inquiry(department: "市税务局", question: "信用")),
    .inquiryRecorded(inquiry: nil, content: Inquiry(department: "市税务局", question: "信用")),
    .inquiryAnswered(inquiry: "i1", on: later), .qualificationDecided(isQualified: false),
    .materialNoted(about: .recommendation, text: note), .officeNoted(about: .entry, text: ""),
  ]

  static let publicity: [Event] = [
    .noticePublished(
      notice: PublicNotice(
        kind: .qualification, number: "杭市监公示〔2026〕1 号", published: day,
        last: later, provisional: true, days: 10, holds: true)),
    .noticeClosed(notice: .onSite, on: day),
    .letterSent(letter: LetterRecord(kind: .notQualified, number: "函 1", sent: day)),
    .paperCorrected(
      correction: PaperCorrection(
        .letter, ordinal: 2, .number, former: "函 1", right: "函 2", reason: note)),
    .objectionDelivered(objection: "o1", delivery: Delivery(.announcement, on: day)),
    .meetingReportGiven, .meetingReported(text: note),
    .entryDecided(meeting: "b1", enters: true), .proposalDecided(meeting: "b2", isProposed: false),
    .objectionReceived(on: day, due: Term(last: later, provisional: false)),
    .objectionRecorded(
      objection: "o1",
      content: Objection(objector: "某供应商", facts: "欠付货款", reasons: "诚信", evidence: "合同")),
    .objectionRecorded(
      objection: nil,
      content: Objection(objector: "某供应商", facts: "", reasons: "", evidence: "")),
    .objectionAnswered(objection: "o1", on: later, isUpheld: false),
    .approvalDecided(meeting: "b3", isApproved: true),
    .listPublished(
      number: "公布 1", on: day, until: later, tier: 1, total: Points(hundredths: 65_025)),
    .caseEnded(by: .withdrawn, on: day),
  ]

  static let cultivation: [Event] = [
    .grantPaid(payment: Payment(amount: 500_000, day: day)),
    .activityRecorded(activity: Activity(kind: .welfare, day: day, text: "义诊")),
    .reportReceived(year: 2026, on: day), .placeLost(by: .breach, on: day, refundDue: later),
    .placeLost(by: .reportMissing, on: day, refundDue: nil),
    .lossAnnounced(number: "公告", on: day), .contentsDestroyed(on: day),
    .grantRefunded(payment: Payment(amount: Amount(hundredths: 1), day: later)),
    .assessmentGiven(direction: .ofPanel),
    .assessmentRecorded(
      direction: .ofApplicant,
      assessment: Assessment(
        grades: Dictionary(uniqueKeysWithValues: SupervisionTopic.allCases.map { ($0, 5) }),
        text: "守纪")),
  ]

  static let sheet = Sheet(
    head: SheetHead(
      findings: [.conditions: Finding(.yes, note: "符合"), .practice: Finding(.partly)],
      keyFactors: ["规模", "市场"], overall: note, hours: 12),
    items: Dictionary(
      uniqueKeysWithValues: Edition.shipped.items.enumerated().map { index, item in
        (
          item.id,
          ItemReview(
            mark: index.isMultiple(of: 7)
              ? (index == 7 ? nil : .abstained(reason: "回避")) : .percentage(percentage(50)),
            bands: Dictionary(
              uniqueKeysWithValues: item.kind.dimensions.map {
                ($0, Band.containing(percentage(45)))
              }),
            comments: [
              Comment(
                .strength, note, doubled: true, dimension: item.kind.dimensions[0],
                evidence: ["4.1.2 第 3 页"]), Comment(.opportunity, "目标未分解到班组"),
            ], sitePoints: [SitePoint(.verify, "抽查台账")])
        )
      }))

  static let review: [Event] = [
    .panelAssigned(panel: "m1"), .declarationSigned(person: "p3", interest: nil),
    .declarationSigned(person: "p3", interest: interest),
    .personRecused(person: "p3", interest: interest),
    .reviewersDesignated(reviewers: ["p3", "p4", "p5"], due: later), .reviewStarted(reviewer: "p3"),
    .sheetHandedIn(reviewer: "p3", revision: 1),
    .sheetRecorded(reviewer: "p3", revision: 1, sheet: sheet),
    .sheetRecorded(reviewer: "p4", revision: 2, sheet: Sheet()),
    .sheetWithdrawn(reviewer: "p3", revision: 1, reason: "看错"), .openingAsked, .openingReleased,
  ]

  static let marks = Dictionary(
    uniqueKeysWithValues: Edition.shipped.items.map { ($0.id, percentage(55)) })

  static let consensus: [Event] = [
    .consensusOpened(revision: 1, threshold: 20),
    .attendanceRecorded(present: ["p3", "p4"], absences: ["p5": "出差", "p10": "病假"]),
    .attendanceRecorded(present: ["p3", "p4", "p5"], absences: [:], place: "三楼会议室"),
    .itemDiscussed(item: "4.1.2", text: note),
    .itemMerged(
      item: "4.1.2",
      merge: Merge(
        comments: [MergedComment(Comment(.strength, "好"), authors: ["p3", "p4"], used: true)],
        points: [MergedPoint(SitePoint(.clarify, "台账"), authors: ["p5"], used: false)])),
    .itemSettled(item: "4.1.2", percentage: percentage(60), reason: String(note.prefix(20))),
    .dissentRecorded(item: "4.1.2", person: "p5", text: "偏高"),
    .consensusConcluded(total: Points(hundredths: 55_275), conclusion: note),
    .consensusFinished(revision: 1),
    .materialResult(revision: 1, total: Points(hundredths: 55_275), percentages: marks),
    .consensusReopened(revision: 2, reason: "复核"),
  ]

  static let check = CheckPoint(
    item: "4.5.3", text: "抽查", method: .documents, origin: .examiner)
  static let line = AgendaLine(kind: .openingMeeting, day: day, time: "09:00", title: "首次会议")
  static let visited = AgendaLine(
    kind: .investigation, day: day, time: "10:30", title: "二号车间", department: "制造部",
    place: "厂区", escort: "陈工、李工")

  static let visit: [Event] = [
    .visitArranged(panel: "s1", from: day, until: later),
    .visitPrepared(material: marks, checks: [check, check], agenda: [line]),
    .agendaChanged(agenda: [line, visited]), .checkAdded(check: check),
    .checkTicked(
      check: "c1",
      finding: CheckFinding(
        outcome: .met, method: .viewing, evidence: note, place: "二车间", asked: "班组长")),
    .siteMarkProposed(item: "4.1.2", percentage: percentage(65), reason: "证实"),
    .siteMarkSettled(item: "4.1.2", percentage: percentage(65), reason: "证实"),
    .visitConcluded(total: Points(hundredths: 60_000), opinion: "建议列入"), .visitSubmitted,
    .siteResult(total: Points(hundredths: 60_000), tier: 2, percentages: marks),
    .siteResult(total: Points(hundredths: 0), tier: nil, percentages: [:]),
  ]

  /// A body as the log has it.
  static func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
