import Demo
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

/// The habits of fields and windows, over every form that the tests' list knows.
@Suite("Habits of fields, in every form")
struct FieldHabitTests {
  @Test(
    "text over a field's limit stays, is counted at its field, and F5 refuses there",
    arguments: Bench.allCases)
  func tooLong(_ bench: Bench) throws {
    for form in bench.forms {
      let sheet = try #require(form.console.openForm)
      for (place, field) in sheet.form.fields.enumerated() {
        let limit: Int
        switch field.kind {
        case .text(let text): limit = text.maxLength
        case .area(let area, _): limit = area.maxLength
        case .choice, .toggle, .multiple: continue
        }
        var desktop = form
        var filling = sheet
        filling.form.setFocus(place)
        filling.form[field.id]?.kind.empty()
        desktop.console.overlay = .form(filling)
        desktop.send(.input(.paste(String(repeating: "字", count: limit + 7))))
        let name = "\(form.form)/\(field.id)"
        let after = try #require(desktop.console.openForm)
        #expect(after.form.text(field.id).count == limit + 7, "\(name)")
        #expect(after.form.errors[field.id]?.contains("超出 7 字") == true, "\(name)")
        let effects = desktop.send(.input(.key(.function(5))))
        #expect(effects.isEmpty, "\(name): \(effects)")
        let refused = try #require(desktop.console.openForm)
        #expect(refused.form.errors[field.id]?.contains("超出 7 字") == true, "\(name)")
        #expect(refused.form.text(field.id).count == limit + 7, "\(name)")
      }
    }
  }

  @Test(
    "what a field is filled in with is replaced by typing, kept by moving first",
    arguments: Bench.allCases)
  func prefilled(_ bench: Bench) throws {
    for form in bench.forms {
      let sheet = try #require(form.console.openForm)
      for (place, field) in sheet.form.fields.enumerated() {
        guard case .text = field.kind, !field.isSecret, !field.text.isEmpty else { continue }
        var desktop = form
        var filling = sheet
        filling.form.setFocus(place)
        desktop.console.overlay = .form(filling)
        var moved = desktop
        desktop.press([.character("7")])
        #expect(desktop.console.openForm?.form.text(field.id) == "7", "\(form.form)/\(field.id)")
        moved.press([.end, .character("7")])
        #expect(moved.console.openForm?.form.text(field.id) == field.text + "7")
      }
    }
  }

  @Test(
    "F1, F2, F10 and F12 work in every form, and one comes back to it as it was",
    arguments: Bench.allCases)
  func keysInForms(_ bench: Bench) throws {
    for form in bench.forms { try check(form) }
  }

  /// Presses what works everywhere over what is open, and goes back each time.
  private func check(_ start: Desktop) throws {
    let focus = start.console.focusName
    let before = start.console.openForm?.form.fields.map(\.text)
    for (key, over) in [
      (Key.function(1), "help"), (.function(2), "palette"), (.function(10), "question/quit"),
    ] {
      var desktop = start
      desktop.press([key])
      #expect(desktop.console.focusName == over, "\(start.form)")
      // And over these again.
      for (next, further) in [(Key.function(1), "help"), (.function(2), "palette")]
      where further != over {
        desktop.press([next])
        #expect(desktop.console.focusName == further, "\(start.form)")
        desktop.press([.escape])
        #expect(desktop.console.focusName == over, "\(start.form)")
      }
      desktop.press([.escape])
      #expect(desktop.console.focusName == focus, "\(start.form)")
      #expect(desktop.console.openForm?.form.fields.map(\.text) == before, "\(start.form)")
      desktop.press([key, .function(12)])
      #expect(desktop.console.isLocked, "\(start.form)")
    }
    var locked = start
    locked.press([.function(12)])
    #expect(locked.console.isLocked, "\(start.form)")
    locked.send(.unlocked(locked.console.context.cycle))
    #expect(locked.console.openForm?.form.fields.map(\.text) == before, "\(start.form)")
  }

  @Test("F1, F2 and F10 over a question come back to the question, and the form under it stays")
  func keysInQuestions() throws {
    let rig = try Rig.ending()
    for key in [Key.function(1), .function(2), .function(10)] {
      rig.press(key)
      #expect(rig.backstage.console.focusName != "question/end")
      rig.press(.escape)
      #expect(rig.backstage.console.focusName == "question/end")
    }
    rig.press(.function(2))
    #expect(rig.text.contains("F8"))
    rig.press(.escape, .escape)
    #expect(rig.backstage.console.focusName == "form/end")
    #expect(rig.text.contains("申报组织来函退出"))
  }

  @Test("the list of actions over a form does what its keys do")
  func paletteInForm() throws {
    let rig = try Rig.ending()
    rig.press(.escape)
    #expect(rig.backstage.console.focusName == "form/end")
    rig.press(.function(2))
    rig.type("完成")
    rig.press(.enter)
    #expect(rig.backstage.console.focusName == "question/end")
  }

  @Test("a refusal stands at its field, which flashes until the next key")
  func flash() throws {
    let rig = try Rig.ending()
    rig.press(.escape, .control("u"), .function(5))
    #expect(rig.backstage.console.focusName == "form/end")
    let note = try #require(rig.canvas.rows.firstIndex { $0.contains("! 必填") })
    func flashes() -> Bool {
      let canvas = rig.canvas
      return (0..<canvas.size.width).contains {
        canvas[Point(x: $0, y: note - 1)]?.style.ground == .focus
      }
    }
    #expect(flashes())
    rig.press(.left)
    #expect(!flashes())
    #expect(rig.text.contains("! 必填"))
  }

  @Test("F1, F2 and F10 work on the login screen, and what was typed is still there")
  func login() throws {
    let rig = try Rig(.fresh)
    rig.press(.enter)
    rig.type("de")
    for key in [Key.function(1), .function(2), .function(10)] {
      rig.press(key, .escape)
      #expect(rig.backstage.console.focusName == "login/passphrase")
    }
    #expect(rig.text.contains("••"))
  }
}

extension FormField.Kind {
  /// Nothing put in.
  fileprivate mutating func empty() {
    switch self {
    case .text(let field):
      self = .text(TextField(isSecret: field.isSecret, maxLength: field.maxLength))
    case .area(let area, let rows):
      self = .area(TextArea(maxLength: area.maxLength, room: area.room), rows: rows)
    case .choice, .toggle, .multiple: break
    }
  }
}
