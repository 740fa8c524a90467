import Criteria
import Foundation
import Procedure
import Store
import Testing

@testable import Demo

@Suite("Demo material: three applications with their whole texts")
struct MaterialTests {
  static let cases: [CaseID] = ["HZ26-0007", "HZ26-0031", "HZ26-0044"]

  @Test("M2, M3: the texts keep the limits", arguments: cases)
  func limits(id: CaseID) {
    let profile = CharacterCount.of(DemoFile.text("material/\(id)/profile.md"))
    let evaluation = CharacterCount.of(DemoFile.text("material/\(id)/self-evaluation.md"))
    #expect((1...Parameters.hangzhou.profileLimit).contains(profile))
    #expect((1...Parameters.hangzhou.selfEvaluationLimit).contains(evaluation))
    #expect(!DemoFile.text("material/\(id)/summary.md").isBlank)
  }

  @Test("the self-evaluation has a part for every item", arguments: cases)
  func parts(id: CaseID) {
    let text = MaterialText(DemoFile.text("material/\(id)/self-evaluation.md"))
    for item in Edition.shipped.items {
      #expect((text.part(item.id)?.body.count ?? 0) > 200, "\(id) \(item.id)")
    }
  }

  @Test("the texts speak of their own applicant", arguments: cases)
  func ownName(id: CaseID) throws {
    let name = try #require(try Script.load().dossier(id)?.application.name)
    #expect(DemoFile.text("material/\(id)/profile.md").contains(name))
  }

  @Test("who may read the material reads what was compiled in", arguments: cases)
  func readable(id: CaseID) throws {
    let store = try DemoBuilds.open(.fresh)
    let session = try store.signIn("zhaoyi")
    let documents = try store.dossier(id, by: session).documents
    #expect(documents.map(\.kind) == [.profile, .selfEvaluation, .workSummary, .evidence])
    let document = try #require(documents.first { $0.kind == .selfEvaluation })
    #expect(
      try store.text(of: document, in: id, by: session)
        == DemoFile.text("material/\(id)/self-evaluation.md"))
  }

  @Test(
    "comments stand on every item of the applications written out", arguments: cases + ["HZ26-0019"]
  )
  func remarks(id: CaseID) throws {
    let remarks = try #require(try Script.load().remarks.dossiers[id])
    for item in Edition.shipped.items {
      let own = try #require(remarks[item.id], "\(id) \(item.id)")
      #expect(own.comments.count >= 2)
      #expect(own.comments.allSatisfy { !($0.evidence ?? []).isEmpty })
      #expect(own.comments.allSatisfy { $0.dimension?.kind == item.kind })
    }
  }

  @Test("every application has a form; one code fails its check digit, all others pass")
  func codes() throws {
    let script = try Script.load()
    #expect(Set(script.forms.keys) == Set(script.cycle.dossiers.map(\.application.id)))
    let applications = script.cycle.dossiers.map(\.application)
    let wrong = applications.filter { !Self.hasSoundCheck($0.creditCode) }
    #expect(wrong.map(\.id) == ["HZ26-0008"])
  }

  @Test("texts from the templates have no brace left, and their headings unless left out")
  func templates() throws {
    let script = try Script.load()
    for dossier in script.cycle.dossiers where dossier.hasMaterial != true {
      let entry = MaterialScript(script: script, dossier: dossier).entry
      for document in entry.documents {
        let text = try #require(document.text)
        #expect(!text.contains("{") && !text.contains("}"))
        #expect(text.hasPrefix("# "))
      }
      let parts = entry.documents.flatMap { MaterialText($0.text ?? "").parts }
        .compactMap(\.id?.rawValue)
      let wanted =
        ProfileSection.allCases.map(\.rawValue) + Edition.shipped.items.map(\.id.rawValue)
      #expect(Set(wanted).subtracting(parts) == Set(dossier.omitted ?? []))
    }
  }

  /// The check character of GB 32100.
  private static func hasSoundCheck(_ code: String) -> Bool {
    let signs = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for sign in code.dropLast() {
      sum += (signs.firstIndex(of: sign) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return code.count == 18 && code.last == signs[(31 - sum % 31) % 31]
  }
}
