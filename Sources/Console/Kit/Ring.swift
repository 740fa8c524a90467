/// Pages, panes and orders follow one another in a ring.
extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The value so many steps on; after the last one comes the first.
  func stepped(_ by: Int, in ring: [Self] = Self.allCases) -> Self {
    guard let place = ring.firstIndex(of: self) else { return self }
    return ring[(place + by + ring.count) % ring.count]
  }
}
