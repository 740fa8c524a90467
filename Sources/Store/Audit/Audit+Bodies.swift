import Foundation
import Procedure

/// The sealed bodies of a case: how many are here, and which entries lack theirs.
struct CaseBodies {
  var here = 0
  var gone: [(position: Int, author: PersonID, name: EntryName)] = []
}

/// Whether bodies are gone exactly where the years of keeping are over.
extension Audit {
  /// Notes whether a sealed entry of a case has its body.
  func countBody(of stored: StoredEntry) {
    guard let id = stored.entry.stream.dossier, stored.entry.room != nil else { return }
    if stored.entry.givenUp == nil {
      bodies[id, default: CaseBodies()].here += 1
    } else {
      bodies[id, default: CaseBodies()].gone.append(
        (stored.position, stored.entry.author, stored.name))
    }
  }

  /// Names bodies that are gone and nothing says that they were to go, and those that are left.
  func checkBodies() {
    for (id, found) in bodies.sorted(by: { $0.key < $1.key }) {
      if reprojection.dossiers[id]?.clear?.isEmptied == true {
        report.givenUp += found.gone.count
        if found.here > 0 { report.remarks.append(.contentsLeft(id, count: found.here)) }
      } else {
        for entry in found.gone {
          noteVoid(
            at: entry.position, entry.author,
            VoidEntry(fault: .bodyMissing, name: entry.name))
        }
      }
    }
  }

  /// Whether the drafts of a case were destroyed.
  func isDestroyed(_ id: CaseID) -> Bool {
    reprojection.dossiers[id]?.clear?.destroyed != nil
  }
}
