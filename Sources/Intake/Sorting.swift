import Criteria
import Foundation
import Procedure

/// What was made of a stick: the files of each application by kind, what is doubtful, what is left.
public struct Sorting: Sendable, Hashable {
  /// A file that is somebody's material.
  public struct Found: Sendable, Hashable {
    public var file: StickFile
    public var kind: DocumentKind
    /// Number, title and items of evidence; the title alone of other kinds.
    public var name: EvidenceName
    public var doubts: [Doubt]
  }

  /// A file that no name tells the application of, or several.
  public struct Unowned: Sendable, Hashable {
    public var file: StickFile
    /// The applications that share the word by which it is called.
    public var candidates: [CaseID]
  }

  /// A file that is left where it is.
  public struct Left: Sendable, Hashable {
    public var file: StickFile
    public var why: Rubbish
  }

  /// What a person should look at before the file is taken.
  public enum Doubt: Sendable, Hashable {
    /// Nothing in its names says what it is.
    case kindUnknown
    /// Another file of the application is called the same but for small letters or folders.
    case sameName(as: [String])
    /// Another document of a kind of which the text of one is read.
    case secondText(of: DocumentKind)
  }

  /// Each application's files, those with doubts first, else in the order of kinds, numbers, names.
  public private(set) var found: [CaseID: [Found]] = [:]
  /// Files of which no name tells the one application.
  public private(set) var unowned: [Unowned] = []
  /// Files that are nobody's material.
  public private(set) var rubbish: [Left] = []

  /// Sorts files.
  ///
  /// - Parameters:
  ///   - files: All there are, in any order.
  ///   - applicants: Whose they may be; where there is one, all are its.
  ///   - items: The items of the edition, as names of evidence have them.
  public init(_ files: [StickFile], of applicants: [Applicant], items: Set<ItemID>) {
    let owners = Owners(applicants)
    for file in files.sorted(by: Self.precedes) {
      if let why = file.rubbish {
        rubbish.append(Left(file: file, why: why))
        continue
      }
      let named = applicants.count == 1 ? [applicants[0].id] : owners.owners(of: file)
      guard let owner = named.first, named.count == 1 else {
        unowned.append(Unowned(file: file, candidates: named))
        continue
      }
      let guess = KindGuess(file)
      let doubts: [Doubt] = guess.isSure ? [] : [.kindUnknown]
      found[owner, default: []].append(
        Found(
          file: file, kind: guess.kind, name: EvidenceName(file, items: items), doubts: doubts))
    }
    for (id, own) in found { found[id] = Self.ordered(Self.compared(own)) }
  }

  /// Marks what is there twice: by name, and as the text of a kind of which one is read.
  private static func compared(_ own: [Found]) -> [Found] {
    var compared = own
    var names: [String: Int] = [:]
    for (index, file) in own.enumerated() {
      let key = "\(file.kind) \(Names.key(file.file.name))"
      if let first = names[key] {
        compared[index].doubts.append(.sameName(as: own[first].file.path))
      } else {
        names[key] = index
      }
    }
    for kind in DocumentKind.allCases where kind != .evidence {
      let texts = own.indices.filter { own[$0].kind == kind }
      let read = texts.min { rank(own[$0].file) < rank(own[$1].file) }
      for index in texts where index != read {
        compared[index].doubts.append(.secondText(of: kind))
      }
    }
    return compared
  }

  /// Which of several documents is read: words before pages, the new forms before the old.
  private static func rank(_ file: StickFile) -> Int {
    let suffixes = ["docx", "txt", "md", "xlsx", "csv", "doc", "wps", "rtf", "xls", "et", "pdf"]
    return suffixes.firstIndex(of: file.suffix) ?? suffixes.count
  }

  private static func ordered(_ own: [Found]) -> [Found] {
    let kinds = DocumentKind.allCases
    return own.enumerated().sorted { a, b in
      if a.element.doubts.isEmpty != b.element.doubts.isEmpty { return !a.element.doubts.isEmpty }
      let places = (kinds.firstIndex(of: a.element.kind), kinds.firstIndex(of: b.element.kind))
      if places.0 != places.1 { return (places.0 ?? 0) < (places.1 ?? 0) }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// By the numbers in names as people count: 2 before 10.
  private static func precedes(_ a: StickFile, _ b: StickFile) -> Bool {
    for (one, other) in zip(a.path, b.path) where one != other {
      return one.compare(other, options: [.numeric, .forcedOrdering]) == .orderedAscending
    }
    return (a.path.count, a.place) < (b.path.count, b.place)
  }
}
