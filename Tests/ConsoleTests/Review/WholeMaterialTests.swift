import Criteria
import Foundation
import Procedure
import Store
import Terminal
import Testing

@testable import Console

/// What a reviewer reads beside the review: every document, what stands for several items or for
/// none, the form with its figures, the evidence, and every place of a word.
@Suite("Independent review: all of the material")
struct WholeMaterialTests {
  private typealias World = ScreenWorld<ReviewScreen>

  private static let id = TheReview.dossier

  private static func part(
    _ id: ItemID?, _ title: String, _ body: String, isMerged: Bool = false
  ) -> MaterialText.Part {
    MaterialText.Part(id: id, title: title, body: body, isMerged: isMerged)
  }

  private static func evidence(
    _ number: Int, _ title: String, items: [ItemID] = [], hasText: Bool = true
  ) -> Document {
    var document = Document(
      kind: .evidence, ordinal: number, title: title, pages: 3, items: items,
      original: Original(
        name: "\(title).pdf", bytes: 4_096, hash: "h", file: "o\(number)", binding: "b", piece: 1,
        sealedKey: Data()))
    document.file = hasText ? "t\(number)" : nil
    return document
  }

  /// The review with more documents, those with a text read.
  private func world(size: Size = Size(width: 120, height: 36)) -> World {
    var world = World.review(size: size)
    let second = Document(
      id: "self2", kind: .selfEvaluation, title: "自评报告（补充）", file: "s2", characters: 90)
    var form = ApplicationForm(address: "滨江区演示路 1 号")
    form.years = [2023, 2024, 2025].map { year in
      var figures = YearFigures(year: year)
      figures.revenue = Amount(whole: (year - 1900) * 100)
      return figures
    }
    world.apply(
      .documentAttached(document: second), .formFilled(form: form),
      .documentAttached(document: Self.evidence(1, "营业执照")),
      .documentAttached(document: Self.evidence(2, "董事会纪要", items: ["4.1.3"])),
      .documentAttached(document: Self.evidence(3, "奖牌照片", hasText: false)),
      by: TheReview.me)
    world.show()
    world.send(
      .loaded(
        .document(
          Self.id, second.id,
          MaterialText(parts: [
            Self.part(nil, "前言", "公司创建于一九九八年。"),
            Self.part("4.1", "领导总述", "领导类目的总述。"),
            Self.part("4.1.3", "治理与责任（合写）", "治理和责任写在一起。", isMerged: true),
            Self.part("4.1.4", "治理与责任（合写）", "治理和责任写在一起。", isMerged: true),
            Self.part(nil, "我们的客户", "每年访问一百家客户。"),
            Self.part("4.4", "资源总述", "资源类目没有分条。"),
          ]))))
    return world
  }

  private func select(_ item: ItemID, _ world: inout World) {
    world.press(.home)
    for _ in 0..<(world.context.edition.index(of: item) ?? 0) { world.press(.down) }
  }

  @Test("S8, S9, S11: merged, category and unassigned text stands where it belongs, and says so")
  func standing() {
    var world = world()
    select("4.1.2", &world)
    for words in ["〔类目 4.1〕领导总述", "〔未归入〕前言", "自评报告（补充）", "公司高层由总经理"] {
      #expect(world.text.contains(words), "\(words): \(world.text)")
    }
    #expect(!world.text.contains("每年访问一百家客户"))
    select("4.1.3", &world)
    for words in ["董事会 5 人", "治理与责任（合写）"] {
      #expect(world.text.contains(words), "\(words): \(world.text)")
    }
    select("4.1.4", &world)
    for words in ["治理与责任（合写）", "〔未归入〕我们的客户", "每年访问一百家客户"] {
      #expect(world.text.contains(words), "\(words): \(world.text)")
    }
    select("4.4.2", &world)
    #expect(world.text.contains("〔类目 4.4，各条未单列〕资源总述"), "\(world.text)")
    select("4.2.2", &world)
    #expect(world.text.contains(world.context.say(.Review.nothingOnItem)), "\(world.text)")
  }

