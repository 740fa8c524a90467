import Criteria
import Store

extension Place {
  /// The place that people read as `tiers[1].from` or `line 7, district`.
  init(written text: String) {
    if let match = text.wholeMatch(of: /line (\d+)(?:, (.+))?/), let line = Int(match.1) {
      self = .line(line, column: match.2.map(String.init))
    } else {
      self = text.matches(of: /\[(\d+)\]|[^.\[\]]+/).reduce(.file) { place, step in
        step.1.flatMap { Int($0) }.map { place[$0] } ?? place[String(step.0)]
      }
    }
  }
}

extension ImportFault {
  init(_ place: String, _ reason: Reason) { self.init(Place(written: place), reason) }
}
