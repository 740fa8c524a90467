import Foundation
import Procedure
import Vault

/// What exchanges told of other copies: kept beside the store, for a stick is not always there.
struct Heard: Codable {
  var receipts: [Receipt] = []
  /// What waits, by the post where it lies.
  var waiting: [String: [ExchangeReport.Waiting]] = [:]

  /// Takes up a receipt where it is its copy's newest: by its time, then its number.
  mutating func take(_ receipt: Receipt) {
    guard let place = receipts.firstIndex(where: { $0.device == receipt.device }) else {
      return receipts.append(receipt)
    }
    let known = receipts[place]
    if (known.time, known.number) < (receipt.time, receipt.number) { receipts[place] = receipt }
  }

  private static func file(in folder: URL) -> URL { folder.appendingPathComponent("heard.json") }

  /// Reads what was kept in a folder; nothing where that cannot be read.
  init(in folder: URL) {
    guard let data = try? Data(contentsOf: Self.file(in: folder)),
      let heard = try? JSONDecoder().decode(Heard.self, from: data)
    else { return }
    self = heard
  }

  /// Keeps it in a folder.
  func keep(in folder: URL) throws {
    try Sharing.makeFolder(folder)
    try Durable.write(JSONEncoder().encode(self), to: Self.file(in: folder))
  }

  /// The receipts that bear the signature of their person, with any keys that were ever theirs.
  func receipts(signedBy keys: KeyRegister) -> [Receipt] {
    receipts.filter { receipt in
      guard let signature = Hex.decode(receipt.signature) else { return false }
      return keys.holders[receipt.person]?.eras.contains {
        $0.keys.verify(signature, receipt.signed)
      } == true
    }
  }
}

extension Receipt {
  /// The last number of a copy that its writer had.
  func last(of device: String) -> Int {
    seen.lazy.filter { $0.device == device }.map(\.number).max() ?? 0
  }
}
