/// Words of forms and lists, whatever they are about.
extension Phrase {
  static let nothingToChoose = Phrase("没有可选的", "there is nothing to choose")
  static let choiceIsGone = Phrase("所选的已不在，请重新选择", "what was chosen is gone; choose anew")

  /// Several things one after the other.
  static func list(_ parts: [Phrase]) -> Phrase {
    parts.dropFirst().reduce(parts.first ?? .plain("")) { $0 + Phrase("、", ", ") + $1 }
  }
}
