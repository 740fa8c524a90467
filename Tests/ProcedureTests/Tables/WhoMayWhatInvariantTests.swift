import Procedure
import Testing

/// What must hold in the kept table, written by hand beside the rules it comes from.
@Suite("Who may what: what must hold")
struct WhoMayWhatInvariantTests {
  typealias Actor = WhoMayWhat.Actor

  let table: WhoMayWhat
  init() throws { table = try WhoMayWhat.kept() }

  /// Where a command is allowed, and to whom.
  private func places(_ names: String...) -> [String: Set<Actor>] {
    var places: [String: Set<Actor>] = [:]
    for block in table.blocks {
      for row in block.rows where names.contains(row.name) {
        let who = Set(Actor.allCases.filter(row.may))
        if !who.isEmpty { places[block.title, default: []].formUnion(who) }
      }
    }
    return places
  }

  private var stages: [(stage: Stage, block: WhoMayWhat.Block)] {
    table.blocks.compactMap { block in block.stage.map { ($0, block) } }
  }

  @Test("every command is somebody's somewhere")
  func noDeadCommand() {
    let rows = table.blocks.flatMap(\.rows)
    let allowed = Set(rows.filter { Actor.allCases.contains(where: $0.may) }.map(\.name))
    // Joining is each person's own; contents are destroyed years later (RandomCommandTests, RetentionTests).
    #expect(Set(rows.map(\.name)).subtracting(allowed) == ["join", "destroyContents"])
  }

  @Test("M7: another district's officer and an expert in no panel may turn to supervision, no more")
  func outsiders() {
    for block in table.blocks {
      let allowed = block.title == WhoMayWhat.beside ? ["lodge"] : []
      #expect(block.allowed(.far) == allowed, "\(block.title)")
      #expect(block.allowed(.expert) == allowed, "\(block.title)")
    }
  }

  @Test("Q1: only an officer of the own district recommends and returns, in the district's check")
  func district() {
    #expect(places("recommend") == ["districtCheck": [.officer]])
    #expect(places("returnApplication") == ["districtCheck": [.officer]])
    let rest = stages.filter { $0.stage > .districtCheck && $0.stage != .returned }
    for (stage, block) in rest {
      #expect(Set(block.allowed(.officer)).isSubset(of: ["reportChange"]), "\(stage)")
    }
  }

