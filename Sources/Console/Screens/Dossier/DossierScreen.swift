import Foundation
import Procedure
import Store
import Terminal

/// The dossier of a case (案卷): what it is, its material, its people, and what is to be done.
struct DossierScreen: CaseScreen {
  /// The panes, in the order in which Tab goes through them.
  enum Pane: Int, Sendable, Hashable, CaseIterable {
    case acts
    case material
    case people
    case facts
  }

  let id = ScreenID.dossier
  private(set) var dossier: CaseState?
  private(set) var progress: [PersonID: Int] = [:]
  /// Why the case cannot be shown.
  private(set) var refusal: Phrase?
  private(set) var pane = Pane.acts
  private(set) var actList = ListState()
  /// The material in the order of the method, what is missing too.
  private(set) var materials = Window<Entry>()
  private(set) var peopleScroll = ScrollState()
  private(set) var factsScroll = ScrollState()
  /// The index of the material, over the panes.
  var index: MaterialIndex?
  /// The folder or archive that is looked into, over everything.
  var taking = TakePane()
  private(set) var takingText = TextPane()
  /// Where a document's splitting is corrected, over everything else.
  var desk: SplittingDesk?
  /// The document that is being read, over the panes.
  private(set) var reader: DocumentReader?
  /// The act that stays selected while the case changes.
  private var chosen: CaseActName?
  /// Whether an act was just done: the next state says whether it still waits.
  private var goesOn = false

  let isTyping = false

  var focusName: String {
    if taking.isShown { return "taking" }
    if desk != nil { return "desk" }
    return reader != nil ? "reader" : index != nil ? "index" : "\(pane)"
  }

  func title(_ context: Context) -> Line {
    guard let dossier else { return context.line(id.title) }
    return Line("\(dossier.id) \(dossier.application.name)", .text) + Line(" · ", .dim)
      + context.line(id.title, .dim)
  }

