import Foundation

/// How far a long work is.
extension Phrase {
  public static let checking = Phrase("核对", "checking")
  public static let rebuilding = Phrase("重建", "rebuilding")
  public static let importing = Phrase("导入", "importing")
  public static let restoring = Phrase("恢复：附件", "restoring: attachments")
  public static let makingDemo = Phrase("正在建立演示库", "making the demo store")

  /// The bar of a long work: how much of how much is done, and how long the rest will take once
  /// that can be told.
  public static func working(
    _ name: Phrase, _ done: Int, of total: Int, after spent: Duration,
    stoppedBy key: String = "Ctrl-C"
  ) -> Phrase {
    let width = 20
    let filled = total > 0 ? min(max(done, 0), total) * width / total : 0
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    return name + .plain(" [\(bar)] \(done)/\(total)") + rest(done, of: total, after: spent)
      + Phrase("（\(key) 停止）", " (\(key) stops)")
  }

  private static func rest(_ done: Int, of total: Int, after spent: Duration) -> Phrase {
    let seconds = spent / .seconds(1)
    // Of the first second nothing can be told.
    guard seconds >= 1, done > 0, done < total else { return .plain("") }
    let left = Int((seconds * Double(total - done) / Double(done)).rounded(.up))
    return left < 120
      ? Phrase("，还需约 \(left) 秒", ", about \(left) s left")
      : Phrase("，还需约 \(left / 60) 分钟", ", about \(left / 60) min left")
  }
}
