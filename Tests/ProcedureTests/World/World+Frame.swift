import Criteria
import Procedure

/// The steps around the review: coming in and qualification, entry, visit, list.
extension World {
  mutating func admit(_ id: CaseID, _ step: Step) throws {
    func run(_ command: CaseCommand, _ actor: PersonID) throws {
      try perform(.dossier(id, command), as: actor)
    }
    switch step {
    case .registered: try run(.register(Cast.application(id)), Cast.office)
    case .complete:
      try run(.fillForm(Papers.form), Cast.officer)
      for document in Papers.documents { try run(.attach(document), Cast.officer) }
      try run(.countCopies(Papers.copies), Cast.officer)
    case .checking: try run(.submit, Cast.officer)
    case .recommended:
      try run(.recommend(opinion: "材料齐全，信用良好，同意推荐", sealedOn: now.day), Cast.officer)
    case .examined:
      try inquire(.qualification, in: id)
      for rule in Rule.decided {
        try run(.decideCondition(rule, isMet: true, reason: "核实无误"), Cast.office)
      }
    case .qualified: try run(.qualify(true, reason: ""), Cast.office)
    case .noticed: try run(.publishNotice(.qualification, number: "公示 1"), Cast.office)
    case .inReview:
      outlastNotice(id)
      try run(.closeNotice(.qualification), Cast.office)
    default: break
    }
  }

  /// A department is asked and answers.
  mutating func inquire(
    _ purpose: InquiryPurpose, in id: CaseID = first, isAdverse: Bool = false
  ) throws {
    try perform(
      .dossier(id, .inquire(purpose, department: "市应急管理局", question: "近三年守法和信用情况")),
      as: Cast.office)
    let open = dossiers[id]?.admission.inquiries(for: purpose).last?.id
    try perform(
      .dossier(id, .answerInquiry(open ?? "", answer: "无不良记录", isAdverse: isAdverse)),
      as: Cast.office)
  }

  /// Holds a meeting of a kind and says its name.
  @discardableResult
  mutating func meet(_ kind: Meeting.Kind, about id: CaseID = first) throws -> MeetingID {
    let meeting = MeetingID("\(kind.rawValue)-\(id)-\(cycle.meetings.count)")
    try run(.hold(Papers.meeting(meeting, kind, on: now.day)))
    return meeting
  }

  mutating func goOn(_ id: CaseID, _ step: Step, marks: [ItemID: Percentage]) throws {
    func run(_ command: CaseCommand, _ actor: PersonID) throws {
      try perform(.dossier(id, command), as: actor)
    }
    switch step {
    case .reported: try run(.reportToMeeting("评分说明"), Cast.leader)
    case .admitted:
      try run(.decideEntry(meet(.leaders, about: id), enters: true, reason: ""), Cast.office)
    case .announced: try run(.publishNotice(.onSite, number: "公示 2"), Cast.office)
    case .entered:
      outlastNotice(id)
      try run(.closeNotice(.onSite), Cast.office)
    case .visiting: try arrange(id)
    case .ticked: try visit(id, marks: marks)
    case .submitted: try run(.submitVisit(opinion: "建议列入培育名单"), Cast.siteLeader)
    case .proposed:
      try run(
        .decideProposal(meet(.settlement, about: id), isProposed: true, reason: ""), Cast.office)
    case .consulted: try inquire(.opinion, in: id)
    case .proposalNoticed: try run(.publishNotice(.proposal, number: "公示 3"), Cast.office)
    case .cleared:
      outlastNotice(id)
      try run(.closeNotice(.proposal), Cast.office)
    case .approved:
      try run(
        .decideApproval(meet(.directors, about: id), isApproved: true, reason: ""), Cast.office)
    case .listed: try run(.publishList(number: "公布 1"), Cast.office)
    default: break
    }
  }

  private mutating func arrange(_ id: CaseID) throws {
    let from = freeDay(of: "s1", in: 20, beside: id)
    try perform(
      .dossier(id, .arrangeVisit("s1", from: from, until: from.adding(days: 1))), as: Cast.office)
    for person in Cast.examiners { try perform(.dossier(id, .declare(nil)), as: person) }
  }

  private mutating func visit(_ id: CaseID, marks: [ItemID: Percentage]) throws {
    let visit = dossiers[id]!.visit!
    wait(until: visit.until)
    for (place, check) in visit.checks.enumerated() {
      let examiner = Cast.examiners[place % Cast.examiners.count]
      try perform(.dossier(id, .tick(check.id, Self.finding)), as: examiner)
    }
    let agenda = visit.agenda.map { line in
      var line = line
      line.done = true
      return line
    }
    try perform(.dossier(id, .changeAgenda(agenda)), as: Cast.siteLeader)
    for item in Edition.shipped.items {
      let mark = marks[item.id] ?? PanelFive.zero
      try perform(
        .dossier(id, .settleSiteMark(item.id, mark, reason: "现场证实")), as: Cast.siteLeader)
    }
  }
}

extension World {
  /// A complaint lodged and found right, wholly or as told.
  mutating func establish(
    _ id: ComplaintID = "k1", dossier: CaseID? = nil, person: PersonID? = nil,
    outcome: Outcome = .substantiated, measure: Measure? = nil
  ) throws {
    let isFraud = dossier != nil && outcome == .substantiated
    try supervise(.lodge(Papers.complaint(id, dossier: dossier, person: person)), as: Cast.examiner)
    try supervise(
      .close(
        id, outcome, measure ?? (outcome == .unfounded ? .none : isFraud ? .fraud : .proposed),
        finding: "经查证据确凿"))
  }
}
