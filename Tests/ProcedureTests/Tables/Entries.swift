import Criteria
import Procedure

/// One well-formed entry of each kind, as its author would write it here and now.
///
/// What follows from the case is computed from it; what the case has not yet is made up.
struct Entries: Sendable {
  /// An entry with those that its author writes directly before it.
  struct Sample: Sendable {
    let name: String
    let event: Event
    var before: [Event] = []
  }

  let world: World
  let actor: PersonID

  var today: Day { world.now.day }
  var dossier: CaseState? { world.dossiers[World.first] }
  var parameters: Parameters { world.cycle.parameters(of: 2026) }

  func term(_ days: Int) -> Term {
    world.cycle.calendar.term(
      days: days, after: today, countFirst: parameters.firstDayCounts)
  }

  /// All kinds of a case's stream.
  var ofCase: [Sample] {
    admission + city + publicity + meetings + cultivation + review + consensus + visit
  }

  private func one(_ event: Event, after before: Event...) -> Sample {
    Sample(name: event.kind.rawValue, event: event, before: before)
  }

  private func each(_ name: String, _ event: Event, after before: Event...) -> Sample {
    Sample(name: "\(event.kind.rawValue) \(name)", event: event, before: before)
  }

  // MARK: How a case comes in and is qualified

  private var admission: [Sample] {
    let change = ChangeReport(kind: .rename, occurred: today, reported: today, text: "更名")
    let opinion = Event.materialNoted(about: .recommendation, text: "同意推荐")
    let returned = Event.materialNoted(about: .returned, text: "材料不全")
    return [
      one(.caseRegistered(application: Cast.application(), year: 2026)),
      one(.applicationAmended(application: Cast.application())),
      one(.formFilled(form: Papers.form)), one(.documentAttached(document: Papers.profile)),
      one(.documentRemoved(document: "d-profile")),
      one(.documentReceived(document: Papers.file(), receipt: Papers.receipt)),
      one(
        .splittingCorrected(
          document: "evidence-1", corrections: [.assign(line: 3, items: ["4.1.2"])],
          sections: ["4.1.2"])),
      one(.copiesCounted(copies: Papers.copies)), one(.applicationSubmitted(on: today)),
      one(opinion), one(.applicationRecommended(sealedOn: today), after: opinion),
      one(.applicationReturned, after: returned), one(.applicationResumed),
      one(.changeReported(report: change)),
    ]
  }

  /// The inquiry that nobody has answered, or none that there is.
  private var openInquiry: InquiryID {
    let inquiries = dossier?.admission.inquiries.filter { $0.value.answered == nil }
    return inquiries?.keys.min() ?? "i9"
  }

  private var city: [Sample] {
    let note = Event.officeNoted(about: .qualification, text: "有事故")
    let content = Inquiry(department: "市税务局", question: "信用")
    var answered = dossier?.admission.inquiries[openInquiry]?.content ?? content
    answered.answer = "无"
    let sent = InquiryPurpose.allCases.map {
      Event.inquirySent(purpose: $0, on: today, number: "征〔2026〕1号")
    }
    let answer = Event.inquiryAnswered(inquiry: openInquiry, on: today)
    return [
      one(.conditionDecided(rule: .E2, isMet: true, reason: "核实")),
      each("qualification", sent[0]), each("opinion", sent[1]),
      each("question", .inquiryRecorded(inquiry: nil, content: content), after: sent[0]),
      each("opinion", .inquiryRecorded(inquiry: nil, content: content), after: sent[1]),
      one(answer),
      each(
        "answer", .inquiryRecorded(inquiry: openInquiry, content: answered), after: answer),
      each("yes", .qualificationDecided(isQualified: true)),
      each("no", .qualificationDecided(isQualified: false), after: note),
    ] + NoteKind.allCases.map { each($0.rawValue, .officeNoted(about: $0, text: "说明")) }
  }

  // MARK: Notices, objections, letters, decisions

  private var publicity: [Sample] {
    let notices = NoticeKind.allCases.map { kind in
      let term = term(kind.days(parameters))
      return each(
        kind.rawValue,
        .noticePublished(
          notice: PublicNotice(
            kind: kind, number: "公示", published: today, last: term.last,
            provisional: term.provisional, days: kind.days(parameters))))
    }
    let open = dossier?.publicity.openObjections.first
    let received = Event.objectionReceived(on: today, due: term(parameters.objectionDays))
    let answer = Event.objectionAnswered(objection: open ?? "o9", on: today, isUpheld: false)
    var content = open.flatMap { dossier?.publicity.objections[$0]?.content } ?? Papers.objection
    content.answer = "不属实"
    return notices
      + NoticeKind.allCases.map { each($0.rawValue, .noticeClosed(notice: $0, on: today)) }
      + LetterKind.allCases.map {
        each(
          $0.rawValue, .letterSent(letter: LetterRecord(kind: $0, number: "函", sent: today)))
      } + [
        one(received),
        each(
          "objection", .objectionRecorded(objection: nil, content: Papers.objection),
          after: received),
        one(answer),
        each(
          "answer", .objectionRecorded(objection: open ?? "o9", content: content), after: answer),
        one(
          .objectionDelivered(
            objection: dossier?.publicity.listedObjections.last?.id ?? "o9",
            delivery: Delivery(.post, on: today))),
        each("number", .paperCorrected(correction: correction(.number, to: "公示 9"))),
        each(
          "day", .paperCorrected(correction: correction(.day, to: "\(notice?.published ?? today)"))),
      ]
  }

  private var notice: PublicNotice? { dossier?.publicity.notice(.qualification) }

