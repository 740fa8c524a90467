import Criteria
import Foundation
import Procedure
import Terminal

/// The index of a case's documents (材料目录): those that stand by kind and number, then those that
/// were replaced or removed.
struct MaterialIndex: Sendable {
  /// A document in the index.
  struct Row: Sendable, Hashable, Identifiable {
    let document: Document
    let state: Phrase
    /// Whether it stands no more.
    let isFormer: Bool

    var id: [String] { [document.id.rawValue] + document.files }
  }

  /// Rows under the list, on the document selected.
  private static let detailRows = 4

  private(set) var rows = Window<Row>()

  var selected: Row? { rows.selected }

  /// Takes the documents of a case as it stands.
  mutating func hold(_ dossier: CaseState, in room: Rect) {
    let material = dossier.material
    let standing = dossier.documents.sorted(by: Document.precedes).map { document in
      Row(
        document: document,
        state: .documentState(
          material.receipts[document.id], material.splittings[document.id], former: nil),
        isFormer: false)
    }
    let former = material.former.map { old in
      Row(document: old.document, state: .documentState(nil, nil, former: old), isFormer: true)
    }
    rows.hold(standing + former, shown: Self.listRows(in: room))
  }

  mutating func handle(_ key: Key, in room: Rect) {
    rows.handle(key, shown: Self.listRows(in: room))
  }

  mutating func select(_ place: Int, in room: Rect) {
    rows.select(place, shown: Self.listRows(in: room))
  }

  /// Rows of the list under band and header.
  private static func listRows(in room: Rect) -> Int { max(1, room.height - 2 - detailRows) }

  // MARK: Painting

  func paint(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let standing = rows.rows.filter { !$0.isFormer }.map(\.document)
    let bytes = standing.reduce(0) { $0 + ($1.original?.bytes ?? 0) }
    let room = TitleBand(
      context.line(.Material.index),
      note: context.line(.Material.count(standing.count, bytes), .dim), isFocused: true
    ).paint(on: &canvas, in: rect)
    let (list, below) = room.splitBottom(min(Self.detailRows, room.height / 2))
    let columns: [ListColumn<Row>] = [
      .init(.Material.document, .fixed(16), 10) { row in
        context.line(.document(row.document.id), row.isFormer ? .dim : .text)
      },
      .init(.Case.titleField, .flexible(minimum: 16, weight: 2), 9) { row in
        Line(row.document.title, row.isFormer ? .dim : .text)
      },
      .init(.Material.items, .flexible(minimum: 12, weight: 1), 5) { row in
        Line((row.document.items ?? []).map(\.rawValue).joined(separator: " "), .dim)
      },
      .init(.Material.pages, .fixed(6), 6, align: .right) { row in
        Line(row.document.pages.map { "\($0)" } ?? "")
      },
      .init(.Material.characters, .fixed(8), 4, align: .right) { row in
        Line(row.document.hasText ? "\(row.document.characters)" : "–", .dim)
      },
      .init(.Material.size, .fixed(9), 7, align: .right) { row in
        row.document.original.map { context.line(.fileSize($0.bytes)) } ?? Line("–", .dim)
      },
      .init(.Material.state, .fixed(22), 3) { row in
        context.line(row.state, row.isFormer ? .dim : .warning)
      },
    ]
    rows.paint(columns, name: "index", marked: 2, on: &canvas, in: list, context)
    guard let row = selected else { return }
    canvas.put(
      detail(of: row, width: max(1, below.width - 2), context), in: below.inset(columns: 1))
  }

  private func detail(of row: Row, width: Int, _ context: Context) -> [Line] {
    var lines = [Line(row.document.title, .title)]
    if let original = row.document.original {
      lines += FactLines.lines(
        .Material.originalName,
        Line(original.name) + Line("  ") + Line("SHA-256 \(original.hash.prefix(16))…", .dim),
        width: width, context)
    }
    if !row.state.zh.isEmpty { lines.append(context.line(row.state, .warning)) }
    return lines
  }
}
