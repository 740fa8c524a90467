import Office
import Reports

/// Words of the score sheet, on the screen and on the command line.
extension Phrase {
  /// Where the sheet is, and that it is in the clear.
  public static func sheetWritten(_ path: String) -> Phrase {
    Phrase("评审表已写到 \(path)（明文，请自己保管）", "score sheet at \(path) (in the clear: keep it to yourself)")
  }

  /// Who can read the sheet, and that the program keeps none.
  public static let sheetIsReadable = Phrase(
    "表里是你现在的得分率和意见，谁拿到文件都能看到。请自己保管，不要转发；程序不发送、不备份、不另存。",
    "The sheet holds your marks and comments as they are now; whoever has the file can read them. Keep it to yourself: the program does not send it, copy it or keep it."
  )

  /// Why there is no score sheet.
  static func sheet(_ fault: OwnScoreSheet.Fault) -> Phrase {
    switch fault {
    case .notUnderWay:
      Phrase(
        "你在这份申报上没有正在进行的评审（未开始，或已提交），没有评审表可写出或读入",
        "no review of yours is under way in this case (not begun, or handed in): there is no sheet to write or to take"
      )
    case .unreadable(let path): Phrase("读不了文件 \(path)", "cannot read \(path)")
    case .tooLarge(let path):
      Phrase("\(path) 太大，不会是评审表", "\(path) is too large to be a score sheet")
    }
  }

  /// Why a sheet is not taken: the one thing that is wrong, or how many.
  static func sheet(_ faults: ScoreSheetFaults) -> Phrase {
    faults.faults.count == 1
      ? Phrase("没有读入：", "nothing taken: ") + sheet(faults.faults[0])
      : Phrase(
        "没有读入：\(faults.faults.count) 格有误", "nothing taken: \(faults.faults.count) cells are wrong")
  }

  /// What is wrong with a sheet, with its cell.
  static func sheet(_ fault: ScoreSheetFault) -> Phrase {
    if case .unreadable(let why) = fault.why { return .reading(why) }
    return fault.sentence.map { Phrase($0) } ?? .plain("")
  }

  /// A filled cell, and whether it changes the draft.
  public static func sheetCell(_ cell: ScoreSheetTaking.Cell) -> Phrase {
    let text = cell.text.onOneLine
    let short = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return .plain("\(cell.place) ") + Phrase(cell.name) + .plain("：\(short)")
      + (cell.isChange ? .plain("") : Phrase("（未变）", " (no change)"))
  }

  /// How many cells are filled, and how many of them change something.
  public static func sheetCounts(_ taking: ScoreSheetTaking, isDryRun: Bool) -> Phrase {
    let (filled, changes) = (taking.cells.count, taking.changes.count)
    return isDryRun
      ? Phrase(
        "填了 \(filled) 格，其中 \(changes) 格会改动草稿；没有写入",
        "\(filled) cells are filled, \(changes) of them would change the draft; nothing was written"
      )
      : Phrase(
        "填了 \(filled) 格，其中 \(changes) 格改动了草稿；还没有提交",
        "\(filled) cells are filled, \(changes) of them changed the draft; it is not handed in yet")
  }

  public static let cliSheet = Phrase(
    "把自己正在进行的评审写成评审表（.xlsx），或把填好的读回草稿",
    "writes one's own review that is under way as a score sheet (.xlsx), or takes one that was filled"
  )
  public static let cliSheetOut = Phrase(
    "写到的文件；已有同名文件则不写", "the file to write; one that is there is left as it is")
  public static let cliSheetIn = Phrase("填好的评审表", "the score sheet that was filled")
  public static let cliSheetOneWay = Phrase(
    "请给出 --out 或 --in 之一", "give one of --out and --in")
  public static let cliSheetDryRun = Phrase(
    "只逐格报告，不写入草稿（用于 --in）", "reports cell by cell and writes nothing (with --in)")
}