  // MARK: Updates

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      if dossier?.id != context.dossier { self = DossierScreen() }
      return reload(context)
    case .storeChanged: return reload(context)
    case .loaded(.unavailable(.manuscript, let why)): return [.say(Notice(.refusal, why))]
    case .loaded(let reply):
      take(reply, context)
      return taking.take(message)
    case .leaving: return taking.take(message)
    case .key(let key): return take(key, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, _): return take(step > 0 ? .down : .up, context)
    case .done(let ticket, _):
      goesOn = true
      if ticket == Self.splitTicket { return splitDone(context) }
      return reload(context) + ComplaintForm.said(ticket)
    default: return []
    }
  }

  func reload(_ context: Context) -> [Effect] {
    context.dossier.map { [.load(.dossier($0)), .load(.progress($0))] } ?? []
  }

  private mutating func take(_ reply: Reply, _ context: Context) {
    switch reply {
    case .dossier(let dossier) where dossier.id == context.dossier:
      (self.dossier, refusal) = (dossier, nil)
      let acts = acts(context)
      // What was done does not stay under the hand, but for one condition after the other: what waits
      // next comes first.
      let goesOnWithIt = acts.contains {
        $0.act == chosen && $0.act.act.canBeRedone && $0.isWaiting
      }
      if goesOn, !goesOnWithIt { chosen = nil }
      goesOn = false
      index?.hold(dossier, in: DossierLayout(context).room)
      actList.select(
        acts.firstIndex { $0.act == chosen } ?? 0, count: acts.count, rows: max(1, acts.count))
      materials.hold(
        Self.entries(of: dossier), shown: DossierLayout(context).rows(of: .material))
    case .progress(let id, let progress) where id == context.dossier: self.progress = progress
    case .stick: takingText = TextPane()
    case .manuscript(let id, let document, let manuscript) where id == context.dossier:
      correct(document, manuscript, context)
    case .document(let id, let document, let text)
    where id == context.dossier && document == reader?.document?.id:
      reader?.take(text)
    case .unavailable(.dossier(let id), let why) where id == context.dossier:
      if dossier == nil { refusal = why }
    case .unavailable(.document(_, let document), let why) where document == reader?.document:
      reader?.refusal = why
    default: break
    }
  }

  private mutating func take(_ key: Key, _ context: Context) -> [Effect] {
    let layout = DossierLayout(context)
    if taking.isShown {
      let room = layout.taking.size
      takingText.handle(
        key, lines: taking.lines(width: room.width, context).count, rows: room.height)
      return []
    }
    if let size = desk?.size(in: layout.room, wide: context.isWide) {
      desk?.handle(key, rows: size.height, width: size.width)
      return []
    }
    if reader == nil, index != nil {
      index?.handle(key, in: layout.room)
      return []
    }
    if reader != nil {
      let size = layout.reading(context).size
      let total = readingLines(width: size.width, context).count
      reader?.handle(key, total: total, rows: size.height, width: size.width)
      return []
    }
    switch pane {
    case .acts:
      let acts = acts(context)
      _ = actList.handle(key, count: acts.count, rows: layout.actRows)
      chosen = selected(of: acts)?.act
    case .material: materials.handle(key, shown: layout.rows(of: .material))
    case .people:
      _ = peopleScroll.handle(
        key, total: peopleLines(width: layout.width(of: .people), context).count,
        rows: layout.rows(of: .people))
    case .facts:
      _ = factsScroll.handle(
        key, total: factLines(width: layout.width(of: .facts), context).count,
        rows: layout.rows(of: .facts))
    }
    return []
  }

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    ComplaintForm.form(name, about: about, dossier?.application, context)
      ?? materialForm(name, about: about, context)
      ?? actForm(name, context) ?? Printing.form(name, dossier.map { .evidence($0.id) }, context)
  }

  mutating func show(_ pane: Pane) -> [Effect] {
    self.pane = pane
    return []
  }

  /// Another pane, in the order of the panes.
  mutating func step(_ by: Int) -> [Effect] {
    let count = Pane.allCases.count
    return show(Pane.allCases[(pane.rawValue + by + count) % count])
  }

  mutating func read(_ document: Document) -> [Effect] {
    guard let dossier else { return [] }
    reader = DocumentReader(document)
    return [.load(.document(dossier.id, document))]
  }

  mutating func readForm() -> [Effect] {
    reader = .form
    return []
  }

  mutating func turn(_ by: Int) -> [Effect] {
    reader.map { reader?.turn(to: $0.part + by) }
    return []
  }

  mutating func closeReader() -> [Effect] {
    reader = nil
    return []
  }

  private mutating func click(_ target: HitTarget, _ isDouble: Bool, _ context: Context) -> [Effect]
  {
    let layout = DossierLayout(context)
    switch target.name {
    case "pane":
      pane = Pane(rawValue: target.index) ?? pane
      return []
    case "acts":
      pane = .acts
      let acts = acts(context)
      actList.select(target.index, count: acts.count, rows: layout.actRows)
      chosen = selected(of: acts)?.act
      return isDouble ? begin("enter", context) : []
    case "material":
      pane = .material
      materials.select(target.index, shown: layout.rows(of: .material))
      return isDouble ? begin("enter", context) : []
    case "splitParts":
      desk?.select(target.index)
      return isDouble ? begin("assign", context) : []
    case "splitLine":
      desk?.go(to: target.index)
      return []
    case "index":
      index?.select(target.index, in: layout.room)
      return isDouble ? begin("enter", context) : []
    case "parts":
      reader?.turn(to: target.index)
      return []
    default: return []
    }
  }

  // MARK: What is shown

  /// An act with whether it can be done.
  struct OfferedAct: Sendable {
    let act: CaseActName
    let isWaiting: Bool
    let availability: Availability
  }

  /// What waits first, then what can be done, then the rest with its reasons.
  func acts(_ context: Context) -> [OfferedAct] {
    guard let scene = scene(context) else { return [] }
    let waiting = scene.waiting
    let acts = scene.offered.map {
      OfferedAct(
        act: $0, isWaiting: waiting.contains($0), availability: $0.act.availability(scene))
    }
    let isOpen = { (act: OfferedAct) in act.availability == .available }
    return acts.filter { isOpen($0) && $0.isWaiting }
      + acts.filter { isOpen($0) && !$0.isWaiting } + acts.filter { !isOpen($0) }
  }

  func selectedAct(_ context: Context) -> OfferedAct? { selected(of: acts(context)) }

  func selected(of acts: [OfferedAct]) -> OfferedAct? {
    acts.indices.contains(actList.selection) ? acts[actList.selection] : nil
  }

  /// A kind of material, with a document of it where there is one.
  struct Entry: Sendable, Hashable, Identifiable {
    let kind: DocumentKind
    let document: Document?

    var id: [String] { [kind.rawValue, document?.id.rawValue ?? ""] }
  }

  private static func entries(of dossier: CaseState) -> [Entry] {
    if dossier.documents.isEmpty, dossier.admission.form == nil { return [] }
    return DocumentKind.allCases.flatMap { kind in
      let found = dossier.documents.filter { $0.kind == kind }.sorted(by: Document.precedes)
      return found.isEmpty
        ? [Entry(kind: kind, document: nil)] : found.map { Entry(kind: kind, document: $0) }
    }
  }

  var selectedDocument: Document? { materials.selected?.document }

  /// Whether the form is selected, as it is filled in, and no text of it is attached.
  var isOnForm: Bool {
    guard let entry = materials.selected, dossier?.admission.form != nil else { return false }
    return entry.kind == .applicationForm && entry.document == nil
  }
}
