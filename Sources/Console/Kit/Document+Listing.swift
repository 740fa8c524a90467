import Foundation
import Procedure

extension Document {
  /// Whether one stands before another in lists: by kind, then by number.
  public static func precedes(_ a: Document, _ b: Document) -> Bool {
    func place(_ document: Document) -> (Int, Int, String) {
      let kind = DocumentKind.allCases.firstIndex(of: document.kind) ?? 0
      return (kind, document.ordinal ?? 0, document.id.rawValue)
    }
    return place(a) < place(b)
  }

  /// What its original is called in a folder of ours: its name is its author's word, and must neither
  /// lead out of the folder nor be hidden.
  public var fileName: String {
    let name = (original?.name ?? "").split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return name.isEmpty || name.hasPrefix(".") ? id.rawValue : name
  }
}
