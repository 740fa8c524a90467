/// Words of the score sheet for those without the program.
extension Phrase.Review {
  static let sheet = Phrase("评审表…", "Score sheet…")
  static let sheetHelp = Phrase(
    "把正在进行的评审写成电子表格（.xlsx），不用本程序也能填",
    "writes the review as a workbook (.xlsx), to be filled without this program")
  static let sheetFileHelp = Phrase(
    "以 .xlsx 结尾；已有同名文件会先问", "ends in .xlsx; asks before replacing")
  static let readSheet = Phrase("读入评审表…", "Take score sheet…")
  static let readSheetHelp = Phrase(
    "把填好的评审表读回自己的草稿，先逐格列出改动再问",
    "takes a score sheet that was filled into one's own draft; lists the changes first and asks")
  static let readSheetMeans = Phrase(
    "只有你本人的这份评审表能读入；有一格不对就全部不读。空着的格不改动草稿。",
    "Only your own sheet of this case is taken; with one wrong cell nothing is. Empty cells change nothing."
  )
  static func sheetChanges(_ changes: Int, of filled: Int) -> Phrase {
    Phrase(
      "填了 \(filled) 格，其中 \(changes) 格改动草稿：",
      "\(filled) cells are filled, \(changes) of them change the draft:")
  }
  static func sheetSaysTheSame(_ filled: Int) -> Phrase {
    Phrase(
      "填了 \(filled) 格，与草稿相同，没有改动",
      "\(filled) cells are filled, all as in the draft: nothing changes")
  }
  static func sheetMore(_ count: Int) -> Phrase {
    Phrase("……另有 \(count) 格", "… and \(count) more")
  }
  static let takeSheet = Phrase("读入草稿", "Take it")
  static let sheetRefused = Phrase("评审表有误，没有读入", "The sheet is wrong, nothing was taken")
}
