import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

@Suite("Independent review: the application form beside its document")
struct FormBesideTests {
  private typealias World = ScreenWorld<ReviewScreen>

  private static let document = Document(
    id: "applicationForm", kind: .applicationForm, title: "申报表", file: "f1", characters: 90)
  private static let text = """
    联系人：张质　联系电话：0571-8000

    | 单位名称 | 钱江精密机械有限公司 | 职工人数 | 412 人 |
    | 单位地址 | 滨江区演示路１号 | 法定代表人 | 李怀远 |
    | 导入时间 | 2020年3月 | 企业规模 | 大型 |

    近三年指标

    | 指标 | 2023年 | 2024年 | 2025年 |
    | 营业收入（万元） | 12,300 | 12,450.5 | 1.25亿元 |
    | 利润（万元） | 800 | 810 | 820 |
    """

  private func world(size: Size = Size(width: 120, height: 36)) -> World {
    var world = World.review(size: size)
    var form = ApplicationForm(
      address: "滨江区演示路 1 号", legalRepresentative: "王子安", contact: "张质，0571-8000",
      modelSince: YearMonth("2020-03"))
    form.years = [(2023, 12_300), (2024, 12_400), (2025, 12_500)].map { year, revenue in
      var figures = YearFigures(year: year)
      figures.revenue = Amount(whole: revenue)
      return figures
    }
    world.apply(
      .documentAttached(document: Self.document), .formFilled(form: form), by: TheReview.me)
    world.show()
    world.press(.tab, .right, .right, .right)
    world.send(.loaded(.document(TheReview.dossier, Self.document.id, MaterialText(Self.text))))
    return world
  }

  @Test("each field says whether the document agrees, and what else it says")
  func fields() {
    let world = world()
    let item = Edition.shipped.items[0]
    let blocks = world.screen.material.blocks(of: item, review: ItemReview(), world.context)
    func field(_ label: String) -> String? {
      blocks.first { $0.kind == .entry(sign: label) }?.text
    }
    #expect(field("地址") == "滨江区演示路 1 号  （与文件一致）")
    #expect(field("法定代表人") == "王子安  （文件所载：李怀远）")
    // Both numbers of the document stand in the one field of the form.
    #expect(blocks.contains { $0.text == "张质，0571-8000  （与文件一致）" }, "\(blocks)")
    #expect(blocks.contains { $0.text.hasPrefix("2020-03") && $0.text.contains("与文件一致") })
    // What the form has no field for is read of the document alone.
    #expect(field("企业规模") == "未填  （文件所载：大型）")
    #expect(field("职工人数")?.contains("412 人") == true)
  }

  @Test("under a figure stands what the document says, where that is another; units count")
  func figures() throws {
    let world = world()
    let blocks = world.screen.material.blocks(
      of: Edition.shipped.items[0], review: ItemReview(), world.context)
    let table = try #require(blocks.first { $0.citation?.section == "近三年指标" })
    guard case .table(let rows, _) = table.kind else {
      Issue.record("no table: \(table)")
      return
    }
    #expect(rows[0] == ["", "2023", "2024", "2025"])
    let revenue = try #require(rows.firstIndex { $0[0].hasPrefix("收入") })
    #expect(rows[revenue + 1] == ["　文件所载", "", "12,450.5", ""])
    let profit = try #require(rows.firstIndex { $0[0].hasPrefix("利润") })
    #expect(rows[profit][1] == "–" && rows[profit + 1] == ["　文件所载", "800", "810", "820"])
  }

  @Test("without its document the form stands as it was filled in")
  func alone() {
    var world = World.review()
    world.apply(.formFilled(form: ApplicationForm(address: "滨江区演示路 1 号")), by: TheReview.me)
    world.show()
    let blocks = world.screen.material.formBlocks(world.context)
    #expect(blocks.contains { $0.text == "滨江区演示路 1 号" }, "\(blocks)")
  }

  @Test("the form and its document as a person sees them")
  func snapshot() {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let world = world(size: size)
      var canvas = Canvas(size: world.context.size)
      world.screen.paint(on: &canvas, in: world.context.room, world.context)
      Snapshots.expect(
        canvas, focus: world.screen.focusName, theme: .dark,
        is: "review-form-beside-\(size.width)x\(size.height)-dark")
    }
  }

  @Test("a wide table, scrolled to its end, and a picture, as a person sees them")
  func wide() {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      var world = World.review(size: size)
      let years = 2014...2025
      let rows = [
        ["指标"] + years.map { "\($0) 年" }, ["营业收入（万元）"] + years.map { "\($0 * 6),350.25" },
        ["利润率"] + years.map { "\($0 - 2_005).5%" },
      ]
      let table = rows.map { "| " + $0.joined(separator: " | ") + " |" }
      let text = "# 4.1.2 高层\n\n表 4.1-1 财务指标\n" + table.joined(separator: "\n")
      var material = MaterialText(text)
      material = MaterialText(
        parts: material.parts + [
          {
            var part = MaterialText.Part(id: "4.1.2", title: "", body: "")
            part.picture = ["⣿⣿⣿⣿⠀⠀⠀⠀", "⠀⠀⠀⠀⣿⣿⣿⣿"]
            return part
          }()
        ])
      world.send(.loaded(.document(TheReview.dossier, TheReview.report.id, material)))
      world.press(.tab)
      for _ in 0..<30 { world.press(.shiftRight) }
      var canvas = Canvas(size: world.context.size)
      world.screen.paint(on: &canvas, in: world.context.room, world.context)
      Snapshots.expect(
        canvas, focus: world.screen.focusName, theme: .dark,
        is: "review-wide-\(size.width)x\(size.height)-dark")
    }
  }
}
