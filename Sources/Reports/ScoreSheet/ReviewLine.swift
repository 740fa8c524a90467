import Criteria
import Office
import Procedure

/// The words of a review on paper.
enum ReviewWords {
  /// One of the three questions (R3).
  static func question(_ kind: FindingKind) -> String {
    switch kind {
    case .conditions: "是否符合申报的基本条件"
    case .completeness: "材料是否翔实、完整"
    case .practice: "方法、展开、结果是否体现卓越绩效准则"
    }
  }

  /// Its answer.
  static func answer(_ verdict: Verdict) -> String {
    switch verdict {
    case .yes: "是"
    case .partly: "部分"
    case .no: "否"
    }
  }

  /// A dimension; those of results share one name with those of processes.
  static func dimension(_ dimension: Criteria.Dimension) -> String {
    switch dimension {
    case .approach: "方法"
    case .deployment: "展开"
    case .learning: "学习"
    case .levels: "水平"
    case .trends: "趋势"
    case .comparisons: "对比"
    case .integration, .resultsIntegration: "整合"
    }
  }
}

/// A comment or a point for the visit as a line of a cell: `++【方法】text〔place；place〕`.
enum ReviewLine {
  static func written(_ comment: Comment) -> String {
    let sign = comment.doubled ? "++" : ""
    let tag = comment.dimension.map { "【\(ReviewWords.dimension($0))】" } ?? ""
    let evidence = comment.evidence.isEmpty ? "" : "〔\(comment.evidence.joined(separator: "；"))〕"
    return Markup.line(sign + tag + comment.text + evidence)
  }

  static func written(_ point: SitePoint) -> String {
    Markup.line((point.kind == .clarify ? "澄清：" : "") + point.text)
  }

  /// The comments of a cell; a tag that its kind of item has not is part of the text.
  static func comments(_ text: String, _ kind: CommentKind, of item: ItemKind) -> [Comment] {
    lines(text).map { line in
      var rest = Substring(line)
      var comment = Comment(kind, "")
      for sign in ["++", "＋＋", "--", "－－", "——", "−−"] where rest.hasPrefix(sign) {
        rest = rest.dropFirst(sign.count).trimmed
        comment.doubled = true
        break
      }
      for dimension in item.dimensions {
        let tag = "【\(ReviewWords.dimension(dimension))】"
        if rest.hasPrefix(tag) {
          rest = rest.dropFirst(tag.count).trimmed
          comment.dimension = dimension
        }
      }
      if rest.last == "〕", let start = rest.lastIndex(of: "〔") {
        comment.evidence = rest[start...].dropFirst().dropLast().split { "；;".contains($0) }
          .map { String($0.trimmed) }.filter { !$0.isEmpty }
        rest = rest[..<start].trimmed
      }
      comment.text = String(rest)
      return comment
    }.filter { !$0.text.isEmpty }
  }

  static func points(_ text: String) -> [SitePoint] {
    lines(text).map { line in
      for sign in ["澄清：", "澄清:"] where line.hasPrefix(sign) {
        return SitePoint(.clarify, String(line.dropFirst(sign.count).trimmed))
      }
      for sign in ["核实：", "核实:"] where line.hasPrefix(sign) {
        return SitePoint(.verify, String(line.dropFirst(sign.count).trimmed))
      }
      return SitePoint(.verify, line)
    }.filter { !$0.text.isEmpty }
  }

  static func lines(_ text: String) -> [String] {
    Markup.lines(text).map { String($0.trimmed) }.filter { !$0.isEmpty }
  }
}
