import Criteria
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

/// With another person's commit between opening and F5, every form does what was shown or
/// says what changed.
@Suite("Every form and another person's commit")
struct EveryFormTests {
  @Test("on the stores of the demo", arguments: KeptForms.tours)
  func demo(_ tour: Tour) throws {
    let rig = try Rig(tour.stage, at: tour.now)
    let forms = try tour.forms(rig)
    let reached = Set(forms.map(\.form))
    #expect(tour.tries.subtracting(reached) == [], "no more reached")
    #expect(reached.subtracting(KeptForms.all) == [], "tried by no test")
    for form in forms where tour.tries.contains(form.form) { try check(form) }
  }

  @Test("no key and no name stands for two actions of one place", arguments: KeptForms.tours)
  func keys(_ tour: Tour) throws {
    let doubled = try tour.doubled(try Rig(tour.stage, at: tour.now))
    #expect(doubled.isEmpty, "\(doubled.sorted())")
  }

  @Test("in states made for it", arguments: Bench.allCases)
  func made(_ bench: Bench) throws {
    let forms = bench.forms
    let tries = KeptForms.benches[bench] ?? []
    let reached = Set(forms.map(\.form))
    #expect(tries.subtracting(reached) == [], "no more reached")
    #expect(reached.subtracting(KeptForms.all) == [], "tried by no test")
    for form in forms where tries.contains(form.form) { try check(form) }
  }

  @Test("every form that a screen knows is tried")
  func everyForm() throws {
    let acts = CaseActName.allCases.filter {
      if case .form = $0.act.way { true } else { false }
    }
    let tried = KeptForms.all
    #expect(acts.filter { !tried.contains("dossier/\($0.rawValue)") } == [])
    let named = try FormNames.all()
    // Found by what the sources look like: none found would be no proof.
    #expect(named.count > 30)
    #expect(named.subtracting(tried) == [])
  }

  /// Fills a form in after each of the things that others can do: as it stands, and with other
  /// choices than the first ones, which stand elsewhere when a list changes.
  private func check(_ form: Desktop) throws {
    let sheet = try #require(form.console.openForm)
    let tries = [1, 0].map { choosing -> (filling: Form, shown: FilledIn) in
      var alone = form
      let filling = sheet.form.filled(choosing: choosing)
      return (filling, alone.fillIn(filling))
    }
    let done = tries.filter(\.shown.isDone)
    for (filling, _) in done { try checkMarks(form, filling) }
    #expect(!done.isEmpty, "\(form.form) is never filled in as it is wanted: \(tries.map(\.shown))")
    for change in OthersChange.all(on: form) {
      let after = change.made(under: form)
      for (filling, shown) in Self.isThorough ? tries : Array(done.prefix(1)) {
        var desktop = after
        let found = desktop.fillIn(filling)
        if let why = Verdict(form, after, filling).objection(to: found, shown: shown) {
          Issue.record("\(form.form) while \(change.name): \(why)")
        }
      }
    }
  }

  /// A field that a form refuses to be without carries the sign for it, and no other does.
  private func checkMarks(_ form: Desktop, _ filling: Form) throws {
    let sheet = try #require(form.console.openForm)
    for (place, field) in filling.fields.enumerated() where field.isWritten && !field.isSecret {
      var (desktop, emptied) = (form, sheet)
      emptied.form = filling
      emptied.form.setFocus(place)
      _ = emptied.form[field.id]?.putBack("")
      // A key in the field, as one empties it.
      _ = emptied.form[field.id]?.putBack("x")
      desktop.console.overlay = .form(emptied)
      desktop.press([.end, .backspace])
      let after = try #require(desktop.console.openForm).form
      let isMarked = after[field.id].map(after.isRequired) == true
      let isRefused: Bool
      if case .says(let fields) = desktop.fillIn(after) {
        isRefused = fields.contains(field.id)
      } else {
        isRefused = false
      }
      #expect(isMarked == isRefused, "\(form.form)/\(field.id)")
    }
  }

  private static let isThorough =
    ProcessInfo.processInfo.environment["PINGSHEN_TRIALS"] == "full"
}
