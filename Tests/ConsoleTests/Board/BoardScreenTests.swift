import Criteria
import Demo
import Foundation
import Procedure
import Terminal
import Testing

@testable import Console

/// The bureau's overview, on the demo at the end of its year.
@Suite("The overview of the bureau")
struct BoardScreenTests {
  private func rig(
    _ person: PersonID = "chenmi", size: Size = Size(width: 120, height: 36)
  ) throws -> Rig {
    let rig = try Rig(.listed, size: size)
    try rig.signIn(person)
    rig.go(.board, nil)
    return rig
  }

  @Test("secretariat and supervisor have it, districts and experts do not")
  func whoHasIt() throws {
    for (person, has) in [("chenmi", true), ("hejian", true), ("zhuyu", false), ("zhaoyi", false)] {
      let rig = try Rig(.listed)
      try rig.signIn(PersonID(person))
      #expect(rig.backstage.console.tabs.contains(.board) == has)
    }
  }

  @Test("←→ turn pages, Tab goes round the panes of the page; wide and narrow alike")
  func panes() throws {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24)] {
      let rig = try rig(size: size)
      for page in BoardScreen.Page.allCases {
        for pane in page.panes {
          #expect(rig.backstage.console.focusName == "board/\(pane)")
          rig.press(.tab)
        }
        #expect(rig.backstage.console.focusName == "board/\(page.panes[0])")
        rig.press(.right)
      }
      #expect(rig.backstage.console.focusName == "board/stages")
      rig.press(.left)
      #expect(rig.backstage.console.focusName == "board/list")
    }
  }

  @Test("F7 prints the list of every page")
  func everyPage() throws {
    let rig = try rig()
    for page in BoardScreen.Page.allCases {
      rig.press(.function(7))
      #expect(rig.backstage.console.focusName == "form/printList", "\(page)")
      rig.press(.escape, .right)
    }
  }

  @Test("in a narrow window every district is reached by F4, and the sums are of all")
  func districts() throws {
    let rig = try rig(size: Size(width: 80, height: 24))
    let first = rig.text
    #expect(first.contains("1–12/13"))
    #expect(!first.contains("建德"))
    rig.press(.function(4))
    #expect(rig.text.contains("建德"))
    #expect(rig.text.contains("2–13/13"))
    rig.press(.function(4))
    #expect(rig.text == first)
  }

  @Test("R7, S6: the charts name the lines and how many reach them")
  func charts() throws {
    let rig = try rig()
    rig.press(.right)
    #expect(rig.text.contains("550 材料评审线（R7）达到"))
    #expect(rig.text.contains("620 第 1 层级"))
    #expect(rig.text.contains("600 第 3 层级"))
  }

  @Test("Enter opens the dossier of the one that is late")
  func opensLateCase() throws {
    // After the term of the reviews.
    let rig = try Rig(.listed, at: Moment(day: try #require(Day("2027-02-01")), hour: 9))
    try rig.signIn("chenmi")
    rig.go(.board, nil)
    #expect(!rig.text.contains("没有逾期"))
    rig.press(.tab, .enter)
    #expect(rig.backstage.console.current == .dossier)
    let session = try #require(rig.backstage.session)
    let late = try rig.backstage.store.board(by: session).late
    #expect(rig.backstage.console.context.dossier == late.first?.dossier)
  }

  @Test("the list is written where one says; a file that is there is replaced only if told so")
  func export() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("pingshen-list-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rig = try rig()
    rig.press(.left, .function(7))
    #expect(rig.backstage.console.focusName == "form/printList")
    rig.press(.end)
    for _ in 0..<40 { rig.press(.backspace) }
    rig.type(file.path)
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "board/list")
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(written.contains("HZ26-0001,") && written.contains(",第 1 层级\r\n"))
    #expect(try Data(contentsOf: file).starts(with: [0xEF, 0xBB, 0xBF]))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)

    try Data("kept".utf8).write(to: file)
    rig.press(.function(7), .end)
    for _ in 0..<40 { rig.press(.backspace) }
    rig.type(file.path)
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "question/replace")
    rig.press(.enter)
    #expect(try String(contentsOf: file, encoding: .utf8) == "kept")
    #expect(rig.backstage.console.focusName == "form/printList")
    rig.press(.function(5), .function(8))
    #expect(try String(contentsOf: file, encoding: .utf8) == written)
  }
}

/// The places under cultivation, on the demo at the end of its year.
@Suite("Places under cultivation")
struct CultivationScreenTests {
  private func rig(_ person: PersonID, size: Size = Size(width: 120, height: 36)) throws -> Rig {
    let rig = try Rig(.listed, size: size)
    try rig.signIn(person)
    rig.go(.cultivation, nil)
    return rig
  }

  @Test("the bureau sees every place, a district its own")
  func whoSeesWhat() throws {
    let bureau = try rig("chenmi").text
    for id in ["HZ26-0001", "HZ26-0002", "HZ26-0003"] { #expect(bureau.contains(id)) }
    let district = try rig("zhuyu").text
    #expect(district.contains("HZ26-0001"))
    #expect(!district.contains("HZ26-0002"))
    #expect(!district.contains("HZ26-0003"))
    let expert = try Rig(.listed)
    try expert.signIn("zhaoyi")
    #expect(!expert.backstage.console.tabs.contains(.cultivation))
  }

  @Test("C3: F4 shows those whose report is due, then those that lost their place")
  func filters() throws {
    let rig = try rig("chenmi")
    rig.press(.function(4))
    #expect(!rig.text.contains("HZ26-0001"))
    rig.press(.function(4))
    #expect(rig.text.contains("HZ26-0002"))
    #expect(!rig.text.contains("HZ26-0001"))
    #expect(rig.text.contains("重大事故"))
    rig.press(.function(4))
    #expect(rig.text.contains("HZ26-0001"))
  }

  @Test("C1–C3: the place beside the list says grant, reports, activities; Enter opens the dossier")
  func place() throws {
    let rig = try rig("chenmi")
    #expect(rig.text.contains("500,000 元"))
    #expect(rig.text.contains("2027-05-31"))
    #expect(rig.text.contains("宣传推广与经验分享"))
    rig.press(.enter)
    #expect(rig.backstage.console.current == .dossier)
    #expect(rig.backstage.console.context.dossier == "HZ26-0001")
  }
}
