import Criteria
import Procedure

/// Commands of the frame around the review: coming in, notices, meetings, list, cultivation.
extension CommandGenerator {
  /// What a duty of the frame calls for; nil for those of the review itself.
  mutating func frame(_ duty: Duty, _ dossier: CaseState, _ world: World) -> (Command, PersonID)? {
    let actor: PersonID = if case .person(let person) = duty.holder { person } else { Cast.office }
    func does(_ command: CaseCommand, _ who: PersonID? = nil) -> (Command, PersonID) {
      (.dossier(dossier.id, command), who ?? actor)
    }
    switch duty.kind {
    case .submit: return does(completing(dossier, world), chance.pick([Cast.office, Cast.officer]))
    case .recommend:
      // One of them stays with its district until something was entered after the call.
      let lingers = dossier.id == "HZ26-0005" && dossier.material.receipts.isEmpty
      if lingers || chance.chance(40) { return does(documenting(dossier, world), Cast.officer) }
      if chance.chance(15) { return does(.returnApplication(reason: text()), Cast.officer) }
      return does(.recommend(opinion: text(), sealedOn: world.now.day), Cast.officer)
    case .qualify: return does(qualifying(dossier))
    case .publishNotice:
      let kind: NoticeKind =
        switch dossier.stage {
        case .qualification: .qualification
        case .opinions: .proposal
        default: .onSite
        }
      return does(.publishNotice(kind, number: number(world)))
    case .closeNotice:
      if chance.chance(6) { return does(.receiveObjection(objection())) }
      if chance.chance(4) { return does(.reportChange(change(world)), Cast.officer) }
      return does(.closeNotice(dossier.publicity.open?.kind ?? .proposal))
    case .answerObjection:
      let open = dossier.publicity.openObjections
      return does(
        .answerObjection(
          open.isEmpty ? "o1" : chance.pick(open), isUpheld: chance.chance(20), answer: text()))
    case .sendLetter:
      let due: LetterKind =
        switch dossier.stage {
        case .notQualified: .notQualified
        case .notEntered: .notEntered
        case .revoked: .revoked
        default: .objection
        }
      let kind = chance.chance(20) ? chance.pick(LetterKind.allCases) : due
      return does(.sendLetter(kind, number: number(world)))
    case .reportToMeeting:
      if chance.chance(10) { return does(.reopenConsensus(reason: text())) }
      return does(.reportToMeeting(text()))
    case .decideEntry:
      if chance.chance(6) { return does(.reopenConsensus(reason: text()), Cast.leader) }
      return at(.leaders, dossier, world)
    case .decideProposal: return at(.settlement, dossier, world)
    case .askOpinions: return does(asking(dossier, world))
    case .approve: return at(.directors, dossier, world)
    case .publishList: return does(.publishList(number: number(world)))
    case .payGrant, .report: return does(cultivating(dossier, world))
    case .announceLoss: return does(.announceLoss(number: number(world)))
    case .refund:
      let amount = chance.chance(90) ? dossier.cultivation?.grant?.amount ?? 1 : 1
      return does(.recordRefund(Payment(amount: amount, day: world.now.day)))
    case .assess:
      if chance.chance(30) { return does(.assess(.ofPanel, Papers.assessment), Cast.supervisor) }
      return does(.assess(.ofApplicant, Papers.assessment))
    default: return nil
    }
  }

  /// A form, its papers, and at last the application handed in.
  private mutating func completing(_ dossier: CaseState, _ world: World) -> CaseCommand {
    if world.now > World.call.until.end {
      return .end(.withdrawn, complaint: nil, reason: text())
    }
    if dossier.admission.form == nil { return .fillForm(form()) }
    let kinds = Set(dossier.documents.map(\.kind))
    if let missing = Papers.documents.first(where: { !kinds.contains($0.kind) }) {
      return .attach(missing)
    }
    if chance.chance(10) { return .attach(Papers.file(.evidence, 1)) }
    if chance.chance(5) { return .removeDocument(dossier.documents.last?.id ?? "d-0") }
    if dossier.admission.copies.isEmpty { return .countCopies(Papers.copies) }
    if chance.chance(30) { return .amend(dossier.application) }
    return .submit
  }

