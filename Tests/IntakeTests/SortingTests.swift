import Criteria
import Procedure
import Testing

@testable import Intake

@Suite("A stick is sorted by what its folders and files are called")
struct SortingTests {
  private static let applicants = [
    Applicant(id: "HZ26-0031", name: "杭州钱江精密机械有限公司", creditCode: "91330108MA27XW3E4Q"),
    Applicant(id: "HZ26-0032", name: "杭州云梦食品集团有限公司", creditCode: ""),
    Applicant(id: "HZ26-0033", name: "杭州云梦食品集团有限公司桐庐分公司", creditCode: ""),
  ]
  private static let items: Set<ItemID> = ["4.1.2", "4.1.3", "4.7.2"]

  private func sort(
    _ paths: [String], sizes: [String: Int] = [:], of applicants: [Applicant] = applicants
  ) -> Sorting {
    Sorting(
      paths.map { path in
        let parts = path.split(separator: "/").map(String.init)
        return StickFile(
          path: parts, size: sizes[path] ?? 100,
          isPicture: ["jpg", "png"].contains { path.hasSuffix($0) })
      }, of: applicants, items: Self.items)
  }

  @Test(
    "whose a file is: by number, name, credit code, short name; the nearest folder decides",
    arguments: [
      ("HZ26-0031/a.pdf", ["HZ26-0031"]), ("材料/hz26-0031 钱江/证书.jpg", ["HZ26-0031"]),
      ("杭州钱江精密机械有限公司（终稿）/自评报告.docx", ["HZ26-0031"]),
      ("钱江精密/自评报告.docx", ["HZ26-0031"]), ("91330108ＭＡ27XW3E4Q/自评.docx", ["HZ26-0031"]),
      ("滨江区/自评报告-钱江精密机械.docx", ["HZ26-0031"]),
      ("杭州云梦食品集团有限公司桐庐分公司/自评.docx", ["HZ26-0033"]),
      ("杭州云梦食品集团有限公司/自评.docx", ["HZ26-0032"]),
      ("HZ26-0032/引用 HZ26-0031 的证书.pdf", ["HZ26-0032"]), ("其他/说明.docx", []),
    ])
  func owner(path: String, owners: [String]) {
    let sorted = sort([path])
    #expect(sorted.found.keys.map(\.rawValue).sorted() == owners)
    #expect(sorted.unowned.count == (owners.isEmpty ? 1 : 0))
  }

  @Test("what is called by a word that two applications share is given to neither")
  func ownerUnclear() throws {
    let sorted = sort(["云梦食品/自评报告.docx"])
    #expect(sorted.unowned.map(\.candidates) == [["HZ26-0032", "HZ26-0033"]])
    #expect(sorted.found.isEmpty)
  }

  @Test(
    "M1–M5: what a file is called says its kind, then its folders, the nearest first",
    arguments: [
      ("申报表.docx", DocumentKind.applicationForm, true), ("2 组织概述.docx", .profile, true),
      ("卓越绩效自评报告（终稿）.pdf", .selfEvaluation, true), ("工作总结.doc", .workSummary, true),
      ("自评报告附件3.pdf", .evidence, true), ("证实材料/自评报告.docx", .selfEvaluation, true),
      ("证实材料/1.pdf", .evidence, true), ("自评报告/扫描001.jpg", .evidence, false),
      ("说明.docx", .evidence, false), ("现场.png", .evidence, true),
      ("附件1：营业执照（盖章版）.pdf", .evidence, true), ("自评报告/第一稿.docx", .selfEvaluation, true),
    ])
  func kind(path: String, kind: DocumentKind, isSure: Bool) throws {
    let sorted = sort([path], of: [Self.applicants[0]])
    let found = try #require(sorted.found["HZ26-0031"]?.first)
    #expect(found.kind == kind)
    #expect(found.doubts.contains(.kindUnknown) != isSure)
  }

