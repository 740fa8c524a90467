/// One value, or one key, of a body that was looked through.
///
/// The nodes of a body stand in one row as the text has them: an object or a list before what is
/// in it, a key before its value.
struct LogNode {
  /// What stands here.
  enum Kind: UInt8 {
    case object, list, key, text, whole, fraction, yes, no, null
  }

  let kind: Kind
  /// Whether a text has escapes, so that its bytes are not yet what it says.
  var isEscaped = false
  /// Whether a text is ASCII without escapes: its bytes can be compared.
  var isPlain = true
  /// Whether the type that reads has asked for this value.
  var isAsked = false
  /// The first byte; of a text the one after the quote.
  var start: Int32 = 0
  /// Bytes of a text or number; members of an object, elements of a list.
  var count: Int32 = 0
  /// The node after this one and all in it; 0 while it is still open.
  var next: Int32 = 0
  /// In an object: the key that was found last, where the next search begins.
  var cursor: Int32 = 0

  /// A node as it begins.
  init(_ kind: Kind, start: Int) {
    (self.kind, self.start) = (kind, Int32(truncatingIfNeeded: start))
  }
}
