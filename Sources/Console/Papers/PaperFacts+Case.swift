import Criteria
import Office
import Procedure
import Reports

/// The papers of one case, as this person may read it.
extension PaperFacts {
  /// The content of a paper of one case.
  ///
  /// - Throws: `PaperFault.closed` where it is not among the papers that this person can print of it.
  func ofCase() throws(PaperFault) -> any PaperContents {
    guard dossiers.count == 1, let dossier = dossiers.first else { throw .nobody }
    let desk = PaperDesk(dossier: dossier, person: person, cycle: cycle)
    guard desk.orders.contains(where: { $0.isSame(as: order) }) else { throw .closed(order.paper) }
    switch order.paper {
    case .blankSheet: return SheetContent(subject(dossier), edition(dossier))
    case .reviewSheet: return try sheet(dossier)
    case .consensusRecord, .materialReport: return try session(dossier)
    case .feedbackReport: return try feedback(dossier)
    case .visitPlan, .visitAgenda, .attendanceSheet, .visitRecord, .visitReport:
      return try visit(dossier)
    case .pledge: return pledge(dossier)
    case .mutualAssessment: return try assessment(dossier)
    case .materialReceipt: return receipt(dossier)
    case .caseFile: return folder(dossier, desk)
    case .noticeQualification, .noticeOnSite, .noticeProposal, .noticeFinal, .letterInquiry,
      .letterOpinion, .letterNotQualified, .letterNotEntered, .letterObjection, .letterRevoked,
      .announcement, .complaintRecord, .complaintReport, .recommendation, .scoreTable,
      .meetingMinutes:
      throw .closed(order.paper)
    }
  }

  // MARK: What all of them name

  func subject(_ dossier: CaseState) -> PaperCase {
    let parameters = cycle.parameters(of: dossier.year)
    let application = dossier.application
    return PaperCase(
      number: application.id.rawValue, name: application.name, creditCode: application.creditCode,
      district: parameters.district(application.district)?.name.zh ?? "",
      industry: application.industry, city: parameters.city.zh, year: dossier.year, date: now.day,
      head: head(parameters))
  }

  func edition(_ dossier: CaseState) -> Edition { cycle.edition(of: dossier.year) }

  var names: [PersonID: String] { cycle.people.mapValues(\.name) }

  /// Whose work a panel's is: who leads first, who stepped back marked.
  func people(of panel: Panel, _ dossier: CaseState) -> [PaperPerson] {
    let leader = dossier.actingLeader(of: panel, in: cycle)
    let members = panel.members.filter { $0 == leader } + panel.members.filter { $0 != leader }
    return members.map { person(of: $0, in: panel, dossier) }
  }

  func person(of id: PersonID, in panel: Panel?, _ dossier: CaseState) -> PaperPerson {
    let isLeader = panel.flatMap { dossier.actingLeader(of: $0, in: cycle) } == id
    let post = isLeader ? "组长" : panel?.deputy == id ? "副组长" : "组员"
    var found = PaperPerson(
      name: cycle.people[id]?.name ?? id.rawValue, unit: cycle.people[id]?.employer ?? "",
      post: post, declared: declared(by: id, dossier))
    found.stepsBack = dossier.stepsBack(id)
    return found
  }

  private func declared(by person: PersonID, _ dossier: CaseState) -> String {
    if let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil {
      let note = interest.note.isBlank ? "" : "（\(Markup.line(interest.note))）"
      return "回避：\(Phrase.ground(interest.ground).zh)\(note)"
    }
    return dossier.declarations[person] == nil ? "尚未声明" : "已声明无应当回避的情形"
  }

  // MARK: Review

  private func sheet(_ dossier: CaseState) throws(PaperFault) -> SheetContent {
    guard let reviewer = order.person, let sheet = dossier.consensus?.sheets[reviewer] else {
      throw .closed(order.paper)
    }
    var content = SheetContent(subject(dossier), edition(dossier))
    (content.reviewer, content.sheet) = (names[reviewer] ?? reviewer.rawValue, sheet)
    let record = dossier.sheets[reviewer]
    (content.revision, content.handedIn) = (record?.revision ?? 1, record?.handedInAt?.day)
    return content
  }

