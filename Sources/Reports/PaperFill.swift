import Foundation
import Office
import Procedure

/// What fills a paper's template: values by name, and blocks that stand alone on a line.
///
/// Words may have several lines. Alone on a line of the template they are paragraphs; within a line
/// they are put on it.
public struct PaperFill: Hashable, Sendable {
  /// The values by name.
  public var values: [String: FieldValue]
  /// The blocks by name: tables, charts, signatures.
  public var blocks: [String: [Composition.Block]]
  /// The page it is set on.
  public var layout = PageLayout.official

  /// What fills a template.
  public init(
    _ values: [String: FieldValue] = [:], blocks: [String: [Composition.Block]] = [:],
    layout: PageLayout = .official
  ) {
    (self.values, self.blocks, self.layout) = (values, blocks, layout)
  }

  /// With the values and blocks of another, which win.
  public func with(_ other: PaperFill) -> PaperFill {
    PaperFill(
      values.merging(other.values) { $1 }, blocks: blocks.merging(other.blocks) { $1 },
      layout: other.layout)
  }

  /// Every name that a template may use outside rows.
  var names: Set<String> { Set(values.keys).union(blocks.keys) }

  /// A day as official papers write it.
  public static func written(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
}

/// The facts of a paper, as its templates name them.
public protocol PaperContents: Sendable, Hashable {
  /// The values and blocks.
  var fill: PaperFill { get }
  /// Facts with nothing left out, by which a bureau's own template is tried: it is openly made up.
  static var sample: Self { get }
}
