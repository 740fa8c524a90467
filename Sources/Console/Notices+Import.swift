import Criteria
import Foundation
import Procedure
import Reports
import Store

extension Notices {
  /// Why a file is not taken, one sentence for each thing that is wrong with it; none where the
  /// error is not about a file's content.
  public static func parts(of error: any Error, _ context: Context) -> [Phrase] {
    switch error {
    case let fault as ImportFault: fault.parts.map { part($0, context) }
    case let fault as ParametersFault: [part(fault)]
    case let faults as ScoreSheetFaults: faults.faults.map { .sheet($0) }
    default: []
    }
  }

  /// Why an import is refused: the one thing that is wrong, or how many.
  static func sentence(_ fault: ImportFault, _ context: Context) -> Phrase {
    if case .several(let faults) = fault.reason {
      return Phrase("未导入：\(faults.count) 处有误", "nothing imported: \(faults.count) faults")
    }
    return Phrase("未导入：", "nothing imported: ") + part(fault, context)
  }

  /// What is wrong with parameters, with its place.
  static func part(_ fault: ParametersFault) -> Phrase {
    (fault.place == .file ? .plain("") : .plain("\(fault.place) ")) + .parameters(fault.problem)
  }

  private static func part(_ fault: ImportFault, _ context: Context) -> Phrase {
    at(fault.place) + .plain(" ") + reason(fault.reason, context)
  }

  private static func reason(_ reason: ImportFault.Reason, _ context: Context) -> Phrase {
    switch reason {
    case .unreadable(let path): Phrase("读不了 \(path)", "cannot read \(path)")
    case .tooLarge(let limit): Phrase("超过上限 \(limit)", "exceeds the limit of \(limit)")
    case .json(let problem): .json(problem)
    case .notText: .json(.notText)
    case .document(let kind): .document(kind)
    case .missing: Phrase("未填写", "is missing")
    case .unknownKey: .json(.unknownKey)
    case .unknownColumn: Phrase("不认识这一列", "is no column of the list")
    case .repeatedColumn: Phrase("这一列重复", "stands twice")
    case .missingColumn: Phrase("缺少这一列", "is a column that is missing")
    case .repeated: Phrase("与前面重复", "is repeated")
    case .outside(let path):
      Phrase("文件 \(path) 不在 JSON 所在目录内", "the file \(path) lies outside the JSON's directory")
    case .textOrFile: Phrase("text 与 file 须恰有一个", "exactly one of text and file is wanted")
    case .refused(let refusal): sentence(refusal, context)
    case .unknownValue(let value): .json(.unknownValue(value))
    case .rounded(let text):
      Phrase(
        "「\(text)」已被表格软件改成科学计数法，号码不全：请把这一列设为“文本”，重新填写后另存为 CSV",
        "the spreadsheet made the number \(text) of it and lost digits: format the column as text, type it again, save as CSV"
      )
    case .cellCount(let found, let wanted):
      Phrase("有 \(found) 格，应为 \(wanted) 格", "has \(found) cells, \(wanted) wanted")
    case .quotes: Phrase("引号不成对", "has quotes that do not match")
    case .several(let faults): Phrase("\(faults.count) 处有误", "\(faults.count) faults")
    }
  }

  /// What a person should look at in a file that was taken.
  public static func sentence(_ remark: ImportRemark) -> Phrase {
    switch remark.kind {
    case .spareColumns(let titles): .spareColumns(titles)
    case .doubtfulCode(let code, let fault):
      at(remark.place) + Phrase(" \(code)：", " \(code): ") + .Setup.codeFault(fault)
        + Phrase("，请核对", "; look again")
    case .knownCode(let code, let id):
      at(remark.place)
        + Phrase(
          " \(code)：本年度 \(id) 已用这个信用代码，请核对是否重复申报",
          " \(code): \(id) stands under this code in the year; look whether it is the same")
    }
  }

  /// The place of a fault: «line 7, district» is said in Chinese too.
  private static func at(_ place: Place) -> Phrase {
    switch place {
    case .file: Phrase("文件", "the file")
    case .json: .plain("\(place)")
    case .line(let line, let column):
      Phrase("第 \(line) 行\(column.map { " \($0)" } ?? "")", "\(place)")
    }
  }
}

extension Phrase {
  /// Headings of a table under which nothing was read.
  static func spareColumns(_ titles: [String]) -> Phrase {
    Phrase(
      "没有读取这些列：\(titles.joined(separator: "、"))",
      "these columns were passed over: \(titles.joined(separator: ", "))")
  }

  /// A file that is no text, and what to do.
  static func document(_ kind: FileKind) -> Phrase {
    switch kind {
    case .workbook:
      Phrase(
        "是表格软件的工作簿（.xlsx），不能直接读取：请在表格软件中“另存为”CSV 文件，再选那个文件",
        "is a workbook (.xlsx): save it as CSV in the spreadsheet and choose that file")
    case .document:
      Phrase(
        "是文字处理文档（.docx），不能直接读取：请“另存为”纯文本（UTF-8）",
        "is a word processor's document (.docx): save it as plain text (UTF-8)")
    case .olderOffice:
      Phrase(
        "是旧式 Office 文件（.xls、.doc、.et、.wps），不能直接读取：表格请“另存为”CSV，文档请“另存为”纯文本（UTF-8）",
        "is an older Office file (.xls, .doc): save a table as CSV, a document as plain text (UTF-8)"
      )
    case .archive:
      Phrase("是压缩包，请先解压", "is an archive: unpack it first")
    case .pdf:
      Phrase(
        "是 PDF，不能直接读取：请从原文件另存为 CSV 或纯文本（UTF-8）",
        "is a PDF: save CSV or plain text (UTF-8) from where it was made")
    }
  }
}
