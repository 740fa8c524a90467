import Criteria
import Foundation
import Procedure
import Store

/// The material of one application: its own texts, or the templates filled with its figures.
struct MaterialScript {
  let script: Script
  let dossier: CycleScript.DossierScript

  private var id: CaseID { dossier.application.id }
  /// Whether it is handed in some day; what is not is not complete either.
  private var isComplete: Bool { dossier.submitted != nil }

  /// The application as it is entered: texts, form and copies.
  var entry: ImportedCase {
    let form = script.form(of: id)
    var kinds: [(DocumentKind, String)] = [
      (.profile, "profile"), (.selfEvaluation, "self-evaluation"),
    ]
    if isComplete { kinds += [(.workSummary, "summary"), (.evidence, "evidence")] }
    return ImportedCase(
      dossier.application,
      documents: kinds.map { kind, name in
        ImportedDocument(
          kind: kind, title: script.cycle.titles[kind] ?? name, text: text(name, form))
      },
      form: form, copies: isComplete ? copies : nil)
  }

  private var copies: [DocumentKind: CopyCount] {
    let parameters = Parameters.hangzhou
    var copies: [DocumentKind: CopyCount] = [:]
    for kind in DocumentKind.allCases {
      copies[kind] = CopyCount(
        electronic: 1, paper: kind == .evidence ? parameters.evidenceCopies : parameters.copies)
    }
    if let paper = dossier.paper { copies[.profile]?.paper = paper }
    return copies
  }

  private func text(_ name: String, _ form: ApplicationForm?) -> String {
    if dossier.hasMaterial == true, name != "evidence" {
      return DemoFile.text("material/\(id)/\(name).md")
    }
    let parts = DemoFile.text("material/template/\(name).md").components(separatedBy: "\n# ")
    let kept = parts.filter { part in
      dossier.omitted?.contains { part.trimmingPrefix("# ").hasPrefix($0 + " ") } != true
    }
    var text = kept.joined(separator: "\n# ")
    if !text.hasPrefix("# ") { text = "# " + text }
    // The longer first: a word may lie within another.
    for (word, other) in (dossier.words ?? [:]).sorted(by: { $0.key.count > $1.key.count }) {
      text = text.replacing(word, with: other)
    }
    for (key, value) in values(form) { text = text.replacing("{\(key)}", with: value) }
    return text
  }

  /// What stands for the names in braces.
  private func values(_ form: ApplicationForm?) -> [String: String] {
    let application = dossier.application
    let place = script.place(of: id)
    var values = [
      "name": application.name, "industry": application.industry,
      "district": Parameters.hangzhou.district(application.district)?.name.zh ?? "",
      "staff": "\(application.staff ?? 0)", "founded": "\(application.founded ?? 0)",
      "since": "\(application.modelSince ?? 0)",
      "a": "\(38 + place % 10)", "b": "\(52 + place % 13)", "c": "\(3 + place % 6)",
      "legal": form?.legalRepresentative ?? "", "officer": form?.qualityOfficer ?? "",
      "appointment": form?.appointment ?? "",
      "rank": "\(form?.years.last?.rank ?? 1)",
    ]
    for number in 0..<3 {
      guard let years = form?.years, !years.isEmpty else { break }
      let year = years[min(number, years.count - 1)]
      values["r\(number + 1)"] = "\(year.revenue ?? 0)"
      values["p\(number + 1)"] = "\(year.profit ?? 0)"
    }
    return values
  }
}

extension Script {
  /// The form of an application; declarations that the script leaves out are all made.
  func form(of id: CaseID) -> ApplicationForm? {
    guard var form = forms[id] else { return nil }
    let all = Dictionary(uniqueKeysWithValues: Declaration.allCases.map { ($0, true) })
    if form.declarations.isEmpty { form.declarations = all }
    for index in form.controlled.indices where form.controlled[index].declarations.isEmpty {
      form.controlled[index].declarations = all
    }
    return form
  }
}
