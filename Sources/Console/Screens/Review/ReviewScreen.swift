import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// The independent review (独立评审): items, material and one's own review side by side.
struct ReviewScreen: CaseScreen {
  /// What has the focus.
  enum Focus: String, Sendable, Hashable {
    case items
    case text
    case percentage
    case bands
    case comments
    /// The overall part of the sheet.
    case head
    /// The list of what is missing before handing in.
    case checklist
    /// The list of where words occur in all of the material.
    case hits
  }

  let id = ScreenID.review
  var dossier: CaseState?
  var phase = ReviewPhase.loading
  var editor = SheetEditor()
  /// Whether the draft was read: before, nothing may be written.
  var isDraftHere = false
  var items = ReviewItems()
  var focus = Focus.items
  var material = MaterialPane()
  /// The percentage while its digits are being typed.
  var typing: Typing?
  var bandCursor = 0
  var rowCursor = 0
  var entry: EntryEditor?
  var headForm: Form?
  var gapList = GapList()
  /// The sheet whose handing in waits for its confirmation: that one is sealed, or none.
  var pendingSheet: Sheet?
  /// What another window of the same person stored, while the person chooses.
  var conflict: DraftConflict?
  /// What was written here beside the sheet that was handed in on another laptop.
  var beside: OtherSides = [:]
  /// The place that stands twice and is asked about.
  var choosing: DraftSlot?
  /// A score sheet that came back, while the person is asked whether to take it.
  var brought: Brought?

  /// How far one has read, as it stands and as it was read from the store or written last; nil before.
  var reading = Reading()
  var keptReading: Reading?
  /// Where one read last, until one goes on.
  var resumed: Passage?
  /// Whether one came to the text from a comment, to which Esc goes back.
  var comesFromComment = false

  /// The timer after which changes are stored, and the ticket of storing them.
  static let saveTimer = "save"
  /// Milliseconds from the last key to the store.
  static let pause = 400
  /// Milliseconds until a save that failed is tried again.
  static let patience = 5_000

  var isTyping: Bool {
    if material.finding != nil { return true }
    switch focus {
    case .percentage, .head: return canWrite
    case .comments: return entry != nil
    case .items, .text, .bands, .checklist, .hits: return false
    }
  }

  var focusName: String {
    if material.finding != nil { return "find" }
    return entry != nil && focus == .comments ? "entry" : focus.rawValue
  }

  func title(_ context: Context) -> Line {
    guard let dossier else { return context.line(id.title) }
    var line = Line("\(dossier.id) \(dossier.application.name)")
    if context.isWide { line = line + Line(" · ") + context.line(id.title) }
    if phase.hasSheet {
      line = line + Line("  \(editor.sheet.marked)/\(context.edition.items.count)", .accent)
    }
    if let resumed {
      line = line + Line("  ") + context.line(.Review.readUntil(resumed), .info)
    }
    if let due = dossier.due, phase == .underWay {
      line = line + Line("  ") + context.line(context.due(due), .dim)
    }
    return line
  }

