import Criteria
import Foundation
import Procedure

/// Everything that the demo plays, as read from the files compiled in.
struct Script {
  var cycle: CycleScript
  var reviews: [CaseID: ReviewScript]
  var remarks: RemarksScript
  var visits: VisitsScript

  /// Reads the four files.
  static func load() throws -> Script {
    let decoder = JSONDecoder()
    return Script(
      cycle: try decoder.decode(CycleScript.self, from: DemoFile.data("cycle.json")),
      reviews: try decoder.decode(
        [CaseID: ReviewScript].self, from: DemoFile.data("reviews.json")),
      remarks: try decoder.decode(RemarksScript.self, from: DemoFile.data("remarks.json")),
      visits: try decoder.decode(VisitsScript.self, from: DemoFile.data("visits.json")))
  }

  /// The script of a case.
  func file(_ id: CaseID) -> CycleScript.FileScript? {
    cycle.files.first { $0.application.id == id }
  }

  /// The cases of a panel, in the order of the script.
  func files(of panel: PanelID) -> [CycleScript.FileScript] {
    cycle.files.filter { $0.panel == panel }
  }

  /// The steps up to a stage, in the order of time.
  func steps(until stage: DemoStage) -> [Step] {
    var steps: [Step] = [.openCycle]
    steps += cycle.people.dropFirst().map { .enter($0.id) }
    steps += cycle.files.map { .register($0.application.id) }
    steps += [.districtCheck, .qualification, .qualificationNotice, .beginReview]
    steps += experts(.material).map { .declare($0) }
    steps += cycle.panels.filter { $0.stage == .material }.map { .designate($0.id) }
    if stage >= .reviewed {
      steps += reviewSteps
      steps += cycle.files.filter { $0.opening != nil }.map { .prepareOpening($0.application.id) }
    }
    let sessions = cycle.files.filter { reviews[$0.application.id]?.settled != nil }
    let unfinished = sessions.filter { reviews[$0.application.id]?.conclusion == nil }
    if stage >= .consensus { steps += unfinished.map { .hold($0.application.id) } }
    if stage >= .onsite {
      steps += cycle.panels.filter { $0.stage == .material }.map { .extend($0.id) }
      steps += sessions.filter { reviews[$0.application.id]?.conclusion != nil }
        .map { .hold($0.application.id) }
      steps += [.onSiteNotice, .onSiteReview]
      if stage >= .scored {
        steps += visitSteps(submitted: true)
        steps += [.opinions, .proposalNotice, .approval, .cultivation]
      }
      steps += visitSteps(submitted: false)
    }
    return steps
  }

  /// The members of the panels of a stage of review, each once.
  private func experts(_ stage: PanelStage) -> [PersonID] {
    Set(cycle.panels.filter { $0.stage == stage }.flatMap(\.members)).sorted()
  }

  /// The sheets case by case, in turn over the reviewers, so that everybody is at work every day.
  private var reviewSteps: [Step] {
    let longest = reviews.values.map(\.reviewers.count).max() ?? 0
    return (0..<longest).flatMap { turn in
      cycle.files.compactMap { file in
        let id = file.application.id
        guard let review = reviews[id], turn < review.reviewers.count else { return nil }
        let reviewer = review.reviewers[turn]
        return review.unfinished?[reviewer] == 0 ? nil : .review(id, reviewer)
      }
    }
  }

  private func visitSteps(submitted: Bool) -> [Step] {
    let chosen = visits.visits.filter { ($0.value.opinion != nil) == submitted }
      .sorted { ($0.value.from, $0.key) < ($1.value.from, $1.key) }.map(\.key)
    return chosen.map { .arrange($0) }
      + experts(.onSite).map { .declareOnSite($0) } + chosen.map { .visit($0) }
  }
}

/// A step of the demo: what one person does in one sitting.
enum Step {
  case openCycle
  case enter(PersonID)
  case register(CaseID)
  case districtCheck, qualification, qualificationNotice, beginReview
  case declare(PersonID)
  case designate(PanelID)
  case extend(PanelID)
  case review(CaseID, PersonID)
  case prepareOpening(CaseID)
  case hold(CaseID)
  case onSiteNotice, onSiteReview
  case arrange(CaseID)
  case declareOnSite(PersonID)
  case visit(CaseID)
  case opinions, proposalNotice, approval, cultivation
}
