extension Effect {
  /// Asks before what cannot be undone; the answer that does it is called as what is done.
  static func confirm(
    _ id: String, _ title: Phrase, _ lines: [Phrase], yes: Phrase? = nil, then: [Effect]
  ) -> Effect {
    .ask(.confirm(id: id, title: title, lines: lines, yes: yes ?? title, then: then))
  }
}