  /// What the district does with documents while it checks.
  private mutating func documenting(_ dossier: CaseState, _ world: World) -> CaseCommand {
    let split = dossier.documents.filter { $0.original != nil && $0.hasText }
    if !split.isEmpty, chance.chance(60) {
      return .correctSplitting(
        chance.pick(split).id, [.cut(line: Int.random(in: 0..<9, using: &chance))], sections: [])
    }
    let ordinal = Int.random(in: 1...9, using: &chance)
    return .enterLate(
      Papers.file(.evidence, ordinal, titled: name()),
      LateReceipt(
        on: closing(of: dossier, world).adding(days: chance.chance(10) ? 1 : 0), by: "收发室"))
  }

  /// The last day of the call, which may have been made longer.
  private func closing(of dossier: CaseState, _ world: World) -> Day {
    world.cycle.call(of: dossier.year)?.until ?? World.call.until
  }

  private mutating func qualifying(_ dossier: CaseState) -> CaseCommand {
    if dossier.admission.inquiries.isEmpty || chance.chance(5) {
      return .inquire(.qualification, department: name(), question: text())
    }
    if let open = dossier.admission.inquiries(for: .qualification).first(where: {
      $0.record.answered == nil
    }) {
      return .answerInquiry(open.id, answer: text(), isAdverse: chance.chance(10))
    }
    if let rule = Rule.decided.first(where: { dossier.admission.conditions[$0]?.isMet != true }) {
      return .decideCondition(rule, isMet: chance.chance(95), reason: text())
    }
    return .qualify(chance.chance(95), reason: text())
  }

  private mutating func asking(_ dossier: CaseState, _ world: World) -> CaseCommand {
    let opinions = dossier.admission.inquiries(for: .opinion)
    if let open = opinions.first(where: { $0.record.answered == nil }) {
      return .answerInquiry(open.id, answer: text(), isAdverse: chance.chance(10))
    }
    if opinions.isEmpty || chance.chance(20) {
      return .inquire(.opinion, department: name(), question: text())
    }
    return .publishNotice(.proposal, number: number(world))
  }

  /// A decision at a meeting, or the meeting itself where there is none yet.
  private mutating func at(
    _ kind: Meeting.Kind, _ dossier: CaseState, _ world: World
  ) -> (Command, PersonID) {
    let held = world.cycle.meetings(kind)
    guard let meeting = held.first?.id, !chance.chance(15) else {
      let id = MeetingID("b\(world.cycle.meetings.count + 1)")
      let meeting = Meeting(id: id, kind: kind, day: world.now.day, present: Cast.reviewers)
      return (.cycle(.hold(meeting)), Cast.office)
    }
    let isFor = chance.chance(90)
    let command: CaseCommand =
      switch kind {
      case .leaders: .decideEntry(meeting, enters: isFor, reason: text())
      case .settlement: .decideProposal(meeting, isProposed: isFor, reason: text())
      case .directors: .decideApproval(meeting, isApproved: isFor, reason: text())
      }
    return (.dossier(dossier.id, command), Cast.office)
  }

  private mutating func cultivating(_ dossier: CaseState, _ world: World) -> CaseCommand {
    let today = world.now.day
    switch Int.random(in: 0..<20, using: &chance) {
    case 0...4: return .payGrant(Payment(amount: 500_000, day: today))
    case 5...8: return .recordActivity(Activity(kind: .sharing, day: today, text: text()))
    case 9...15: return .receiveReport(year: today.year - 1, on: today)
    case 16: return .revoke(reason: text())
    default: return .losePlace(reason: text())
    }
  }
}
