import Criteria

extension Place {
  /// The place that people read as `tiers[1].from`.
  init(written text: String) {
    self = text.matches(of: /\[(\d+)\]|[^.\[\]]+/).reduce(.file) { place, step in
      step.1.flatMap { Int($0) }.map { place[$0] } ?? place[String(step.0)]
    }
  }
}

extension EditionFault {
  init(place: String, item: ItemID?, problem: Problem) {
    self.init(place: Place(written: place), item: item, problem: problem)
  }
}
