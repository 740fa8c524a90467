import Criteria
import Foundation
import Procedure
import Terminal

@testable import Console

/// A screen without a store: messages in, effects out, as the program hands them on.
struct ScreenWorld<S: Screen> {
  var context: Context
  var screen: S
  /// The case as it stands in the store, which a screen of a case is shown.
  var dossier: CaseState!

  /// A screen in its surroundings; it is not opened yet.
  init(_ screen: S, _ context: Context) { (self.screen, self.context) = (screen, context) }

  /// Sends a message and takes the effects.
  @discardableResult
  mutating func send(_ message: ScreenMessage) -> [Effect] { screen.update(message, context) }

  /// Writes to the case; the screen does not hear of it yet.
  mutating func apply(_ events: Event..., by author: PersonID) {
    for event in events { dossier.apply(event, by: author, at: context.now) }
  }

  /// Gives the screen the case as it stands.
  @discardableResult
  mutating func show() -> [Effect] { send(.loaded(.dossier(dossier))) }

  /// Presses keys: an action's key first, letters as text while one types; the last one's effects.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    var effects: [Effect] = []
    for key in keys {
      var isText = false
      if screen.isTyping, case .character = key { isText = true }
      let offer = isText ? nil : screen.offers(context).first { $0.keys.contains(key) }
      effects = offer.map { screen.begin($0.id, context) } ?? send(.key(key))
    }
    return effects
  }

  /// Types text.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.reduce([]) { _, character in press(.character(character)) }
  }

  /// Does an action by its name, where it is offered.
  @discardableResult
  mutating func begin(_ name: String) -> [Effect] { screen.begin(name, context) }

  /// What is offered under a name; nil where nothing is.
  func offer(_ name: String) -> Offer? { screen.offers(context).first { $0.id == name } }

  /// Fills in a form that was opened.
  @discardableResult
  mutating func fill(_ sheet: FormSheet, _ texts: [String: String] = [:]) -> [Effect] {
    var sheet = sheet
    for (id, text) in texts {
      if case .area(let area, let rows) = sheet.form[id]?.kind {
        sheet.form[id]?.kind = .area(TextArea(text, maxLength: area.maxLength), rows: rows)
      } else {
        sheet.form[id]?.kind = .text(TextField(text))
      }
    }
    return screen.fill(sheet, context)
  }

  /// What follows from a choice of the question among effects.
  func answer(_ effects: [Effect], _ choice: String = "yes") -> [Effect] {
    Self.question(effects)?.choices.first { $0.id == choice }?.then ?? []
  }

  /// What a choice of the question among effects comes to, its actions done.
  @discardableResult
  mutating func follow(_ effects: [Effect], _ choice: String = "yes") -> [Effect] {
    answer(effects, choice).flatMap { effect in
      if case .begin(let name) = effect { begin(name) } else { [effect] }
    }
  }

  /// Whether a key leads to nothing but the sentence why it cannot be done.
  mutating func refuses(_ key: Key) -> Bool {
    guard case .say(let notice)? = press(key).first else { return false }
    return notice.kind == .refusal
  }

  /// The form among effects, opened or named its faults.
  static func form(_ effects: [Effect]) -> FormSheet? {
    for effect in effects {
      switch effect {
      case .open(let sheet), .revise(let sheet): return sheet
      default: continue
      }
    }
    return nil
  }

  /// The question among effects.
  static func question(_ effects: [Effect]) -> Question? {
    for case .ask(let question) in effects { return question }
    return nil
  }

  /// What a person sees.
  var text: String {
    var canvas = Canvas(size: context.size)
    screen.paint(on: &canvas, in: context.room, context)
    return canvas.dump()
  }

  /// The bureau shows the line and the tiers to those who score.
  mutating func showTheLine() {
    var parameters = context.cycle.parameters
    parameters.switchedOff = [.lineHidden]
    context.cycle.apply(.parametersAdopted(parameters: parameters))
  }
}
