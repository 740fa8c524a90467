import Criteria
import Foundation
import Procedure

/// Words of the page on the papers' head.
extension Phrase.Setup {
  static let setLetterhead = Phrase("填写文头…", "Letterhead…")
  static let setLetterheadHelp = Phrase(
    "文件的发文机关、署名、代字、联系方式、抄送和办法名称，随时可改",
    "who issues and signs, the office's sign, contact, copies, the method's title; at any time")
  static let letterheadMeans = Phrase(
    "印在此后的每一份文件上；每次更改都留在历史中，已发出的文件不变。",
    "Stands on every paper from now on. Each change stays in the history; papers that went out stay as they are."
  )
  static let noLetterhead = Phrase(
    "尚未填写文头：文件上没有联系方式，文号不能核对。",
    "No letterhead yet: papers name no contact, and numbers are not checked.")
  static func issuerHelp(_ city: Bilingual) -> Phrase {
    Phrase("红头上的名称，如：\(city.zh)市场监督管理局文件", "as the red head names it")
  }
  static func prefixHelp(_ year: Int) -> Phrase {
    Phrase(
      "如「杭市监质」，文号即为 杭市监质〔\(year)〕1号；填写后文号须为此种格式",
      "such as 杭市监质: numbers are 杭市监质〔\(year)〕1号 then, and checked")
  }
  static let mailboxHelp = Phrase("提异议用的电子邮箱或网址", "e-mail or page for objections")
  static let refundAccountHelp = Phrase(
    "退回资助经费的账户：户名、开户行、账号；印在撤销（取消）培育资格的告知书上",
    "where grants are given back: holder, bank, number; stands on the letter of a lost place")
  static func methodHelp(_ title: String) -> Phrase {
    Phrase("不加书名号；留空即为：\(title)", "without 《》; empty stands for \(title)")
  }
  static let clausesHelp = Phrase(
    "只写与本系统所附办法不同的，一行一条：Q3 第八条",
    "only where other than the shipped method's, one in a line: Q3 第八条")
  static let shippedClauses = Phrase("与所附办法一致", "as in the shipped method")
  static func noClause(_ line: String) -> Phrase {
    Phrase(
      "「\(line)」看不懂或重复：一行写一条规则编号和条款，如 Q3 第八条",
      "«\(line)»: one rule and its clause in a line, each once, such as Q3 第八条")
  }
}
