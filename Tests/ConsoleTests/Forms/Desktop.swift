import Foundation
import Procedure
import Store
import Terminal

@testable import Console

/// A console before one person, as a value: what it reads is answered, what it would write is only
/// noted, and copies of it go their own ways.
struct Desktop {
  var console: Console
  /// What the store answers; nil where it does not answer.
  var answers: (Request) -> Reply?

  /// Sends a message, and all that is read because of it; returns what else it led to.
  @discardableResult
  mutating func send(_ message: Message) -> [Effect] {
    answer(console.update(message, at: console.context.now))
  }

  /// Goes to a screen.
  mutating func go(_ screen: ScreenID, _ dossier: CaseID?) {
    console.overlay = nil
    let effects = console.goTo(screen, dossier)
    answer(console.resolved(effects))
  }

  mutating func press(_ keys: [Key]) { for key in keys { send(.input(.key(key))) } }

  /// Does what effects say.
  @discardableResult
  mutating func follow(_ effects: [Effect]) -> [Effect] { answer(console.resolved(effects)) }

  @discardableResult
  private mutating func answer(_ effects: [Effect]) -> [Effect] {
    var rest: [Effect] = []
    for effect in effects {
      guard case .load(let request) = effect else {
        rest.append(effect)
        continue
      }
      if let reply = answers(request) { rest += send(.screen(.loaded(reply))) }
    }
    return rest
  }

  // MARK: Forms

  /// Every form to which something leads that can be done now, with the desktop on which it stands.
  func forms() -> [Desktop] {
    if console.openForm != nil { return [self] }
    var found: [Desktop] = []
    for offer in console.screen.offers(console.context) where offer.isAvailable {
      var next = self
      next.follow([.begin(offer.id)])
      found += next.formsOfAnswers()
    }
    return found
  }

  /// The form that stands open, or those to which the answers of a question lead.
  private func formsOfAnswers() -> [Desktop] {
    guard case .question(let question, _) = console.overlay else {
      return console.openForm == nil ? [] : [self]
    }
    return question.choices.flatMap { choice in
      var next = self
      next.console.overlay = nil
      next.follow(choice.then)
      return next.console.openForm == nil ? [] : [next]
    }
  }

  /// The name of the form that stands open: of its screen and its own.
  var form: String { "\(console.current.rawValue)/\(console.openForm?.id ?? "")" }
}

extension Desktop {
  /// What somebody sees who logged in to a demo store.
  init(_ rig: Rig, as person: PersonID) throws {
    try rig.signIn(person)
    let (store, session) = (rig.backstage.store, rig.backstage.session)
    var known: [Request: Reply] = [:]
    self.init(console: rig.backstage.console) { request in
      if let reply = known[request] { return reply }
      let reply: Reply
      do {
        guard let session, let read = try Self.read(request, store, session) else { return nil }
        reply = read
      } catch {
        reply = .unavailable(request, .plain("\(error)"))
      }
      known[request] = reply
      return reply
    }
  }

  private static func read(
    _ request: Request, _ store: Store, _ session: Session
  ) throws -> Reply? {
    switch request {
    case .accounts: return .accounts(try store.people(), try store.title())
    case .queue(let query, let offset, let limit):
      return .queue(
        query, offset: offset,
        rows: try store.queue(query, offset: offset, limit: limit, by: session),
        total: try store.count(query, by: session))
    case .counts: return .counts(try store.counts(by: session))
    case .underWay: return .underWay(try store.dossiersUnderWay())
    case .row(let id): return .row(try store.queueRow(id, by: session))
    case .dossier(let id): return .dossier(try store.dossier(id, by: session))
    case .dossiers(let ids):
      return .dossiers(try ids.map { try store.dossier($0, by: session) })
    case .draft(let id): return .draft(id, try store.draft(of: id, by: session))
    case .leftBeside(let id): return .leftBeside(id, try store.leftBeside(id, by: session))
    case .reading(let id): return .reading(id, try store.reading(of: id, by: session))
    case .progress(let id): return .progress(id, try store.progress(of: id))
    case .history(let query, let before, let limit):
      return .history(
        query, before: before,
        rows: try store.history(query, before: before, limit: limit, by: session))
    case .terms(let kinds, let offset, let limit):
      let found = try store.terms(kinds, offset: offset, limit: limit, by: session)
      return .terms(kinds, offset: offset, rows: found.0, total: found.1)
    case .letters(let offset, let limit):
      let found = try store.letters(offset: offset, limit: limit, by: session)
      return .letters(offset: offset, rows: found.0, total: found.1, due: found.2)
    case .papers(let limit): return .papers(try store.papers(limit: limit, by: session))
    case .board: return .board(try store.board(by: session))
    case .scores: return .scores(try store.scores(from: .consensus, by: session))
    case .copies: return .copies(try store.copiesState())
    case .supervision: return .supervision(try store.supervision(by: session))
    case .minutes: return .minutes(try store.minutes(by: session))
    // Texts and what is looked through stand in no form, and what was decided neither.
    case .document, .manuscript, .watch, .decisions: return nil
    }
  }
}
