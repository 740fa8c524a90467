import Foundation
import Procedure
import Reports
import Store
import Terminal

extension TermsScreen {
  func actions(_ context: Context) -> [Action] {
    let paging = [
      Action(
        "nextPart", .Terms.parts, keys: [.right, .tab], shown: .plain("Tab ←→"),
        help: .Terms.partsHelp, importance: 7),
      Action("previousPart", .Terms.parts, keys: [.left, .backTab], help: .Terms.partsHelp),
      Action("move", .choose, shown: .arrows, help: .Terms.moveHelp, importance: 6),
    ]
    return paging + partActions(context)
  }

  private func partActions(_ context: Context) -> [Action] {
    switch part {
    case .terms:
      [
        openDossier(.Terms.noTerms, context),
        Action(
          "filter", .Terms.filter, keys: [.function(4)], shown: .plain("F4"),
          help: .Terms.filterHelp, importance: 8),
      ]
    case .notices: caseActions(context) + (isOffice(context) ? noticeActions(context) : [])
    case .meetings: caseActions(context) + (isOffice(context) ? [Self.hold] : [])
    case .letters:
      [openDossier(.Terms.noLetters, context)] + (isOffice(context) ? [print(context)] : [])
    }
  }

  private func isOffice(_ context: Context) -> Bool { context.acts(as: .secretariat) }

  private func openDossier(_ reason: Phrase, _ context: Context) -> Action {
    Action(
      "enter", .openDossier, keys: [.enter], shown: .plain("Enter"), help: .Terms.openDossierHelp,
      availability: selectedCase(context) == nil ? .disabled(reason) : .available, importance: 9)
  }

  /// From a row of the upper list to its cases, and from a case to its dossier.
  private func caseActions(_ context: Context) -> [Action] {
    guard isOnCases else {
      return [
        Action(
          "enter", .Terms.toCases, keys: [.enter], shown: .plain("Enter"),
          help: .Terms.toCasesHelp,
          availability: members(context).isEmpty ? .disabled(.Terms.noCases) : .available,
          importance: 8)
      ]
    }
    return [
      openDossier(.Terms.noCases, context),
      Action(
        "toList", .Terms.toList, keys: [.escape], shown: .plain("Esc"), help: .Terms.toListHelp,
        importance: 8),
    ]
  }

  private func noticeActions(_ context: Context) -> [Action] {
    let canToggle = isOnCases && isChoosable(context)
    var actions = [
      Action(
        "publish", .Terms.publish, keys: [.function(5)], shown: .plain("F5"),
        help: .Terms.publishHelp, availability: canPublish(context), importance: 9),
      Action(
        "close", .Terms.close, keys: [.function(6)], shown: .plain("F6"), help: .Terms.closeHelp,
        availability: canClose(context), importance: 9),
      print(context),
    ]
    if isOnCases {
      actions.append(
        Action(
          "toggle", .Terms.toggle, keys: [.character(" ")], shown: .space,
          help: .Terms.toggleHelp,
          availability: canToggle ? .available : .disabled(.Terms.cannotToggle), importance: 7))
    }
    return actions
  }

  /// Whether the cases of the selected row are published or closed next, so that one chooses.
  func isChoosable(_ context: Context) -> Bool {
    guard isOffice(context), let batch = selectedBatch(context) else { return false }
    return batch.isReady || batch.isOver(on: context.now.day)
  }

  private func canPublish(_ context: Context) -> Availability {
    guard let batch = selectedBatch(context), batch.isReady else {
      return .disabled(.Terms.chooseReady)
    }
    return taken(batch).isEmpty ? .disabled(.Terms.nothingReady) : .available
  }

  private func canClose(_ context: Context) -> Availability {
    guard closing(context).isEmpty else { return .available }
    let ends = batches(context).compactMap(\.until)
    return .disabled(ends.min().map { .Terms.firstOver($0) } ?? .Terms.nothingOver)
  }

  private func print(_ context: Context) -> Action {
    Action(
      "print", .Terms.print, keys: [.function(7)], shown: .plain("F7"), help: .Terms.printHelp,
      availability: papers(context).isEmpty ? .disabled(.Terms.nothingToPrint) : .available,
      importance: 6)
  }

  private static let hold = Action(
    "hold", .Terms.hold, keys: [.function(4)], shown: .plain("F4"), help: .Terms.holdHelp,
    importance: 9)

  // MARK: What is acted on

  /// The cases of a batch that were not left out.
  func taken(_ batch: NoticeBatch) -> [NoticeBatch.Member] {
    batch.members.filter { !leftOut.contains($0.dossier) }
  }