  private func correction(_ part: PaperCorrection.Part, to right: String) -> PaperCorrection {
    PaperCorrection(
      .qualificationNotice, part, former: part == .number ? notice?.number ?? "-" : "2026-01-01",
      right: right, reason: "笔误")
  }

  private var meetings: [Sample] {
    let until = today.adding(months: parameters.cultivationYears * 12).adding(days: -1)
    let total = dossier?.siteTotal ?? Points(whole: 620)
    func note(_ about: NoteKind) -> Event { .officeNoted(about: about, text: "名额") }
    return [
      one(.meetingReportGiven), one(.meetingReported(text: "评分说明"), after: .meetingReportGiven),
      each("yes", .entryDecided(meeting: "b-leaders", enters: true)),
      each("no", .entryDecided(meeting: "b-leaders", enters: false), after: note(.entry)),
      each("yes", .proposalDecided(meeting: "b-settlement", isProposed: true)),
      each(
        "no", .proposalDecided(meeting: "b-settlement", isProposed: false),
        after: note(.proposal)),
      each(
        "yes", .approvalDecided(meeting: "b-directors", isApproved: true)),
      each(
        "no", .approvalDecided(meeting: "b-directors", isApproved: false),
        after: note(.approval)),
      one(
        .listPublished(
          number: "公布", on: today, until: until, tier: parameters.tier(of: total)?.rank ?? 0,
          total: total)),
      each("fraud", .caseEnded(by: .fraud, on: today), after: note(.ending)),
      each("ineligible", .caseEnded(by: .ineligible, on: today), after: note(.ending)),
      each("withdrawn", .caseEnded(by: .withdrawn, on: today), after: note(.ending)),
    ]
  }

  // MARK: Cultivation

  private var cultivation: [Sample] {
    let payment = Payment(amount: 500_000, day: today)
    let due = dossier?.cultivation?.grant.map { _ in today.adding(months: parameters.refundMonths) }
    func lost(_ ending: Ending, _ about: NoteKind, _ due: Day?) -> Sample {
      each(
        ending.rawValue, .placeLost(by: ending, on: today, refundDue: due),
        after: .officeNoted(about: about, text: "事由"))
    }
    return [
      one(.grantPaid(payment: payment)),
      one(.activityRecorded(activity: Activity(kind: .welfare, day: today, text: "义诊"))),
      one(.reportReceived(year: 2026, on: today)), lost(.fraud, .ending, due),
      lost(.reportMissing, .lost, nil), lost(.breach, .revocation, due),
      one(.lossAnnounced(number: "公告", on: today)), one(.grantRefunded(payment: payment)),
      one(.contentsDestroyed(on: today)),
    ] + kept
      + Assessment.Direction.allCases.flatMap { direction in
        let given = Event.assessmentGiven(direction: direction)
        return [
          each(direction.rawValue, given),
          each(
            direction.rawValue,
            .assessmentRecorded(direction: direction, assessment: Papers.assessment),
            after: given),
        ]
      }
  }

  /// A paper in each room of a case.
  private var kept: [Sample] {
    let rooms: [(String, RoomID)] = [
      ("material", .material(World.first)), ("office", .office(World.first)),
      ("consensus", .consensus(World.first)), ("on site", .onSite(World.first)),
      ("result", .result(year: 2026)), ("sheet", .sheet(World.first, actor, revision: 1)),
    ]
    return rooms.map { each($0, .paperKept(paper: Papers.kept($1, on: today))) }
  }

  // MARK: Review

  private var review: [Sample] {
    let record = dossier?.sheets[actor]
    let revision = (record?.revision ?? 0) + 1
    let handedIn = Event.sheetHandedIn(reviewer: actor, revision: revision)
    return [
      one(.panelAssigned(panel: "m1")),
      one(.declarationSigned(person: actor, interest: nil)),
      one(.personRecused(person: actor, interest: Interest(ground: .kinship))),
      one(.reviewersDesignated(reviewers: Cast.reviewers, due: today)),
      one(.reviewStarted(reviewer: actor)), one(handedIn),
      one(
        .sheetRecorded(reviewer: actor, revision: revision, sheet: PanelFive.sheet(2)),
        after: handedIn),
      one(
        .sheetWithdrawn(reviewer: actor, revision: record?.revision ?? 1, reason: "看错")),
      one(.openingAsked), one(.openingReleased),
    ]
  }

  private var consensus: [Sample] {
    let session = dossier?.consensus
    let revision = session?.revision ?? 1
    let percentages = session?.percentages ?? PanelFive.medians
    let total = Scorecard(percentages, edition: .shipped).total ?? .zero
    let concluded = Event.consensusConcluded(total: total, conclusion: "结论")
    let finished = Event.consensusFinished(revision: revision)
    return [
      one(.consensusOpened(revision: 1, threshold: parameters.spreadLimit)),
      one(.attendanceRecorded(present: Cast.reviewers, absences: [:])),
      one(.itemDiscussed(item: "4.1.2", text: "议")),
      one(.itemMerged(item: "4.1.2", merge: session?.merge(of: "4.1.2") ?? Merge())),
      one(.itemSettled(item: "4.1.2", percentage: Percentage(60)!, reason: "合议")),
      one(.dissentRecorded(item: "4.1.2", person: actor, text: "偏高")), one(concluded),
      one(finished, after: concluded),
      one(
        .materialResult(revision: revision, total: total, percentages: percentages),
        after: concluded, finished),
      one(.consensusReopened(revision: revision + 1, reason: "复核")),
    ]
  }
}
