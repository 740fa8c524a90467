import Criteria
import Foundation
import Procedure

/// Everything that the demo plays, as read from the files compiled in.
struct Script {
  var cycle: CycleScript
  var forms: [CaseID: ApplicationForm]
  /// What is done beside the review, by the stage from which it is played.
  var acts: [String: [ActScript]]
  var reviews: [CaseID: ReviewScript]
  var remarks: RemarksScript
  var visits: VisitsScript

  /// Reads the files.
  static func load() throws -> Script {
    let decoder = JSONDecoder()
    func read<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
      try decoder.decode(type, from: DemoFile.data(name))
    }
    return Script(
      cycle: try read(CycleScript.self, "cycle.json"),
      forms: try read([CaseID: ApplicationForm].self, "forms.json"),
      acts: try read([String: [ActScript]].self, "acts.json"),
      reviews: try read([CaseID: ReviewScript].self, "reviews.json"),
      remarks: try read(RemarksScript.self, "remarks.json"),
      visits: try read(VisitsScript.self, "visits.json"))
  }

  /// The script of a case.
  func dossier(_ id: CaseID) -> CycleScript.DossierScript? {
    cycle.dossiers.first { $0.application.id == id }
  }

  /// The cases of a panel, in the order of the script.
  func dossiers(of panel: PanelID) -> [CycleScript.DossierScript] {
    cycle.dossiers.filter { $0.panel == panel }
  }

  /// A case's place in the script, by which what is not written out is varied.
  func place(of id: CaseID) -> Int {
    cycle.dossiers.firstIndex { $0.application.id == id } ?? 0
  }

  /// A panel.
  func panel(_ id: PanelID) -> Panel {
    guard let panel = cycle.panels.first(where: { $0.id == id }) else {
      preconditionFailure("the demo has no panel \(id)")
    }
    return panel
  }

  /// The officer of a district.
  func officer(of district: DistrictCode) -> PersonID {
    let officer = cycle.people.first {
      $0.roles.contains(.districtOfficer) && $0.district == district
    }
    guard let officer else { preconditionFailure("the demo has no officer in \(district)") }
    return officer.id
  }

  /// A date of the script.
  func day(_ act: CycleScript.DatedAct) -> Day {
    guard let day = cycle.dates[act] else {
      preconditionFailure("the demo has no date for \(act)")
    }
    return day
  }

  /// A text with the names in braces filled in.
  func filled(_ text: String, for id: CaseID) -> String {
    text.replacing("{name}", with: dossier(id)?.application.name ?? "")
      .replacing("{conclusion}", with: reviews[id]?.conclusion ?? "")
  }
}
