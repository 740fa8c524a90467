import Procedure
import Terminal

/// The index of the evidence (证实性材料目录, M5), as it leaves the program.
extension DossierScreen {
  /// The evidence in the order of its numbers.
  static func evidence(of dossier: CaseState) -> [Document] {
    dossier.documents.filter { $0.kind == .evidence }.sorted {
      ($0.ordinal ?? .max, $0.id.rawValue) < ($1.ordinal ?? .max, $1.id.rawValue)
    }
  }

  /// The columns of the index.
  static func evidenceColumns(
    of dossier: CaseState, _ context: Context
  ) -> [ListColumn<Document>] {
    let receipts = dossier.material.receipts
    return [
      .init(.Case.evidenceNumber) { $0.ordinal.map(ListValue.whole) ?? .empty },
      .init(.Case.evidenceTitle) { .text($0.title) },
      .init(.Case.evidencePages) { $0.pages.map(ListValue.whole) ?? .empty },
      .init(.Case.evidenceItems) {
        .text(($0.items ?? []).map(\.rawValue).joined(separator: "、"))
      },
      .init(.Case.evidenceFile) { .text($0.original?.name ?? "") },
      .init(.Case.evidenceBytes) { $0.original.map { .whole($0.bytes) } ?? .empty },
      .init(.Case.evidenceHash) { .text($0.original?.hash ?? "") },
      .init(.Case.evidenceReceived) { document in
        receipts[document.id].map { .day($0.receivedOn) } ?? .empty
      },
    ]
  }
}
