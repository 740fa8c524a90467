import Criteria

extension Place {
  /// The place that people read as `tiers[1].from`.
  init(written text: String) {
    self = text.matches(of: /\[(\d+)\]|[^.\[\]]+/).reduce(.file) { place, step in
      step.1.flatMap { Int($0) }.map { place[$0] } ?? place[String(step.0)]
    }
  }
}
