import Splitting
import Testing

@testable import Intake

@Suite("An application form's values stand behind its labels")
struct FormReadingTests {
  private func read(_ rows: [[String]]) -> FormReading {
    FormReading(
      Manuscript(
        lines: rows.map { Line($0.joined(separator: "  "), kind: .table, cells: $0) },
        encoding: "docx"))
  }

  @Test("in tables: next to the label, whatever its numbers, blanks and remarks")
  func table() {
    let form = read([
      ["1. 单 位 名 称（全称）", "杭州某某有限公司"], ["统一社会信用代码", "91330108MA27XW3E4Q", "成立时间", "2003年5月"],
      ["法定代表人", "张三", "联系电话", "0571-1234"], ["首席质量官", "", "任命文号", "某发〔2024〕3号"],
      ["职工人数", "1,204人"], ["说明", "单位名称应与营业执照一致"],
    ])
    #expect(form.fields[.name]?.text == "杭州某某有限公司")
    #expect(form.fields[.creditCode]?.text == "91330108MA27XW3E4Q")
    #expect(form.fields[.founded]?.text == "2003年5月")
    #expect(form.fields[.telephone]?.text == "0571-1234")
    #expect(form.fields[.qualityOfficer] == nil)
    #expect(form.fields[.appointment]?.text == "某发〔2024〕3号")
    #expect(form.fields[.staff]?.text == "1,204人")
    #expect(form.fields[.name]?.line == 0)
  }

  @Test("in lines: label, colon, value, several in one")
  func lines() {
    let form = FormReading(
      Manuscript(
        text: "申报单位：杭州某某有限公司\r\n联系人：李 四　联系电话：138 0000\n（地址:滨江区）\n结论：好", encoding: "UTF-8"))
    #expect(form.fields[.name]?.text == "杭州某某有限公司")
    #expect(form.fields[.contact]?.text == "李 四")
    #expect(form.fields[.telephone]?.text == "138 0000")
  }

  @Test("two places with different values contradict each other, the first is kept")
  func contradictions() {
    let form = read([["单位名称", "甲公司"], ["申报单位", "乙公司"], ["地址", "一路"], ["注册地址", "一 路"]])
    #expect(form.contradictions == [.name])
    #expect(form.fields[.name]?.text == "甲公司")
  }

  @Test("three years' figures: years in the head or in the first column, units of the label kept")
  func years() {
    let across = read([
      ["指标", "2023年", "2024 年", "２０２５年度"], ["营业收入（万元）", "12,000", "13000.5", "15,000"],
      ["利润总额（亿元）", "0.1", "—", "0.3"], ["研发投入占营业收入比重（%）", "3.1%", "3.2", "3.3"],
      ["同行业排名", "3", "2", "1"], ["备注", "2025"],
    ])
    #expect(across.years[2023]?[.revenue]?.text == "12,000")
    #expect(across.years[2024]?[.revenue]?.text == "13000.5")
    #expect(across.years[2025]?[.profit]?.text == "0.3亿元")
    #expect(across.years[2024]?[.profit] == nil)
    #expect(across.years[2023]?[.researchShare]?.text == "3.1%")
    #expect(across.years[2025]?[.rank]?.text == "1")
    let down = read([
      ["年度", "主营业务收入（万元）", "上缴税金（元）", "全员劳动生产率"], ["2024", "100", "200", "30"],
      ["2025", "110", "210", "31"],
    ])
    #expect(down.years[2024]?[.revenue]?.text == "100")
    #expect(down.years[2025]?[.tax]?.text == "210元")
    #expect(down.years[2025]?[.productivity]?.text == "31")
    #expect(down.years.count == 2)
  }

  @Test("a row with fewer cells than its head has the figures that it has")
  func ragged() {
    let form = read([["指标", "2022", "2023", "2024"], ["营业收入", "5"], ["利润"], []])
    #expect(form.years == [2022: [.revenue: .init(text: "5", line: 1, page: nil)]])
  }

  @Test("a label is found by every word it has, and no word is of two")
  func labels() {
    var seen: Set<String> = []
    for label in FormLabel.allCases {
      for word in label.words {
        #expect(FormLabel.of(" \(word)： ") == label)
        #expect(seen.insert(word).inserted, "\(word)")
      }
    }
  }
}
