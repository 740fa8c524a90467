/// Words of forms and lists, whatever they are about.
extension Phrase {
  static let nothingToChoose = Phrase("没有可选的", "there is nothing to choose")
  static let choiceIsGone = Phrase("所选的已不在，请重新选择", "what was chosen is gone; choose anew")

  static let sideways = Phrase("宽表左右移", "scroll the table")
  static let sidewaysHelp = Phrase(
    "宽表向左右移动，第一列不动；也可用 < 和 >", "scrolls a wide table, its first column stays; < and > do so too")
  static let nothingWide = Phrase("没有放不下的表", "no table is wider than the room")

  /// Several things one after the other.
  static func list(_ parts: [Phrase]) -> Phrase {
    parts.dropFirst().reduce(parts.first ?? .plain("")) { $0 + Phrase("、", ", ") + $1 }
  }
}