  /// The notices that are over, with the cases that are to be closed.
  func closing(_ context: Context) -> [(batch: NoticeBatch, cases: [NoticeBatch.Member])] {
    batches(context).filter { $0.isOver(on: context.now.day) }.map { ($0, taken($0)) }
      .filter { !$0.1.isEmpty }
  }

  /// The papers that can be printed of what is selected.
  func papers(_ context: Context) -> [PaperOrder] {
    var orders: [PaperOrder] = []
    if let batch = selectedBatch(context) {
      let dossiers = batch.members.map(\.dossier)
      switch batch.kind {
      case .running(let notice, let number):
        orders.append(PaperOrder(Paper(notice), of: dossiers, number: number))
      case .listed(let number):
        orders.append(PaperOrder(.noticeFinal, of: dossiers, number: number))
      case .ready, .readyList: break
      }
    }
    if let letter = selectedLetter { orders += papers(of: letter) }
    if part != .letters, let dossier, dossier.id == selectedCase(context) {
      orders += Self.answers(in: dossier)
    }
    return orders
  }

  /// A letter as a paper; beside that of a lost place its announcement, where one is due (C4).
  private func papers(of letter: LetterRow) -> [PaperOrder] {
    let isRead = dossier?.id == letter.dossier
    if letter.kind == .objection { return isRead ? dossier.map(Self.answers) ?? [] : [] }
    var orders = [
      PaperOrder(Paper(letter.kind), of: [letter.dossier], number: letter.record?.number ?? "")
    ]
    if letter.kind == .revoked, isRead, dossier?.ending != .reportMissing {
      orders.append(PaperOrder(.announcement, of: [letter.dossier]))
    }
    return orders
  }

  /// The answers to a case's objections (P3).
  private static func answers(in dossier: CaseState) -> [PaperOrder] {
    dossier.publicity.objections.filter { $0.value.content?.answer != nil }
      .sorted { $0.value.ordinal < $1.value.ordinal }.map { id, record in
        PaperOrder(.letterObjection, of: [dossier.id], objection: id, ordinal: record.ordinal)
      }
  }

  // MARK: Doing

  mutating func run(_ name: String, _ context: Context) -> [Effect] {
    switch name {
    case "nextPart": return step(1, context)
    case "previousPart": return step(-1, context)
    case "enter" where (part == .notices || part == .meetings) && !isOnCases:
      return members(context).isEmpty ? [] : focus(onCases: true, context)
    case "enter": return selectedCase(context).map { [.go(.dossier, $0)] } ?? []
    case "toList": return focus(onCases: false, context)
    case "toggle":
      if isOnCases, isChoosable(context) { toggle(context) }
      return []
    case "filter": return [.open(filterSheet(context))]
    case "publish": return publicationSheet(context).map { [.open($0)] } ?? []
    case "close": return askToClose(context)
    case "hold": return [.open(meetingSheet(context))]
    case "print": return printSheet(context).map { [.open($0)] } ?? []
    default: return []
    }
  }

  /// Asks whether every notice that is over is to be closed.
  private mutating func askToClose(_ context: Context) -> [Effect] {
    let closing = closing(context)
    guard !closing.isEmpty else { return [] }
    let commands = closing.flatMap { batch, cases in
      cases.compactMap { member in
        batch.notice.map { Command.dossier(member.dossier, .closeNotice($0)) }
      }
    }
    pending = .commands(commands, ticket: "close")
    let lines = closing.flatMap { batch, cases in
      [TermsWords.name(of: batch), TermsWords.names(of: cases)]
    }
    return [
      .ask(
        .confirm(
          id: "pending", title: Phrase.Terms.close.bare, lines: lines + [.Terms.allOrNone],
          yes: Phrase.Terms.close.bare))
    ]
  }
}

/// Words made of what the screen of terms lists.
enum TermsWords {
  /// A notice with its number, or the final list.
  static func name(of batch: NoticeBatch) -> Phrase {
    switch batch.kind {
    case .ready(let notice): .notice(notice)
    case .running(let notice, let number): .notice(notice) + .plain(" \(number)")
    case .readyList: .Terms.list
    case .listed(let number): .Terms.list + .plain(" \(number)")
    }
  }

  /// The first few of a batch by name, and how many there are.
  static func names(of cases: [NoticeBatch.Member]) -> Phrase {
    .Terms.named(cases.prefix(6).map(\.name), of: cases.count)
  }
}
