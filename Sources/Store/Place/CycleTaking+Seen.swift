import Foundation
import Procedure
import Vault

/// What a taking had seen, and what it strikes.
extension CycleTaking {
  /// Takings by whom they concern.
  struct Grouped {
    var rights: [PersonID: [CycleTaking]] = [:]
    var closings: [CycleTaking] = []

    func of(_ author: PersonID, _ kind: EventKind?) -> [CycleTaking] {
      (rights[author] ?? []) + (kind == .caseRegistered ? closings : [])
    }
  }

  static func grouped(_ takings: [CycleTaking]) -> Grouped {
    takings.reduce(into: Grouped()) { grouped, taking in
      switch taking.what {
      case .right(let right): grouped.rights[right.person, default: []].append(taking)
      case .registration: grouped.closings.append(taking)
      }
    }
  }

  /// Whether an entry of a case was made apart from this with what it took.
  func strikes(
    _ node: Lineage.Node, _ kind: EventKind?, _ panels: [PanelID], _ archive: Archive
  ) -> Bool {
    if node.outer.contains(place) { return false }
    switch what {
    case .right(let right):
      guard right.concerns(kind, panels: panels) else { return false }
    case .registration:
      guard kind == .caseRegistered else { return false }
    }
    return !covers(node, archive)
  }

  /// Whether it had seen an entry.
  func covers(_ node: Lineage.Node, _ archive: Archive) -> Bool {
    Self.isCovered(
      node, device: device, number: number, id: Hex.decode(name.rawValue) ?? Data(), seen, archive)
  }

  /// Whether an entry was seen by one that takes a right: on its own copy before it, or on another's
  /// way up to a mark.
  static func isCovered(
    _ node: Lineage.Node, device: String, number: Int, id: Data, _ seen: [Sighting],
    _ archive: Archive
  ) -> Bool {
    if node.device == device, node.number < number {
      guard archive.isForked(node.device, node.number) else { return true }
      return archive.leads(from: id, to: node.id, number: node.number)
    }
    return seen.contains { archive.covers($0, node) }
  }
}
