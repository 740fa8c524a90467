/// To what length a text is brought before it is sealed, so that its length tells little.
///
/// What is brought to length is 32 random bytes, 4 bytes of length, the body and zeros; a seal is 28
/// bytes longer (nonce and tag). A body that is 36 bytes shorter than a size just fits.
public enum Padding: CaseIterable, Sendable {
  /// For the body of an entry: 256 bytes, 1, 4, 16, 64 KiB, then multiples of 64 KiB.
  case entry
  /// For a draft, which is rewritten as somebody types: 4, 16, 64 KiB, then multiples of 64 KiB.
  case draft
  /// For a form left unfinished, of which a row holds no more: 32 KiB.
  case form
  /// For how far somebody has read in a case, of which a row holds no more: 8 KiB.
  case reading
  /// For an attachment: multiples of 64 KiB.
  case file

  private static let block = 64 << 10
  private static let formSize = 32 << 10
  private static let readingSize = 8 << 10
  /// The longest body of a form, in bytes.
  public static let longestForm = formSize - 36

  /// The longest body of a reading, in bytes.
  public static let longestReading = readingSize - 36

  private var steps: [Int] {
    switch self {
    case .entry: [256, 1 << 10, 4 << 10, 16 << 10]
    case .draft: [4 << 10, 16 << 10]
    case .form: [Self.formSize]
    case .reading: [Self.readingSize]
    case .file: []
    }
  }

  /// The size in bytes that a content of `content` bytes is brought to.
  func size(for content: Int) -> Int {
    steps.first { $0 >= content }
      ?? max((content + Self.block - 1) / Self.block, 1) * Self.block
  }
}
