/// What leader, secretariat and examiners do by keys after the sheets are in.
extension Desk {
  // MARK: Consensus (R6)

  /// Settles the selected item and waits until it is the `count`th.
  func settle(_ percentage: Int, count: Int) throws {
    try session.type("\(percentage)")
    try session.press(.enter)
    try see("已定 \(count)/23")
  }

  // MARK: On site (S3, S4)

  /// Ticks the selected check as met, with its evidence.
  func tick(_ evidence: String, place: String? = nil, asked: String? = nil) throws {
    try session.type("1")
    try see("核查记录")
    try session.type(evidence)
    if let place, let asked {
      try session.press(.tab, .tab)
      try session.type(place)
      try session.press(.tab)
      try session.type(asked)
    }
    try session.press(.f(5))
    try seeNoMore("核查记录")
  }

  /// Settles the selected item on site at another percentage, with the reason.
  func settleOnSite(_ percentage: Int, reason: String) throws {
    try session.type("\(percentage)")
    try session.press(.enter)
    try see(["理由", "\(percentage)%"])
    try session.type(reason)
    try see(reason)
    try session.press(.f(5))
    try seeNoMore(reason)
  }
}
