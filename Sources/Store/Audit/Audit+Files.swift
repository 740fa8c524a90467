import Foundation
import GRDB
import Procedure
import Vault

/// Sealed files: there, whole, and what their entries say.
extension Audit {
  /// Every sealed file that an entry speaks of is there and whole, and there is no other.
  func checkFiles(_ reading: (Int, Int) -> Bool) throws {
    let files = Files(directory: store.directory)
    let names = try files.names()
    let total = references.values.reduce(0) { $0 + $1.file.size }
    for name in names {
      if name.hasSuffix(".part") {
        // A young or locked one may be another program's, just being written.
        if files.isForgotten(name) { note(.partLeft(name)) }
      } else if let reference = references[name] {
        if files.isClosed(name) {
          note(.attachmentClosed(name))
          continue
        }
        report.files += 1
        let before = report.bytes
        let isWhole = try files.holds(name, size: reference.file.size) { read in
          report.bytes += read
          return reading(report.bytes, max(report.bytes, total))
        }
        if !isWhole { note(.attachmentDamaged(name)) }
        report.bytes = before + reference.file.size
      } else if files.isForgotten(name) {
        note(.fileForeign("files/\(name)"))
      }
    }
    let present = Set(names)
    let missing = references.values.filter { !present.contains($0.file.name) }
    let wanted = try FileInterest(of: store).wanted(missing)
    if missing.count > wanted.count {
      report.remarks.append(.attachmentsElsewhere(missing.count - wanted.count))
    }
    for spoken in wanted.sorted(by: { $0.position < $1.position }) {
      note(.attachmentMissing(at: spoken.position, spoken.file.name))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: store.directory.path).sorted()
    where !Store.ownNames.contains(name) {
      note(.fileForeign(name))
    }
  }

  /// Every kept paper that is open to the person opens, and is what its entry says.
  func checkPapers(of session: Session) throws {
    var before: Int?
    while true {
      let rows = try store.papers(before: before, limit: Self.window, by: session)
      for row in rows {
        // Those of cases are counted with their cases.
        if row.dossier == nil, row.room == .bureau, row.paper == nil { report.unread += 1 }
        for file in row.paper?.files ?? [] {
          do {
            _ = try store.bytes(of: file, in: row)
          } catch StoreFault.noAccess {
            continue
          } catch {
            note(.paperDamaged(at: row.position, file.name))
          }
        }
      }
      guard rows.count == Self.window, let last = rows.last else { return }
      before = last.position
    }
  }

  /// Every document that is open to the person opens, and is what its entry says, also those that
  /// were replaced or removed.
  func checkDocuments(_ reading: (Int, Int) -> Bool) throws {
    let total = documents.flatMap(\.documents).reduce(0) { $0 + ($1.original?.bytes ?? 0) }
    var done = 0
    for (id, material, documents) in documents {
      for document in documents {
        do {
          if document.hasText { _ = try material.text(of: document) }
          guard let original = document.original else { continue }
          let before = done
          done += original.bytes
          try material.open(document) { read, _ in
            reading(before + read, max(before + read, total))
          } _: { _ in
          }
        } catch StoreFault.stopped {
          throw StoreFault.stopped
        } catch StoreFault.noAccess, StoreFault.keyMissing {
          // Named already, or sealed with a key that this person has not got.
          continue
        } catch {
          note(.documentDamaged(id, document.title))
        }
      }
    }
  }
}
