/// What a person says of a splitting (S13): an entry over the document, which stays as it is.
///
/// Corrections hold on to lines of the document, so that they stay right whatever the rules make of
/// it later; the last one is undone by leaving it out.
public enum Correction: Codable, Hashable, Sendable {
  /// The part that a line is in belongs to these items.
  case assign(line: Int, items: [ItemID])
  /// The part that a line is in is text of a category.
  case assignCategory(line: Int, category: ItemID)
  /// The part that a line is in belongs nowhere.
  case release(line: Int)
  /// A part begins at a line; it belongs nowhere until it is assigned.
  case cut(line: Int)
  /// The part that begins at a line goes on with the part before it.
  case join(line: Int)
}
