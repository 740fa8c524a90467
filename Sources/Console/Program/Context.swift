import Criteria
import Foundation
import Procedure
import Store
import Terminal

/// What a screen may know beside its own state.
public struct Context: Sendable {
  public var language: Language
  /// The time of the message or frame.
  public var now: Moment
  /// Who is at work; none before login.
  public var person: PersonID?
  public var cycle: CycleState
  /// The whole window, bars included.
  public var size: Size
  /// The case that tabs of one case show.
  public var dossier: CaseID?
  /// The screen from which one came to the one in front; nil where one came by its tab.
  public internal(set) var cameFrom: ScreenID?
  /// The year of the case in front; nil on other screens and before it is read.
  public var year: Int?
  /// Whether mouse reports are on.
  public var isMouseOn: Bool
  /// How far what this person sees is verified.
  public var verification = Progress()
  /// Whether the store can only be read.
  public var isReadOnly = false
  /// What the program was started in.
  public var surroundings: Surroundings
  /// Whether a selection moves: the panes that follow it are not painted then (`followers`).
  var isMoving = false
  /// The next number of the bureau's own papers as it was counted last, for the secretariat; nil
  /// where the letterhead names no sign.
  var countedNumber: DocumentNumber?
  /// How the backups stand, for the secretariat.
  public var backups = BackupState()
  /// How the copies of the store stood when somebody looked last; nil before that.
  var copies: CopiesState?

  /// Whether a draft was written since this person logged in or exchanged.
  var hasUnsentDrafts = false

  /// A context.
  public init(
    language: Language, now: Moment, person: PersonID? = nil, cycle: CycleState = CycleState(),
    size: Size, dossier: CaseID? = nil, isMouseOn: Bool = false,
    surroundings: Surroundings = Surroundings()
  ) {
    self.surroundings = surroundings
    self.language = language
    self.now = now
    self.person = person
    self.cycle = cycle
    self.size = size
    self.dossier = dossier
    self.isMouseOn = isMouseOn
  }

  /// Words in the language of the screen.
  public func say(_ phrase: Phrase) -> String { phrase.said(in: language) }

  /// Words of a data file in the language of the screen.
  public func say(_ words: Bilingual) -> String { say(Phrase(words)) }

  /// A line in one style, in the language of the screen.
  public func line(_ phrase: Phrase, _ style: Style = .text) -> Line { Line(say(phrase), style) }

  /// The name of a person.
  public func name(_ person: PersonID) -> String {
    cycle.people[person]?.name ?? person.rawValue
  }

  /// The district's name without its last word, as lists abbreviate it.
  public func shortName(of code: DistrictCode) -> String {
    guard let name = parameters.district(code)?.name else { return code.rawValue }
    return language == .chinese && name.zh.count > 2 ? String(name.zh.dropLast()) : say(name)
  }

  /// The criteria of the case in front, or of the year in force.
  public var edition: Edition { cycle.edition(of: year) }
  /// The parameters of the case in front, or of the year in force.
  public var parameters: Parameters { cycle.parameters(of: year) }
  /// The working days, with those that were loaded (W).
  public var calendar: WorkingCalendar { cycle.calendar }

  /// Whether this person acts in a role.
  public func acts(as role: Procedure.Role) -> Bool {
    person.map { cycle.acts($0, as: role) } ?? false
  }

  /// A day with the working days left: «09-18（剩 6 个工作日）».
  ///
  /// - Parameter canBeMissed: Whether something is late once the day is over.
  public func due(_ day: Day, canBeMissed: Bool = true) -> Phrase {
    let left = calendar.workingDays(from: now.day, to: day)
    return .dueDay(
      day, left: left, lapse: lapse(of: day, canBeMissed: canBeMissed),
      isProvisional: calendar.isProvisional(day),
      isThisYear: day.year == now.day.year)
  }

  /// The rows over a screen: program line and tabs, and a blank row where there is height for it.
  public var topRows: Int { person == nil ? 1 : size.height >= 30 ? 3 : 2 }

  /// The room of a screen: between the rows at the top and the bottom line.
  public var room: Rect {
    Rect(x: 0, y: topRows, width: size.width, height: max(0, size.height - topRows - 1))
  }

  /// The number that the next paper goes out under; nil where none can be told.
  public var nextNumber: String? {
    guard let countedNumber else { return nil }
    // What was counted in an earlier year begins anew.
    return countedNumber.year == now.day.year
      ? countedNumber.description
      : DocumentNumber(prefix: countedNumber.prefix, year: now.day.year, ordinal: 1).description
  }

  /// Whether panes stand side by side; below 100 columns they become tabs of the screen.
  public var isWide: Bool { size.width >= 100 }
}
