import Procedure
import Terminal

/// What is the same wherever something is printed: the name of the action, its key, the form of a
/// list.
enum Printing {
  /// The name by which every screen knows the action that prints what it is about.
  static let name = "print"
  /// The key that prints on every screen.
  static let key = Key.control("p")
  /// The name of the form that asks where a list is written.
  static let listForm = "printList"
  /// The ticket of what is written.
  static let ticket = "print"

  /// The form that asks where a list is written; nil for other forms, and where nothing is listed.
  static func form<Actor>(
    _ name: String, _ order: ListOrder?, _ context: Context
  ) -> ScreenForm<Actor>? {
    guard name == listForm, let order else { return nil }
    let file = order.title + .plain("-\(context.cycle.year ?? context.now.day.year).xlsx")
    let asks = Asks(
      .target(.Printing.file, file, help: .Printing.fileHelp), lines: [order.means]
    ) { $0 }
    return ScreenForm(
      name, Phrase.Printing.print, isKept: false, asks, context
    ) { _, path, _ in
      .effects([.writeList(order, path: path, replaces: false, ticket: ticket)])
    }
  }
}

extension ScreenAction {
  /// Prints what the screen is about.
  ///
  /// - Parameter keys: The screen's own beside the key that prints everywhere.
  static func print(
    _ title: Phrase = Phrase.Printing.print, keys: [Key] = [.function(7)], help: Phrase,
    availability: Availability = .available, importance: Int = 4, run: @escaping Deed
  ) -> ScreenAction {
    ScreenAction(
      Printing.name, title, keys: keys + [Printing.key],
      shown: .plain(keys.isEmpty ? "" : "F7"), help: help,
      availability: availability, importance: importance, run: run)
  }
}

extension Phrase {
  enum Printing {
    static let print = Phrase("打印…", "Print…")
    static let everywhere = Phrase(
      "打印本屏所列或所办的内容，文件名和位置由你定",
      "prints what the screen lists or is about, into a file that you name")
    static let nothing = Phrase("这一屏没有可打印的内容", "there is nothing to print on this screen")
    static let emptyList = Phrase("列表是空的", "the list is empty")
    static let listHelp = Phrase(
      "把本屏的列表写成电子表格（.xlsx）或 CSV 文件，只含你看得到的内容",
      "writes the list as a workbook (.xlsx) or as CSV; only what you see is in it")
    static let means = Phrase(
      "列表以明文写入文件，请妥善保管。", "The list is written in the clear: keep the file safe.")
    static let file = Phrase("文件", "File")
    static let fileHelp = Phrase(
      "以 .xlsx 或 .csv 结尾；已有同名文件会先问", "ends in .xlsx or .csv; asks before replacing")
    static let replace = Phrase("替换文件", "Replace the file")
    static let replaceMeans = Phrase(
      "已有同名文件，替换后原内容不能恢复。", "The file is there already; what it holds is lost.")
    static let daysLeft = Phrase("剩余工作日", "Working days left")
  }

  /// What was written, and where.
  public static func listWritten(rows: Int, _ path: String) -> Phrase {
    Phrase("已写出 \(rows) 行：\(path)", "\(rows) rows written to \(path)")
  }
}
