import Criteria
import Office

/// What is wrong with a score sheet that came back, and in which cell.
public struct ScoreSheetFault: Hashable, Sendable {
  /// The cell; nil where it is the file as a whole.
  public var place: CellPlace?
  /// What is wrong.
  public var why: Why

  /// What can be wrong.
  public enum Why: Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(ReadingFault)
    /// It is no score sheet of ours.
    case noScoreSheet
    /// It is of another case or another reviewer.
    case anotherCode
    /// It is of another edition of the criteria.
    case anotherEdition(String)
    /// It has more sheets than one.
    case moreSheets(Int)
    /// Cells are merged that were not, or no longer.
    case merged(String)
    /// A cell that is not to fill says something else; what it said.
    case changed(from: String)
    /// A cell to fill computes what it shows.
    case formula
    /// Something stands where nothing is asked.
    case beside
    /// More characters than it takes.
    case tooLong(limit: Int)
    case percentage(PercentageFault)
    /// A mark and a reason not to mark.
    case markAndAbstention
    /// None of 是、部分、否; or a note without an answer.
    case noVerdict
    /// No whole number of hours.
    case noHours
  }

  /// What is wrong, with its cell; what cannot be read is for the words of reading to say.
  public var sentence: Bilingual? {
    let said: Bilingual? =
      switch why {
      case .unreadable: nil
      case .noScoreSheet: Bilingual(zh: "这不是本程序写出的评审表", en: "no score sheet of this program")
      case .anotherCode:
        Bilingual(zh: "这张评审表是另一份申报或另一位评审员的", en: "of another application or another reviewer")
      case .anotherEdition(let id):
        Bilingual(zh: "所用准则版本不同（\(id)）", en: "of another edition (\(id))")
      case .moreSheets(let count):
        Bilingual(zh: "应当只有一张工作表，现有 \(count) 张", en: "one sheet is wanted, here are \(count)")
      case .merged(let range):
        Bilingual(zh: "单元格 \(range) 的合并被改动", en: "the merging of \(range) was changed")
      case .changed(let text):
        Bilingual(zh: "这一格不能改动，原为“\(text)”", en: "not to be changed, it was “\(text)”")
      case .formula: Bilingual(zh: "这一格是公式，请填数或文字", en: "a formula: type the figure or the words")
      case .beside: Bilingual(zh: "这一格不该有内容", en: "nothing is asked here")
      case .tooLong(let limit): Bilingual(zh: "超过 \(limit) 字", en: "more than \(limit) characters")
      case .percentage(let fault): Self.sentence(fault)
      case .markAndAbstention:
        Bilingual(zh: "填了百分比，又写了弃评理由：只留一样", en: "a mark and a reason to abstain: keep one")
      case .noVerdict: Bilingual(zh: "应填：是、部分或否", en: "is to be 是, 部分 or 否")
      case .noHours: Bilingual(zh: "应填整数小时", en: "is to be whole hours")
      }
    guard let said, let place else { return said }
    return Bilingual(zh: "\(place)：\(said.zh)", en: "\(place): \(said.en)")
  }

  private static func sentence(_ fault: PercentageFault) -> Bilingual {
    switch fault {
    case .empty, .notANumber: Bilingual(zh: "百分比应是数字", en: "a percentage is a number")
    case .negative: Bilingual(zh: "百分比不能小于 0", en: "a percentage is not below 0")
    case .above100: Bilingual(zh: "百分比不能大于 100", en: "a percentage is not above 100")
    case .betweenSteps(let below, let above):
      Bilingual(zh: "百分比取 5 的倍数：\(below) 或 \(above)", en: "in steps of 5: \(below) or \(above)")
    }
  }
}

/// All that is wrong with a score sheet; nothing of it is taken.
public struct ScoreSheetFaults: Error, Hashable, Sendable {
  /// In the order of the sheet, at least one.
  public var faults: [ScoreSheetFault]
}
