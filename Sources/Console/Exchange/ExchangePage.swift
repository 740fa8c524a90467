import Foundation
import Procedure
import Store
import Terminal

/// How the copies of the store stand and meet (交换): a page of the set-up, and a screen for everybody.
struct ExchangePage: Page {
  /// The posts that are remembered.
  private(set) var posts = Window<KnownPost>()
  private var scroll = ScrollState()
  /// What came of the last exchange or copy; it stays until the page is opened again.
  private var told: [ExchangeLines.Told] = []

  /// The names of its forms, which are the tickets of what follows.
  static let meet = "meet"
  static let copy = "copy"
  static let retire = "retire"

  func actions(_ context: Context) -> [ScreenAction<Self>] {
    let isGate = context.surroundings.isGate
    let here: Availability = isGate ? .disabled(.Gate.byAdministrator) : .available
    return [
      ScreenAction(
        "enter", .Exchange.again, keys: [.enter], shown: .plain("Enter"), help: .Exchange.againHelp,
        availability: posts.selected == nil && !isGate ? .disabled(.Exchange.noPosts) : here,
        importance: 8
      ) { page, _ in page.posts.selected.map { [Self.asking($0)] } ?? [] },
      ScreenAction(
        Self.meet, .Exchange.meet, keys: [.function(4)], shown: .plain("F4"),
        help: .Exchange.meetHelp, availability: here, importance: 9
      ) { page, context in page.open(Self.meet, context) },
      ScreenAction(
        Self.copy, .Exchange.copy, keys: [.function(6)], shown: .plain("F6"),
        help: .Exchange.copyHelp, availability: here, importance: 7
      ) { page, context in page.open(Self.copy, context) },
      ScreenAction(
        Self.retire, .Exchange.retire, keys: [.function(8)], shown: .plain("F8"),
        help: .Exchange.retireHelp, availability: Self.retiring(context), importance: 2
      ) { page, context in page.open(Self.retire, context) },
      ScreenAction(
        "scroll", .scrollOverlay, shown: .plain("PgUp/PgDn"), help: .Exchange.scrollHelp,
        importance: 4),
    ]
  }

  private static func asking(_ post: KnownPost) -> Effect {
    .confirm(
      meet, .Exchange.again, [.plain(post.address), .Exchange.meetMeans],
      then: [.exchange(at: post.address, ticket: meet)])
  }

  // MARK: Forms

  func form(_ name: String, about: String, _ context: Context) -> ScreenForm<Self>? {
    switch name {
    case Self.meet:
      ScreenForm(
        name, .Exchange.meet, isKept: false,
        Asks(
          .text(
            FormField.fileID, .Exchange.post, posts.rows.first?.address ?? "",
            help: .Exchange.postHelp, limit: 500, refused: .never),
          lines: [.Exchange.meetMeans]
        ) { $0 }, context
      ) { _, post, _ in .effects([.exchange(at: post, ticket: name)]) }
    case Self.copy:
      ScreenForm(
        name, .Exchange.copy, isKept: false,
        Asks(
          .text(
            FormField.fileID, .Backups.directory, help: .Exchange.targetHelp, limit: 500,
            refused: .never),
          Self.people(context.cycle.people), lines: [.Exchange.copyMeans, .Exchange.declareFirst]
        ) { Effect.makeCopy(path: $0, for: $1, ticket: name) }, context
      ) { _, making, _ in .effects([making]) }
    case Self.retire:
      ScreenForm(
        name, .Exchange.retire,
        Asks(
          .one(
            of: Self.inUse(context), by: { $0.device }, "copy", .Exchange.copyID
          ) { Self.name(of: $0, context) },
          .text("reason", .reason, rows: 3, limit: 500, refused: .about(.reason)),
          lines: [.Exchange.retireMeans]
        ) { Intent(.cycle(.retireCopy($0.device, reason: $1))) }, context)
    default: nil
    }
  }

  // MARK: Copies that are used no more

  /// The other copies that are not known to be lost.
  private static func inUse(_ context: Context) -> [KnownCopy] {
    (context.copies?.copies ?? []).filter { !context.cycle.retiredCopies.contains($0.device) }
  }

  private static func name(of copy: KnownCopy, _ context: Context) -> Phrase {
    .plain(
      ([Phrase.copy(copy.device)] + copy.people.sorted().map(context.name)).joined(separator: " "))
  }

