import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// Places that one person changed on two laptops: both are shown, one key chooses.
extension ReviewScreen {
  private static let choosingKey = Terminal.Key.control("t")

  /// The place at hand: the overall part where it is open, else the selected item.
  private func slotAtHand(_ context: Context) -> DraftSlot? {
    headForm == nil ? selected(context).map { .item($0.id) } : .head
  }

  // MARK: What came

  /// What is said of a draft as it came.
  func told(_ copy: DraftCopy) -> [Effect] {
    if copy.isTurnedBack { return [.say(Notice(.warning, .Review.turnedBack))] }
    if copy.isElsewhere { return [.say(Notice(.warning, .Review.startedElsewhere))] }
    return []
  }

  /// Shows what was written here beside a sheet that was handed in elsewhere, and says so once.
  mutating func show(leftBeside others: OtherSides) -> [Effect] {
    guard beside != others else { return [] }
    beside = others
    editor = SheetEditor(editor.sheet, beside: others)
    return others.isEmpty ? [] : [.say(Notice(.warning, .Review.leftBeside(others.slots)))]
  }

  // MARK: Choosing

  /// Choosing at the place at hand; elsewhere the way to the next place that stands twice.
  func choosingSides(_ context: Context) -> [Action] {
    guard !editor.others.isEmpty else { return [] }
    if let slot = slotAtHand(context), editor.others[slot] != nil {
      return canWrite
        ? [
          Action(
            "chooseSide", .Review.chooseSide, keys: [Self.choosingKey], shown: .plain("Ctrl-T"),
            help: .Review.chooseSideHelp, importance: 9
          ) { $0.askForSide(slot, $1) }
        ] : []
    }
    return [
      Action(
        "nextTwice", .Review.nextTwice, keys: [Self.choosingKey], shown: .plain("Ctrl-T"),
        help: .Review.nextTwiceHelp, importance: 7
      ) { $0.goToNextTwice($1) }
    ]
  }

  private mutating func goToNextTwice(_ context: Context) -> [Effect] {
    let slots = editor.others.slots
    let here = selected(context)?.id
    let next =
      slots.first { slot in
        guard case .item(let id) = slot, let here else { return false }
        return here < id
      } ?? slots.first
    closeEntry()
    switch next {
    case .head: return openHead(context)
    case .item(let id):
      if headForm != nil { closeHead() }
      context.edition.index(of: id).map { select($0, context) }
      focus = .items
      return []
    case nil: return []
    }
  }

  private mutating func askForSide(_ slot: DraftSlot, _ context: Context) -> [Effect] {
    if let refusal = typing?.refusal { return [.say(refusal)] }
    guard let beside = editor.others[slot], let other = beside.first else { return [] }
    closeEntry()
    typing = nil
    choosing = slot
    let (there, here) = SlotWords.pair(of: slot, other, editor.sheet, context)
    var choices: [Question.Choice] = [
      .init("later", .back, key: .escape, keyName: "Esc", then: [.begin("chooseLater")]),
      .init(
        "other", .Review.takeOther, key: .function(6), keyName: "F6", needsOwnKey: true,
        then: [.begin("takeOther")]),
    ]
    if OtherSide.canJoin(slot, editor.sheet, other) {
      choices.append(
        .init(
          "both", .Review.takeBoth, key: .function(7), keyName: "F7", needsOwnKey: true,
          then: [.begin("takeBoth")]))
    }
    choices.append(
      .init(
        "this", .Review.takeThis, key: .function(8), keyName: "F8", needsOwnKey: true,
        then: [.begin("takeThis")]))
    return [
      .ask(
        Question(
          id: "twice", title: .Review.twiceTitle,
          lines: [
            name(of: slot, context), .Review.sideHere(here), .Review.sideThere(there),
          ] + (beside.count > 1 ? [.Review.moreSides(beside.count - 1)] : []),
          choices: choices))
    ]
  }

  /// What the question leads to.
  var settlingTwice: [Action] {
    guard let slot = choosing, let other = editor.others[slot]?.first else { return [] }
    return [
      Action("chooseLater", .back, help: .Review.chooseSideHelp) { screen, _ in
        screen.choosing = nil
        return screen.reloadDraft()
      },
      Action("takeOther", .Review.takeOther, help: .Review.chooseSideHelp) {
        $0.settle(slot, on: other, $1)
      },
      Action("takeBoth", .Review.takeBoth, help: .Review.chooseSideHelp) { screen, context in
        guard case .item(let id) = slot else { return [] }
        var both = screen.editor.sheet
        both.items[id] = OtherSide.joined(
          both.items[id] ?? ItemReview(), other.items[id] ?? ItemReview())
        return screen.settle(slot, on: both, context)
      },
      Action("takeThis", .Review.takeThis, help: .Review.chooseSideHelp) { screen, context in
        screen.settle(slot, on: screen.editor.sheet, context)
      },
    ]
  }

  /// Settles a place; undo brings both back.
  private mutating func settle(
    _ slot: DraftSlot, on sheet: Sheet, _ context: Context
  ) -> [Effect] {
    choosing = nil
    guard canWrite else { return [] }
    editor.choose(sheet, in: slot)
    rowCursor = 0
    showHeadAnew(context)
    let rest = editor.others.slots
    let said: Phrase = rest.isEmpty ? .Review.allChosen : .Review.standsTwice(rest)
    return changed() + [.say(Notice(rest.isEmpty ? .good : .info, said))]
  }

  // MARK: Painting

  /// Paints what stands beside a place at the foot of a room.
  ///
  /// - Returns: What is left of the room.
  func paintOther(
    _ slot: DraftSlot, under rect: Rect, on canvas: inout Canvas, _ context: Context
  ) -> Rect {
    guard let beside = editor.others[slot], let other = beside.first, rect.height > 4 else {
      return rect
    }
    let width = max(1, rect.width)
    let title =
      Line(OtherSide.sign, .bad)
      + context.line(canWrite ? .Review.otherSide(beside.count) : .Review.notHandedIn, .warning)
    var lines =
      title.wrapped(to: width)
      + OtherSide.lines(of: slot, other, besides: editor.sheet, width: width, context)
    let most = rect.height - max(3, rect.height / 3)
    if lines.count > most {
      let more = context.line(.Review.moreLines(lines.count - most + 1), .dim)
      lines = lines.prefix(most - 1) + [more]
    }
    let (rest, foot) = rect.splitBottom(lines.count)
    canvas.put(lines, in: foot)
    return rest
  }
}