  // MARK: Messages

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let effects = take(message, context)
    return effects + settle(context)
  }

  private mutating func take(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    switch message {
    case .opened:
      // What could not be stored before is tried again.
      var effects = save()
      if dossier?.id != context.dossier {
        effects += endTyping()
        self = ReviewScreen()
      }
      return effects + reload(context) + reloadDraft()
    case .storeChanged:
      material.forgetRefusals()
      return reload(context) + reloadDraft()
    case .loaded(let reply): return take(reply, context)
    case .key(let key):
      resumed = nil
      return take(key, context)
    case .paste(let text): return paste(text, context)
    case .click(let target, let isDouble): return click(target, isDouble, context)
    case .wheel(let step, let target):
      return scroll(step, target, context)
    case .timer(Self.saveTimer), .leaving: return save() + keepReading(context)
    case .done(let ticket, _): return finished(ticket, context)
    case .failed(let ticket): return failed(ticket)
    // The lock came over the question.
    case .dismissed("handIn"): return keepWriting()
    case .dismissed("conflict"): return settleLater()
    case .dismissed("twice"):
      choosing = nil
      return []
    case .timer, .verified, .dismissed: return []
    }
  }

  func reload(_ context: Context) -> [Effect] {
    context.dossier.map { [.load(.dossier($0))] } ?? []
  }

  /// Takes what became of the draft while another screen is in front.
  mutating func takeBehind(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    take(message, context)
  }

  private mutating func take(_ reply: Reply, _ context: Context) -> [Effect] {
    switch reply {
    case .dossier(let state) where state.id == context.dossier:
      dossier = state
      material.hold(state)
      return enter(ReviewPhase(state, context), context)
    case .draft(let id, let copy) where id == dossier?.id && phase == .underWay:
      if isDraftHere {
        follow(copy, context)
      } else {
        editor = SheetEditor(copy.sheet, beside: copy.others)
      }
      isDraftHere = true
      return told(copy)
    case .leftBeside(let id, let others) where id == dossier?.id && !canWrite && phase.hasSheet:
      return show(leftBeside: others)
    case .reading(let id, let reading) where id == dossier?.id: resume(reading, context)
    case .draftConflict(let id, let conflict) where id == dossier?.id && phase == .underWay:
      return meet(conflict, context)
    case .scoreSheet(let id, let form, let reading) where id == dossier?.id && canWrite:
      return meet(Brought(form: form, reading: reading), context)
    case .fileFaults(let faults): return show(faults)
    case .document(let id, let document, let text) where id == dossier?.id:
      material.take(text, of: document)
      material.hits.forget()
    case .unavailable(.document(let id, let document), let why) where id == dossier?.id:
      material.refuse(document.id, because: why)
    case .unavailable(.dossier(let id), let why) where id == context.dossier:
      phase = .barred(why)
    default: break
    }
    return []
  }

  private mutating func enter(_ next: ReviewPhase, _ context: Context) -> [Effect] {
    let before = phase
    phase = next
    let asked: [Effect] =
      next.hasSheet && keptReading == nil ? dossier.map { [.load(.reading($0.id))] } ?? [] : []
    if next == .underWay {
      beside = [:]
      guard !isDraftHere, let dossier else { return asked }
      return [.load(.draft(dossier.id))] + asked
    }
    isDraftHere = false
    if next.hasSheet, let dossier, let person = context.person, let record = dossier.sheets[person]
    {
      editor = SheetEditor(
        dossier.contents[person]?[record.revision] ?? Sheet(), beside: beside)
      if before != next { dropEditing() }
      return asked + [.load(.leftBeside(dossier.id))]
    } else if before != next {
      editor = SheetEditor()
    }
    if before != next { dropEditing() }
    return asked
  }

  /// Leaves whatever is being typed or asked.
  mutating func dropEditing() {
    (typing, entry, headForm) = (nil, nil, nil)
    (pendingSheet, conflict, brought, choosing) = (nil, nil, nil, nil)
    if focus != .text { focus = .items }
  }

  /// Whether the sheet can be written now.
  var canWrite: Bool { phase == .underWay && isDraftHere }

  /// After every message: rooms, caches and the documents that are shown.
  mutating func settle(_ context: Context) -> [Effect] {
    if items.list.selection < 1 { select(0, context) }
    if focus != .text, material.sought == nil { comesFromComment = false }
    return endTypingElsewhere(context) + settleRoom(context)
  }

  private mutating func settleRoom(_ context: Context) -> [Effect] {
    let layout = layout(context)
    entry?.area.room = Size(width: layout.entryWidth, height: ReviewLayout.entryRows)
    headForm?.layout(width: layout.review.width - 2)
    guard let item = selected(context), phase.opensMaterial else { return [] }
    settleHits(context)
    let said = settlePassage(context)
    material.prepare(
      item, review: editor.review(item.id), width: layout.textWidth, context)
    settleAwaited(context)
    guard let dossier else { return said }
    return said + material.documentsToLoad().map { .load(.document(dossier.id, $0)) }
  }

  // MARK: Items

  /// Changes what is recorded on the selected item.
  mutating func change(
    _ context: Context, burst: String? = nil, _ body: (inout ItemReview) -> Void
  ) -> [Effect] {
    guard let item = selected(context) else { return [] }
    return change(item.id, burst: burst, body)
  }

  /// Changes what is recorded on an item.
  mutating func change(
    _ item: ItemID, burst: String? = nil, _ body: (inout ItemReview) -> Void
  ) -> [Effect] {
    guard canWrite else { return [] }
    return editor.change(item, burst: burst.map { "\(item)/\($0)" }, body) ? changed() : []
  }

  /// The selected item.
  func selected(_ context: Context) -> Item? { items.selected(context) }

  /// What is recorded on the selected item.
  func review(_ context: Context) -> ItemReview {
    selected(context).map { editor.review($0.id) } ?? ItemReview()
  }

  /// Selects an item by its place in the edition.
  mutating func select(_ place: Int, _ context: Context) {
    guard items.select(place, context) else { return }
    rowCursor = 0
    editor.endBurst()
  }

  /// How the room is divided at the moment.
  func layout(_ context: Context) -> ReviewLayout {
    ReviewLayout(context, isHeadOpen: headForm != nil)
  }
}
