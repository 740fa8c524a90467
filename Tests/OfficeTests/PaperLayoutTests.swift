import Foundation
import Testing

@testable import Office

/// Papers measured on the page, as LibreOffice prints them (GB/T 9704).
@Suite(.serialized, .enabled(if: Outside.measures, Outside.without))
struct PaperLayoutTests {
  private static let point = 72 / 25.4

  private func pages(_ paper: Composition, _ name: String) throws -> PrintedPages {
    try Outside.keep(Data(paper.html.utf8), "\(name).html")
    return try PrintedPages(Outside.converted(paper.docx(), "docx", to: "pdf", name: name))
  }

  @Test("A4, its margins, 22 lines of 28 characters")
  func grid() throws {
    let pages = try pages(SamplePaper.grid, "grid")
    #expect(abs(pages.size.width - 595.3) < 1 && abs(pages.size.height - 841.9) < 1)
    let lines = pages.words.filter { $0.page == 1 && $0.text.contains("国") }
    #expect(lines.count == 22)
    #expect(lines.allSatisfy { $0.text.count == 28 })
    let (first, last) = (try #require(lines.first), try #require(lines.last))
    #expect(abs(first.left - 28 * Self.point) < 1)
    #expect(abs(first.right - (210 - 26) * Self.point) < 2)
    #expect(first.top > 37 * Self.point - 3 && first.top < 37 * Self.point + 10)
    #expect(last.bottom < (297 - 35) * Self.point + 5 && last.bottom > (297 - 35) * Self.point - 12)
    let number = try #require(pages.words.last { $0.page == 1 && $0.text == "1" })
    let dash = try #require(pages.words.last { $0.page == 1 && $0.text == "—" })
    let middle = (number.top + number.bottom) / 2
    #expect(abs(middle - (297 - 35 + 7) * Self.point) < 6)
    #expect(abs(dash.right - (210 - 26) * Self.point + 14) < 4, "one character from the edge")
    let left = try #require(pages.words.first { $0.page == 2 && $0.text == "—" })
    #expect(abs(left.left - 28 * Self.point - 14) < 4, "outside: on the left of even pages")
  }

  @Test("number in the middle, day four characters from the edge, the signer in the middle over it")
  func places() throws {
    let pages = try pages(SamplePaper.notice, "notice")
    let middle = (28 + 210 - 26) / 2 * Self.point
    let number = try #require(pages.place(of: "杭市监质〔2026〕5号"))
    #expect(abs((number.left + number.right) / 2 - middle) < 3)
    let day = try #require(pages.place(of: "2026年5月8日"))
    let character = 156.0 / 28 * Self.point
    #expect(abs(day.right - ((210 - 26) * Self.point - 4 * character)) < 4)
    let signer = try #require(pages.place(of: "杭州市市场监督管理局"))
    // LibreOffice leaves gaps between characters and figures, which the style forbids.
    #expect(abs((signer.left + signer.right) / 2 - (day.left + day.right) / 2) < 10)
    #expect(signer.page == day.page && signer.bottom < day.bottom)
    let imprint = try #require(pages.place(of: "2026年5月8日印发"))
    #expect(imprint.page == pages.words.last?.page)
    #expect(
      imprint.bottom > (297 - 35 - 12) * Self.point && imprint.bottom < (297 - 33) * Self.point)
  }

  @Test("a broad table on its side has its head on every page")
  func broad() throws {
    let pages = try pages(SamplePaper.broad, "broad")
    #expect(pages.size.width > pages.size.height)
    let last = try #require(pages.words.last?.page)
    #expect(last > 1)
    #expect(pages.words.count { $0.text == "编号" } == last)
    #expect(pages.words.count { $0.text == "内部" } == last)
    #expect(pages.words.count { $0.text == "40" } == 1)
  }

  @Test("a form: what follows a break stands on a page of its own")
  func form() throws {
    let bytes = Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEUlEQVR4nGOQq3gARwxYOQC3GQwJ5HJcpwAAAABJRU5ErkJggg=="
    )
    let picture = try #require(bytes.flatMap { Picture(png: $0, width: 40, caption: "现场照片") })
    let pages = try pages(SamplePaper.form(picture), "form")
    #expect(pages.place(of: "第二页")?.page == 2)
    #expect(pages.words.last?.page == 2)
  }
}