  @Test("M7: material comes in from district or city, while registered and never later")
  func material() {
    for name in ["fillForm", "attach", "submit"] {
      #expect(places(name) == ["registered": [.office, .officer]], "\(name)")
    }
    // Until the district recommends the registration is corrected and the copies are counted.
    for name in ["amend", "countCopies"] {
      #expect(
        places(name) == [
          "registered": [.office, .officer], "districtCheck": [.office, .officer],
        ],
        "\(name)")
    }
    #expect(places("register") == [WhoMayWhat.before: [.office, .officer]])
    #expect(places("resume") == ["returned": [.office, .officer]])
  }

  @Test("Q2, Q3: the city alone inquires, decides the conditions and qualifies")
  func qualification() {
    #expect(places("decideCondition", "qualify yes") == ["qualification": [.office]])
    #expect(places("inquire qualification") == ["qualification": [.office]])
    #expect(places("inquire opinion") == ["opinions": [.office]])
    #expect(places("answerInquiry") == ["qualification": [.office], "opinions": [.office]])
    #expect(places("qualify no") == ["qualification": [.office], "qualificationNotice": [.office]])
  }

  @Test("Q3, R8, P2: each notice is published and closed at its own stage, by the city alone")
  func notices() {
    #expect(places("publishNotice qualification") == ["qualification": [.office]])
    #expect(places("closeNotice qualification") == ["qualificationNotice": [.office]])
    #expect(places("publishNotice onSite") == ["leadersMeeting": [.office]])
    #expect(places("closeNotice onSite") == ["onSiteNotice": [.office]])
    #expect(places("publishNotice proposal") == ["opinions": [.office]])
    #expect(places("closeNotice proposal") == ["proposalNotice": [.office]])
  }

  @Test("P3: objections come in on a notice alone; what is open is answered even after an end")
  func objections() {
    let notices: [String: Set<Actor>] = [
      "qualificationNotice": [.office], "onSiteNotice": [.office], "proposalNotice": [.office],
    ]
    #expect(places("receiveObjection") == notices)
    #expect(
      places("answerObjection")
        == notices.merging(["terminated": [.office]]) { old, _ in old })
  }

  @Test("R2–R4: reviews are the panel's own, in independent review and nowhere else")
  func review() {
    for name in ["startReview", "handIn", "withdraw"] {
      #expect(places(name) == ["independentReview": [.leader, .member]], "\(name)")
    }
    for name in ["designate", "askOpening", "openConsensus"] {
      #expect(places(name) == ["independentReview": [.leader]], "\(name)")
    }
    #expect(places("assignPanel", "releaseOpening") == ["independentReview": [.office]])
  }

  @Test("R6: nobody but the leader settles, and in consensus alone; a member may dissent")
  func consensus() {
    for name in ["settle", "discuss", "merge", "recordAttendance", "finishConsensus"] {
      #expect(places(name) == ["consensus": [.leader]], "\(name)")
    }
    #expect(places("dissent") == ["consensus": [.leader, .member]])
    #expect(places("reopenConsensus", "reportToMeeting") == ["leadersMeeting": [.leader]])
  }

  @Test("R7, S6, P4: the city decides, each at its own stage or back from its notice")
  func decisions() {
    #expect(places("decideEntry yes") == ["leadersMeeting": [.office]])
    #expect(places("decideEntry no") == ["leadersMeeting": [.office], "onSiteNotice": [.office]])
    #expect(places("decideProposal yes") == ["settlement": [.office]])
    #expect(
      places("decideProposal no")
        == ["settlement": [.office], "opinions": [.office], "proposalNotice": [.office]])
    #expect(places("decideApproval yes", "decideApproval no") == ["approval": [.office]])
    #expect(places("publishList") == ["approval": [.office]])
  }

  @Test("S1–S5: the on-site panel works on site; its leader alone settles and hands over")
  func onSite() {
    #expect(places("arrangeVisit") == ["onSiteReview": [.office]])
    for name in ["changeAgenda", "addCheck", "tick", "proposeSiteMark"] {
      #expect(places(name) == ["onSiteReview": [.siteLead, .examiner]], "\(name)")
    }
    #expect(places("settleSiteMark", "submitVisit") == ["onSiteReview": [.siteLead]])
  }

  @Test("R5: a declaration before the work, a recusal at any time, by members of the case's panels")
  func interests() {
    #expect(
      places("declare none", "declare one")
        == ["independentReview": [.leader, .member], "onSiteReview": [.siteLead, .examiner]])
    for (stage, block) in stages where stage >= .independentReview && stage <= .cultivation {
      let who = Set(Actor.allCases.filter { block.allowed($0).contains("recuse") })
      let isVisited = stage >= .onSiteReview
      #expect(
        who == (isVisited ? [.leader, .member, .siteLead, .examiner] : [.leader, .member]),
        "\(stage)")
    }
  }

  @Test("V1, V3: a supervisor changes nothing but what is supervision's")
  func supervisor() {
    for block in table.blocks {
      let own: Set =
        block.title == WhoMayWhat.beside
        ? [
          "sanction", "lodge", "note", "close", "noteEntry superv", "keep supervision",
          "accept cycle",
        ]
        : ["end fraud", "assess ofPanel", "accept"]
      #expect(Set(block.allowed(.superv)).isSubset(of: own), "\(block.title)")
    }
    #expect(
      places("sanction", "note", "close") == [WhoMayWhat.beside: [.superv]])
    #expect(places("lodge") == [WhoMayWhat.beside: Set(Actor.allCases)])
  }

  @Test("V4: fraud ends a case wherever it stands, by supervision alone; the rest is the city's")
  func ending() {
    for (stage, block) in stages {
      let who = Actor.allCases.filter { block.allowed($0).contains("end fraud") }
      #expect(who == (stage.isEnd ? [] : [.superv]), "\(stage)")
      for name in ["end withdrawn", "end ineligible"] {
        let who = Actor.allCases.filter { block.allowed($0).contains(name) }
        #expect(who == (!stage.isEnd && stage < .cultivation ? [.office] : []), "\(stage)")
      }
    }
  }

  @Test("M8: a change is reported from handing in to the list, by district or city")
  func changes() {
    for (stage, block) in stages {
      let who = Set(Actor.allCases.filter { block.allowed($0).contains("reportChange") })
      let isUnderReview = stage > .registered && stage < .cultivation
      #expect(who == (isUnderReview ? [.office, .officer] : []), "\(stage)")
    }
  }

  @Test("C1–C4: grant, activities, reports and loss are cultivation's, and the city's alone")
  func cultivation() {
    #expect(
      places("payGrant", "recordActivity", "receiveReport", "losePlace", "revoke")
        == ["cultivation": [.office]])
    #expect(places("announceLoss", "recordRefund") == ["revoked": [.office]])
  }

  @Test(
    "V3: the panel assesses the applicant once the visit is over, supervision enters the other side"
  )
  func assessments() {
    let visited: Set = [
      "settlement", "opinions", "proposalNotice", "approval", "cultivation", "notProposed",
      "revoked", "terminated",
    ]
    let panel = places("assess ofApplicant")
    #expect(Set(panel.keys) == visited)
    #expect(panel.values.allSatisfy { $0 == [.siteLead, .examiner] })
    let other = places("assess ofPanel")
    #expect(Set(other.keys) == visited && other.values.allSatisfy { $0 == [.superv] })
  }

  @Test(
    "Q1–C4: an ended case takes letters, answers, papers, assessments, recusals, what a loss asks for"
  )
  func ends() {
    for (stage, block) in stages where stage.isEnd {
      var allowed: Set = [
        "recuse", "assess ofApplicant", "assess ofPanel", "keep office", "keep consensus",
        "correctPaper", "deliverAnswer", "accept",
      ]
      switch stage {
      case .returned: allowed.insert("resume")
      case .notQualified: allowed.insert("sendLetter notQualified")
      case .notEntered: allowed.insert("sendLetter notEntered")
      case .terminated: allowed.insert("answerObjection")
      case .revoked: allowed.formUnion(["sendLetter revoked", "announceLoss", "recordRefund"])
      default: break
      }
      for actor in Actor.allCases {
        #expect(Set(block.allowed(actor)).isSubset(of: allowed), "\(stage) \(actor)")
      }
    }
  }

  @Test("no stage but an end or cultivation stands still: somebody moves it on")
  func movesOn() {
    let onward: [Stage: String] = [
      .registered: "submit", .districtCheck: "recommend",
      .qualification: "publishNotice qualification",
      .qualificationNotice: "closeNotice qualification", .independentReview: "openConsensus",
      .consensus: "finishConsensus", .leadersMeeting: "publishNotice onSite",
      .onSiteNotice: "closeNotice onSite", .onSiteReview: "submitVisit",
      .settlement: "decideProposal yes", .opinions: "publishNotice proposal",
      .proposalNotice: "closeNotice proposal", .approval: "publishList",
    ]
    for (stage, block) in stages where !stage.isEnd && stage != .cultivation {
      let name = onward[stage] ?? ""
      #expect(Actor.allCases.contains { block.allowed($0).contains(name) }, "\(stage)")
    }
  }

  @Test("R1, K: the year, people and panels are the secretariat's")
  func cycle() {
    #expect(
      places(
        "adopt", "openCycle", "closeCycle", "call", "loadCalendar", "hold leaders", "invite",
        "change", "confirm", "formPanel", "changePanel") == [WhoMayWhat.beside: [.office]])
  }
}