  @Test(
    "evidence keeps its number, title and items",
    arguments: [
      ("附件1：营业执照（盖章版）.pdf", "1", "营业执照(盖章版)", [String]()),
      ("证实材料 3-2 审计报告.pdf", "3-2", "审计报告", []), ("01_专利证书.jpg", "01", "专利证书", []),
      ("（4）获奖证书.png", "4", "获奖证书", []), ("4.1.2 会议纪要.pdf", "4.1.2", "会议纪要", ["4.1.2"]),
      ("4.1.3/会议纪要.pdf", nil, "会议纪要", ["4.1.3"]), ("2025年审计报告.pdf", nil, "2025年审计报告", []),
      ("9.9.9 其他.pdf", "9.9.9", "其他", []), ("12.jpg", "12", "12", []),
      ("A3 合同.pdf", "A3", "合同", []),
    ] as [(String, String?, String, [String])])
  func evidence(path: String, number: String?, title: String, items: [String]) {
    let file = StickFile(path: path.split(separator: "/").map(String.init), size: 1)
    let name = EvidenceName(file, items: Self.items)
    #expect(name.number == number)
    #expect(name.title == title)
    #expect(name.items.map(\.rawValue) == items)
  }

  @Test("what programs leave and empty files are named, nothing else is left out")
  func rubbish() {
    let rubbish = [
      "a/~$自评报告.docx", "a/Thumbs.db", "a/.DS_Store", "__MACOSX/a/b.pdf", "a/._b.pdf", "a/x.tmp",
    ]
    let kept = ["a/无后缀", "a/奇怪.xyz", "a/.hidden.pdf", "a/压缩.rar"]
    let sorted = sort(
      rubbish + kept + ["a/空.pdf"], sizes: ["a/空.pdf": 0], of: [Self.applicants[0]])
    #expect(
      Set(sorted.rubbish.map { $0.file.path.joined(separator: "/") }) == Set(rubbish + ["a/空.pdf"]))
    #expect(sorted.rubbish.filter { $0.why == .empty }.map(\.file.name) == ["空.pdf"])
    #expect(sorted.found["HZ26-0031"]?.count == kept.count)
  }

  @Test("two files called the same are two, and a title is one that can be kept")
  func sameNames() throws {
    let files = (0..<2).map { StickFile(path: ["a", "证书.pdf"], size: 9, place: $0) }
    let own = try #require(
      Sorting(files, of: [Self.applicants[0]], items: []).found["HZ26-0031"])
    #expect(own.map(\.file.place).sorted() == [0, 1])
    #expect(Names.title(String(repeating: "长", count: 200)).count == 120)
    #expect(Names.title("证\u{200B}书\u{202E}") == "证书")
    #expect(Names.title(" \u{200B} ") == "无题")
    #expect(Names.title("甲\u{3164}乙\u{E000}") == "甲乙\u{E000}")
  }

  @Test("doubts stand first, then kinds, and numbers as people count")
  func order() throws {
    let sorted = sort(
      ["附件10.pdf", "附件2.pdf", "自评报告.docx", "申报表.docx", "说明.docx"], of: [Self.applicants[0]])
    #expect(
      try #require(sorted.found["HZ26-0031"]).map(\.file.name) == [
        "说明.docx", "申报表.docx", "自评报告.docx", "附件2.pdf", "附件10.pdf",
      ])
  }

  @Test("twins by case and a second document of a text are doubts; words are read before pages")
  func twins() throws {
    let own = try #require(
      sort(["x/证书.PDF", "y/证书.pdf", "自评报告.pdf", "自评报告.docx"], of: [Self.applicants[0]])
        .found["HZ26-0031"])
    #expect(
      own.filter { $0.doubts == [.sameName(as: ["x", "证书.PDF"])] }.map(\.file.path) == [
        ["y", "证书.pdf"]
      ])
    #expect(
      own.filter { $0.doubts == [.secondText(of: .selfEvaluation)] }.map(\.file.name) == [
        "自评报告.pdf"
      ])
  }
}