  @Test("the form stands beside the review with the figures of three years in one table")
  func form() {
    var world = world()
    world.press(.tab, .right, .right, .right)
    for words in ["滨江区演示路 1 号", "近三年指标", "2023", "2025"] {
      #expect(world.text.contains(words), "\(words): \(world.text)")
    }
  }

  @Test("M5: the index of the evidence has first what proves the item; Enter reads, Esc goes back")
  func evidence() {
    var world = world()
    select("4.1.3", &world)
    world.press(.tab, .right, .right, .right, .right)
    let text = world.text
    let (proving, other) = (text.range(of: "董事会纪要"), text.range(of: "营业执照"))
    #expect(text.contains("证明本条的 1 份") && text.contains("无文字"), "\(text)")
    if let proving, let other { #expect(proving.lowerBound < other.lowerBound) }
    let effects = world.press(.enter)
    let second = Self.evidence(2, "董事会纪要", items: ["4.1.3"])
    #expect(effects == [.load(.document(Self.id, second))])
    world.send(
      .loaded(
        .document(
          Self.id, second.id,
          MaterialText(parts: [Self.part(nil, "", "二〇二五年三月十日，全体董事到会。")]))))
    #expect(world.text.contains("全体董事到会"), "\(world.text)")
    #expect(world.screen.evidence(world.context) == "证实性材料 2，第 1 段")
    world.press(.escape)
    #expect(world.text.contains("证明本条的 1 份") && world.screen.focusName == "text")
  }

  @Test("F3 twice lists every place in all items and documents; Enter goes there")
  func everywhere() {
    var world = world()
    world.press(.function(3))
    world.type("客户")
    let effects = world.press(.function(3))
    // What has not been read yet is read first.
    #expect(effects.contains(.load(.document(Self.id, TheReview.profile))), "\(effects)")
    #expect(world.screen.focusName == "hits")
    world.send(
      .loaded(.document(Self.id, TheReview.profile.id, MaterialText("# P.1 环境\n\n客户遍布全国。"))))
    for (number, text) in [(1, "执照"), (2, "客户代表列席。")] {
      world.send(
        .loaded(
          .document(
            Self.id, DocumentID(.evidence, number),
            MaterialText(parts: [Self.part(nil, "", text)]))))
    }
    for words in ["4.1.4", "每年访问一百家客户", "客户遍布全国", "证实性材料 2", "客户代表列席"] {
      #expect(world.text.contains(words), "\(words): \(world.text)")
    }
    world.press(.enter)
    #expect(world.screen.focusName == "text")
    #expect(world.screen.items.selected(world.context)?.id == "4.1.4")
    #expect(world.text.contains("每年访问一百家客户"))
    world.press(.function(3), .function(3), .end, .enter)
    #expect(world.text.contains("客户代表列席"), "\(world.text)")
    world.press(.function(3))
    world.type("没有的词")
    world.press(.function(3))
    #expect(world.text.contains("全部材料中没有"), "\(world.text)")
    world.press(.escape)
    #expect(world.screen.focusName == "items")
  }

  @Test("the panes as a person sees them")
  func snapshot() {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      func expect(_ world: World, _ name: String) {
        var canvas = Canvas(size: world.context.size)
        world.screen.paint(on: &canvas, in: world.context.room, world.context)
        Snapshots.expect(
          canvas, focus: world.screen.focusName, theme: .dark,
          is: "review-\(name)-\(size.width)x\(size.height)-dark")
      }
      var standing = world(size: size)
      select("4.1.4", &standing)
      standing.press(.tab)
      expect(standing, "standing")
      var form = world(size: size)
      form.press(.tab, .right, .right, .right)
      expect(form, "form")
      form.press(.right)
      expect(form, "evidence")
      form.press(.function(3))
      form.type("客户")
      form.press(.function(3))
      form.send(
        .loaded(.document(Self.id, TheReview.profile.id, MaterialText("# P.1 环境\n\n客户遍布全国。"))))
      for number in [1, 2] {
        form.send(
          .loaded(
            .document(
              Self.id, DocumentID(.evidence, number),
              MaterialText(parts: [Self.part(nil, "", "客户代表列席第 \(number) 次会议。")]))))
      }
      expect(form, "hits")
    }
  }
}