  private static func retiring(_ context: Context) -> Availability {
    guard let copy = inUse(context).first else { return .disabled(.Exchange.noneInUse) }
    return context.availability(of: .cycle(.retireCopy(copy.device, reason: "-")))
  }

  /// Whom a copy is for, by names or ids.
  private static func people(_ people: [PersonID: Person]) -> ActField<[PersonID]> {
    .line(
      "for", .Exchange.forWhom, "", help: .Exchange.forWhomHelp, probes: [[]], refused: .never
    ) { text throws(Wrong) in
      var found: [PersonID] = []
      for name in Form.list(text) {
        if people[PersonID(name)] != nil {
          found.append(PersonID(name))
          continue
        }
        let called = people.values.filter { $0.name == name }
        guard let person = called.first else { throw Wrong(why: .Exchange.nobody(name)) }
        guard called.count == 1 else { throw Wrong(why: .Exchange.severalCalled(name)) }
        found.append(person.id)
      }
      return found
    }
  }

  // MARK: Messages

  mutating func appear(_ context: Context) -> [Effect] {
    (told, scroll) = ([], ScrollState())
    return [.load(.copies)]
  }

  mutating func update(_ message: ScreenMessage, _ context: Context) -> [Effect] {
    let shown = ExchangeLayout(in: context.room, posts: posts.total).rows
    switch message {
    case .opened: return appear(context)
    case .loaded(.copies(let state)): posts.hold(state.posts, shown: shown)
    case .loaded(.exchanged(let report, let address)):
      (told, scroll) = (ExchangeLines.told(report, at: address, context), ScrollState())
    case .loaded(.copied(let report, let path)):
      (told, scroll) = (ExchangeLines.told(report, at: path), ScrollState())
    case .done(Self.meet, _), .done(Self.copy, _), .done(Self.retire, _), .failed(Self.meet):
      return [.load(.copies)]
    case .key(let key) where [.pageUp, .pageDown].contains(key):
      let room = ExchangeLayout(in: context.room, posts: posts.total).text
      _ = scroll.handle(
        key, total: lines(width: room.width, context).count, rows: max(1, room.height))
    case .key(let key): posts.handle(key, shown: shown)
    case .click(let target, let isDouble) where target.name == Self.meet:
      posts.select(target.index, shown: shown)
      return isDouble ? [.begin("enter")] : []
    default: break
    }
    return []
  }

  // MARK: Painting

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let layout = ExchangeLayout(in: rect, posts: posts.total)
    let room = TitleBand(context.line(.Exchange.posts), isFocused: true)
      .paint(on: &canvas, in: layout.posts)
    posts.paint(
      [
        .init(.Exchange.post, .flexible(minimum: 30, weight: 1), 10) { Line($0.address) },
        .init(.Exchange.last, .fixed(18), 8) {
          Line(Backup.shown(Moment(seconds: $0.last)), .dim)
        },
      ], name: Self.meet, placeholder: .Exchange.noPosts, marked: 1, on: &canvas, in: room, context)
    let state = context.copies ?? CopiesState()
    // Nothing to tell it from where there is no other.
    let own: Line =
      state.copies.isEmpty
      ? Line("") : context.line(.Exchange.thisCopy(state.device, state.entries), .dim)
    _ = TitleBand(context.line(.Exchange.copies), note: own).paint(on: &canvas, in: layout.copies)
    canvas.put(lines(width: layout.text.width, context), in: layout.text, scrolled: scroll)
  }

  private func lines(width: Int, _ context: Context) -> [Line] {
    ExchangeLines.lines(told, context.copies ?? CopiesState(), width: max(1, width), context)
  }
}

/// How the page divides its room: the posts, and the copies under them.
private struct ExchangeLayout {
  let posts: Rect
  let copies: Rect

  /// Posts in sight at most.
  private static let most = 4

  init(in rect: Rect, posts count: Int) {
    let room = rect.splitTop(1).rest
    // The band, the columns' names, the posts, and a blank row.
    let height = min(room.height / 2, 3 + min(max(1, count), Self.most))
    (posts, copies) = room.splitTop(height)
  }

  /// Rows of posts in sight.
  var rows: Int { max(1, posts.height - 3) }

  /// The room of the words under the band.
  var text: Rect { copies.splitTop(1).rest.inset(columns: 2, rows: 0) }
}
