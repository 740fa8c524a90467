import Criteria
import Foundation
import Intake
import Procedure

/// What was made of a stick, in lines: what is in doubt of each application first.
///
/// It holds none of the texts: those stay where the keys are.
public struct TakeReport: Sendable, Hashable {
  /// A line of it.
  public struct Row: Sendable, Hashable {
    /// What a line is.
    public enum Kind: Sendable, Hashable {
      case heading
      /// A person should look at it first.
      case doubt
      case plain
      /// Something that is left where it is.
      case left
    }

    public let kind: Kind
    /// How deep it stands.
    public let depth: Int
    public let words: Phrase
  }

  /// From top to bottom.
  public private(set) var rows: [Row] = []
  /// How many documents each application would get; those that would get none are left out.
  public private(set) var new: [CaseID: Int] = [:]

  /// What was made of a stick.
  public init(_ plan: TakePlan) {
    for share in plan.shares where share.new > 0 { new[share.id] = share.new }
    let doubts =
      plan.shares.reduce(0) { $0 + $1.doubts } + plan.unowned.count + plan.unread.count
    add(
      .heading, 0,
      .takeSummary(
        applications: new.count, files: new.values.reduce(0, +), doubts: doubts,
        left: plan.rubbish.count))
    add(plan.unowned)
    for file in plan.unread { add(.doubt, 0, .takeUnread(file)) }
    for share in plan.shares { add(share) }
    for file in plan.rubbish { add(.left, 0, .takeRubbish(file)) }
  }

  private mutating func add(_ kind: Row.Kind, _ depth: Int, _ words: Phrase) {
    rows.append(Row(kind: kind, depth: depth, words: words))
  }

  /// Files of which nobody can tell whose they are: of a folder with many of them in one line, so that
  /// other doubts are not lost among them.
  private mutating func add(_ unowned: [Sorting.Unowned]) {
    let folders = Dictionary(grouping: unowned.filter(\.isNobodys)) { $0.file.path[0] }
    var told: Set<String> = []
    for file in unowned {
      let folder = file.file.path[0]
      guard file.isNobodys, let all = folders[folder], all.count > Self.fewest else {
        add(.doubt, 0, .takeUnowned(file))
        continue
      }
      if told.insert(folder).inserted { add(.doubt, 0, .takeUnowned(folder, count: all.count)) }
    }
  }

  /// Files of one folder that are named each by itself.
  private static let fewest = 5

  private mutating func add(_ share: TakePlan.Share) {
    add(
      .heading, 0, .takeShare(share.id, share.name, files: share.items.count, new: share.new))
    let kinds = DocumentKind.allCases.compactMap { kind in
      let count = share.items.count { $0.found.kind == kind }
      return count == 0 ? nil : Phrase.document(kind) + .plain(" \(count)")
    }
    add(.plain, 1, .row(kinds))
    for label in share.strangers {
      add(.doubt, 1, .takeStranger(label, share.form?.fields[label]?.text ?? ""))
    }
    if let missing = share.missing, !missing.isEmpty { add(.doubt, 1, .takeMissing(missing)) }
    for item in share.items where item.isDoubtful { add(item) }
    for item in share.items where !item.isDoubtful { add(item) }
    if let form = share.form { add(form) }
  }

  private mutating func add(_ item: TakePlan.Item) {
    let name = item.found.name
    var cells: [Phrase] = [
      .document(item.found.kind), .plain(name.number ?? ""), .plain(name.title),
      .plain(name.items.map(\.rawValue).joined(separator: " ")),
      .fileSize(item.found.file.size),
    ]
    if let characters = item.characters { cells.append(.takeCharacters(characters)) }
    cells.append(.plain(item.found.file.path.joined(separator: "/")))
    if item.isThere { cells.append(.takeDone) }
    add(item.isThere ? .left : .plain, 1, .row(cells))
    if item.isThere { return }
    for doubt in item.found.doubts { add(.doubt, 2, .takeDoubt(doubt)) }
    if let fault = item.fault { add(.doubt, 2, .reading(fault)) }
  }

  private mutating func add(_ form: Intake.FormReading) {
    if form.fields.isEmpty && form.years.isEmpty { return }
    add(.plain, 1, .takeForm)
    for label in FormLabel.allCases {
      guard let found = form.fields[label] else { continue }
      add(.plain, 2, .formLabel(label) + .plain("  \(found.text)"))
    }
    for (year, figures) in form.years.sorted(by: { $0.key < $1.key }) {
      let texts = FigureLabel.allCases.compactMap { label in
        figures[label].map { Phrase.figureLabel(label) + .plain(" \($0.text)") }
      }
      add(.plain, 2, .row([.plain("\(year)")] + texts))
    }
    for label in form.contradictions.sorted(by: { $0.rawValue < $1.rawValue }) {
      add(.doubt, 2, .takeContradiction(label))
    }
  }
}

extension Sorting.Unowned {
  /// Whether it lies in a folder and no application is likelier than another.
  fileprivate var isNobodys: Bool { candidates.isEmpty && file.path.count > 1 }
}

extension TakePlan.Share {
  /// What of it a person should look at first.
  fileprivate var doubts: Int {
    items.count(where: \.isDoubtful) + (missing?.isEmpty == false ? 1 : 0)
      + (form?.contradictions.count ?? 0) + strangers.count
  }
}

extension Phrase {
  /// Cells beside one another; those that say nothing are left out.
  fileprivate static func row(_ cells: [Phrase]) -> Phrase {
    let said = cells.filter { !$0.zh.isEmpty }
    return said.dropFirst().reduce(said.first ?? .plain("")) { $0 + .plain("  ") + $1 }
  }
}