  private func session(_ dossier: CaseState) throws(PaperFault) -> SessionContent {
    guard let session = dossier.consensus, !session.sheets.isEmpty,
      let panel = dossier.panel.flatMap({ cycle.panels[$0] })
    else { throw .closed(order.paper) }
    let parameters = cycle.parameters(of: dossier.year)
    var content = SessionContent(
      subject(dossier), edition(dossier), panel: panel.name, members: people(of: panel, dossier),
      session: session, names: names, line: parameters.materialLine, bandGap: parameters.bandGap)
    (content.opened, content.finished) = (dossier.openedAt?.day, dossier.finishedAt?.day)
    content.total = dossier.consensusFinished ? dossier.materialTotal : nil
    return content
  }

  private func feedback(_ dossier: CaseState) throws(PaperFault) -> FeedbackContent {
    guard let session = dossier.consensus, dossier.consensusFinished, !session.sheets.isEmpty else {
      throw .closed(order.paper)
    }
    var content = FeedbackContent(subject(dossier), edition(dossier))
    content.number = order.number
    for item in content.edition.items {
      content.comments[item.id] = session.merge(of: item.id).comments.filter(\.used)
        .map(\.comment)
    }
    return content
  }

  private func pledge(_ dossier: CaseState) -> PledgeContent {
    let person = order.person ?? self.person
    let panel = [dossier.panel, dossier.onSitePanel].compactMap { $0 }
      .compactMap { cycle.panels[$0] }.first { $0.members.contains(person) }
    var content = PledgeContent(subject(dossier), self.person(of: person, in: panel, dossier))
    let interest = dossier.recusals[person] ?? dossier.declarations[person] ?? nil
    content.grounds = InterestGround.allCases.map {
      PledgeContent.Ground(Phrase.ground($0).zh, isDeclared: interest?.ground == $0)
    }
    content.note = interest?.note ?? ""
    return content
  }

  // MARK: Admission and folder

  private func receipt(_ dossier: CaseState) -> ReceiptContent {
    let parameters = cycle.parameters(of: dossier.year)
    let rows = DocumentKind.allCases.map { kind in
      let copies = dossier.admission.copies[kind] ?? CopyCount(electronic: 0, paper: 0)
      return ReceiptContent.Row(
        kind: Phrase.document(kind).zh, electronic: copies.electronic, paper: copies.paper,
        wanted: kind == .evidence ? parameters.evidenceCopies : parameters.copies,
        documents: dossier.documents.filter { $0.kind == kind }.map { document in
          document.title + (document.pages.map { "（\($0) 页）" } ?? "")
        })
    }
    var content = ReceiptContent(subject(dossier), rows: rows)
    content.submitted = dossier.admission.submitted
    content.late = dossier.documents.compactMap { document in
      dossier.material.receipts[document.id].map {
        "\(document.title)：\(PaperFill.written($0.receivedOn))由\($0.receivedBy)收到"
      }
    }
    return content
  }

  private func folder(_ dossier: CaseState, _ desk: PaperDesk) -> FolderContent {
    let notices = dossier.publicity.notices.map { notice in
      FolderContent.Entry(
        title: Paper(notice.kind).title.zh, number: notice.number,
        date: PaperFill.written(notice.published), remark: "另存")
    }
    let listed = dossier.cultivation.map {
      FolderContent.Entry(
        title: Paper.noticeFinal.title.zh, number: $0.number, date: PaperFill.written($0.since),
        remark: "另存")
    }
    let papers = desk.filed.map { order in
      FolderContent.Entry(
        title: order.title.zh, number: order.number,
        remark: order.isDraft ? "草稿，随卷" : "随卷")
    }
    return FolderContent(
      subject(dossier), stage: Phrase.stage(dossier.stage).zh,
      entries: papers + notices + (listed.map { [$0] } ?? []))
  }
}
