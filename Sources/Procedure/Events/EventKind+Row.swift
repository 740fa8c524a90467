import Foundation

extension EventKind {
  /// The line of entries that events of this kind belong to.
  public var stream: EventStream { row.stream }

  /// Who can read the body (`ThreatModel`); a test holds the list of what stands in the clear.
  public var placement: Placement { row.placement }

  /// The part of the method it belongs to.
  public var chapter: Chapter { row.chapter }

  /// Who may write it, where that is a matter of a role alone.
  var authority: Authority { row.by }

  /// The kinds of which one must come directly before, by the same author in the same case.
  ///
  /// Empty where an act begins with this kind. A first half whose second never came means this:
  /// - A conclusion, a visit's conclusion or a note without its decision: nothing.
  /// - A sheet handed in and not recorded: still outstanding; it is withdrawn and handed in again.
  /// - An inquiry sent or an objection received, and not recorded: none.
  /// - A visit arranged and not prepared: it cannot begin and is arranged again.
  /// - A report to the leaders' meeting without its text: none.
  /// - An answer without its text: it counts as given; who may read misses the words, and an
  ///   inquiry so answered does not qualify.
  /// - A finish or a submission without its result: those who read the session or the visit know
  ///   the total, others do not.
  /// - An assessment without its text: given, and empty.
  public var follows: [EventKind] { row.follows }

  /// The kinds that are counted from zero after one of this kind.
  var restarts: [EventKind] { row.restarts }

  /// Whether who belongs to a group of readers may be others after it.
  public var concernsGroups: Bool { row.concerns.contains(.groups) }

  /// Whether cases may wait for others, have other terms or other readers after it.
  public var concernsDossiers: Bool { row.concerns.contains(.dossiers) }

  /// The version of the body that this program writes.
  public var version: Int { row.version }

  /// How many sealed files an entry of the kind names: a text, a file as it came in, or both;
  /// every form of a paper.
  public var files: ClosedRange<Int> {
    if self == .paperKept { return KeptPaper.fileCount }
    return [.documentAttached, .documentReceived].contains(self) ? 1...2 : 0...0
  }

  /// What is fixed for a kind; `row` has one for each.
  struct Row {
    var stream = EventStream.dossier
    var placement = Placement.clear
    var chapter: Chapter
    var by: Authority
    var follows: [EventKind] = []
    var restarts: [EventKind] = []
    var concerns: Concern = []
    var version = 1

    /// Of the cycle's stream, where everything is clear.
    static func cycle(
      _ chapter: Chapter, by: Authority, concerns: Concern, version: Int = 1
    ) -> Row {
      Row(stream: .cycle, chapter: chapter, by: by, concerns: concerns, version: version)
    }

    /// Of a case, and clear.
    static func clear(
      _ chapter: Chapter, by: Authority, after: [EventKind] = [], restarts: [EventKind] = [],
      version: Int = 1
    ) -> Row {
      Row(chapter: chapter, by: by, follows: after, restarts: restarts, version: version)
    }

    /// Of a case, and sealed.
    static func sealed(
      _ placement: Placement, _ chapter: Chapter, by: Authority, after: [EventKind] = [],
      version: Int = 1
    ) -> Row {
      Row(placement: placement, chapter: chapter, by: by, follows: after, version: version)
    }

    /// Of supervision's letter box.
    static func letter(by: Authority, version: Int = 1) -> Row {
      Row(
        stream: .supervision, placement: .supervision, chapter: .supervision, by: by,
        version: version)
    }
  }
}
