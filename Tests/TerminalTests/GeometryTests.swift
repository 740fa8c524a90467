import Testing

@testable import Terminal

@Suite("Rectangles")
struct GeometryTests {
  @Test("no cut of a rectangle is ever negative or outside of it")
  func cutsStayInside() {
    for width in 0...4 {
      for height in 0...4 {
        let rect = Rect(x: 3, y: 2, width: width, height: height)
        for cut in [-2, 0, 1, 3, 9] {
          for gap in [-1, 0, 1, 7] {
            let parts = [
              rect.splitLeft(cut, gap: gap).left, rect.splitLeft(cut, gap: gap).rest,
              rect.splitRight(cut, gap: gap).right, rect.splitRight(cut, gap: gap).rest,
              rect.splitTop(cut, gap: gap).top, rect.splitTop(cut, gap: gap).rest,
              rect.splitBottom(cut, gap: gap).bottom, rect.splitBottom(cut, gap: gap).rest,
              rect.inset(columns: cut, rows: gap), rect.row(cut),
              rect.centred(Size(width: cut, height: gap)),
            ]
            for part in parts where !part.isEmpty {
              #expect(rect.intersection(part) == part)
            }
            #expect(parts.allSatisfy { $0.width >= 0 && $0.height >= 0 })
          }
        }
      }
    }
  }

  @Test("a gap lies between the two parts of a cut")
  func gapLiesBetween() {
    let (left, rest) = Rect(x: 0, y: 0, width: 10, height: 2).splitLeft(4, gap: 1)
    #expect(left == Rect(x: 0, y: 0, width: 4, height: 2))
    #expect(rest == Rect(x: 5, y: 0, width: 5, height: 2))
    #expect(!left.contains(Point(x: 4, y: 0)) && !rest.contains(Point(x: 4, y: 0)))
  }

  @Test("an inset of more than there is leaves nothing")
  func insetOfMoreThanThereIs() {
    let rect = Rect(x: 0, y: 0, width: 3, height: 3).inset(columns: 2, rows: 2)
    #expect(rect.isEmpty)
  }
}
