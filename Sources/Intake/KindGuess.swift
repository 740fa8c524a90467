import Foundation
import Procedure

/// Which part of the material a file is, by what it and its folders are called (M1–M5).
struct KindGuess {
  /// The kind, and whether more than its being somewhere speaks for it.
  var kind: DocumentKind
  var isSure: Bool

  /// Words by which people call a kind; the first kind in this order whose word stands nearest wins.
  private static let words: [(kind: DocumentKind, words: [String])] = [
    (.selfEvaluation, ["自评报告", "自我评价报告", "自我评价", "自评", "selfevaluation"]),
    (.workSummary, ["工作总结", "典型做法", "经验总结", "总结", "summary"]),
    (.profile, ["组织概述", "组织简介", "组织概况", "企业概述", "概述", "profile"]),
    (.applicationForm, ["申报表", "申请表", "推荐表", "申报书", "applicationform"]),
    (
      .evidence,
      [
        "证实", "佐证", "证明", "附件", "证书", "执照", "审计", "专利", "获奖", "荣誉", "合同", "许可", "检测",
        "检验", "报表", "纳税", "文件汇编", "evidence",
      ]
    ),
  ]

  /// What can carry the text of a kind that is read.
  private static let documents: Set<String> = [
    "doc", "docx", "wps", "pdf", "txt", "md", "rtf", "xls", "xlsx", "et", "csv",
  ]

  init(_ file: StickFile) {
    // The file's own name speaks before its folder's: 证实材料/自评报告.docx is the report.
    for part in [file.stem] + file.path.dropLast().reversed() {
      let key = Names.key(part)
      guard let kind = Self.kind(of: key) else { continue }
      // A scan beside the report is evidence, whatever it is called.
      let isText = kind == .evidence || Self.documents.contains(file.suffix)
      (self.kind, isSure) = isText ? (kind, true) : (.evidence, false)
      return
    }
    (kind, isSure) = (.evidence, file.isPicture)
  }

  private static func kind(of key: String) -> DocumentKind? {
    // «自评报告附件3» is an attachment: what stands last says what it is.
    var best: (kind: DocumentKind, end: String.Index)?
    for (kind, words) in words {
      for word in words {
        guard let range = key.range(of: word, options: .backwards) else { continue }
        if best.map({ range.upperBound > $0.end }) ?? true { best = (kind, range.upperBound) }
      }
    }
    return best?.kind
  }
}
