import Foundation

/// A bar that stands for a figure.
public struct Bar: Hashable, Sendable {
  /// What the figure is of.
  public var label: String
  /// Where the bar begins and ends, in thousandths of the whole width.
  public var range: ClosedRange<Int>
  /// A mark on it, such as the settled figure within a spread.
  public var mark: Int?
  /// The figure as it is written behind the bar.
  public var text: String

  /// A bar from the left edge, or from where it is said.
  public init(_ label: String, from start: Int = 0, to end: Int, mark: Int? = nil, text: String) {
    let start = min(max(0, start), 1000)
    (self.label, self.text) = (label, text)
    range = start...min(max(start, end), 1000)
    self.mark = mark.map { min(max(0, $0), 1000) }
  }

  /// The bar in so many steps: what is empty before it, it, what is empty behind it.
  func steps(_ count: Int) -> (before: Int, filled: Int, after: Int) {
    let before = (range.lowerBound * count + 500) / 1000
    let end = (range.upperBound * count + 500) / 1000
    // A spread of nothing is still to be seen, a bar of nothing is not.
    let filled = end > before ? end - before : range.lowerBound > 0 ? 1 : 0
    let start = min(before, count - filled)
    return (start, filled, count - start - filled)
  }
}

/// A picture (PNG).
public struct Picture: Hashable, Sendable {
  /// The file.
  public let bytes: Data
  /// Millimetres on the paper.
  public let width: Int
  public let height: Int
  /// What it shows, under it and for those who do not see it.
  public let caption: String

  /// A picture of that width in millimetres; nil where the bytes are no PNG.
  public init?(png bytes: Data, width: Int, caption: String) {
    let bytes = Data(bytes)
    guard bytes.count > 33, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      bytes[12..<16] == Data("IHDR".utf8)
    else { return nil }
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (across, down) = (number(16), number(20))
    guard (1...20_000).contains(across), (1...20_000).contains(down), (5...225).contains(width)
    else { return nil }
    let height = max(1, (width * down + across / 2) / across)
    // What is higher than a page is made to fit.
    let most = 200
    (self.width, self.height) =
      height > most ? (max(1, width * most / height), most) : (width, height)
    (self.bytes, self.caption) = (bytes, caption)
  }
}
