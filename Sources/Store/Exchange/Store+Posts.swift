import Foundation
import Procedure
import Vault

#if canImport(Glibc)
  import Glibc
#endif

/// A post that this copy was exchanged with.
public struct KnownPost: Codable, Sendable, Hashable {
  /// As it was typed.
  public var address: String
  /// When it was last, by the store's clock, in seconds since 1970.
  public var last: Int
}

extension Store {
  private var knownFile: URL { postsFolder.appendingPathComponent("known.json") }

  /// The posts that this copy was exchanged with, the last one first.
  public var knownPosts: [KnownPost] {
    guard let data = try? Data(contentsOf: knownFile),
      let posts = try? JSONDecoder().decode([KnownPost].self, from: data)
    else { return [] }
    return posts.sorted { ($0.last, $1.address) > ($1.last, $0.address) }
  }

  /// Meets other copies through a post, wherever it lies, and remembers it.
  ///
  /// What lies elsewhere is carried into a folder of this store's and back.
  /// - Throws: `CarrierFault`; what exchanging with a directory throws.
  public func exchange(
    at address: PostAddress, by session: Session, isTrial: Bool = false,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> ExchangeReport {
    let report: ExchangeReport
    switch address {
    case .folder(let path):
      report = try exchange(
        with: URL(fileURLWithPath: path), by: session, isTrial: isTrial, progress: progress)
    case .ssh, .rclone:
      let mirror = try mirror(of: address)
      let carrier = Carrier(address: address, store: try read { try Meta.text($0, .store) })
      try carrier.fetch(into: mirror)
      report = try exchange(with: mirror, by: session, isTrial: isTrial, progress: progress)
      try forget(report.refused, in: mirror)
      try forgetDrafts(in: mirror)
      if !isTrial {
        try carrier.send(from: mirror, of: try read { try Meta.text($0, .device) })
      }
    }
    if !isTrial {
      try remember(address)
      try hear(report, at: address)
    }
    return report
  }

  /// The folder of this machine that has what lies at a post elsewhere.
  private func mirror(of address: PostAddress) throws -> URL {
    let name = Hex.encode(Digest.sha256(Data(address.text.utf8))).prefix(32)
    let mirror = postsFolder.appendingPathComponent(String(name))
    try Sharing.makeFolder(mirror)
    return mirror
  }

  /// Removes what was refused from the mirror: a carrier leaves what is there as it is, and would
  /// never bring a better one.
  private func forget(_ refused: [ExchangeReport.Refused], in mirror: URL) throws {
    let root = mirror.appendingPathComponent(try read { try Meta.text($0, .store) })
    for refusal in refused where refusal.number == nil {
      unlink(root.appendingPathComponent("\(refusal.device)/\(refusal.pack)").path)
    }
  }

  /// Removes the drafts of other copies that they have written anew since: sent on they would lie there
  /// for ever.
  private func forgetDrafts(in mirror: URL) throws {
    let (store, device) = try read { try (Meta.text($0, .store), Meta.text($0, .device)) }
    let post = try Post(in: mirror, store: store, device: device)
    for (copy, numbers) in post.listing().drafts where copy != device {
      for number in numbers.dropLast() {
        unlink(post.folder(of: copy).appendingPathComponent(DraftsPack.name(number)).path)
      }
    }
  }

  private func remember(_ address: PostAddress) throws {
    let text = address.remembered
    let posts =
      knownPosts.filter { $0.address != text }
      + [KnownPost(address: text, last: clock.now().seconds)]
    do {
      try Sharing.makeFolder(postsFolder)
      try Durable.write(JSONEncoder().encode(posts), to: knownFile)
    } catch {
      throw StoreFault.naming(error)
    }
  }
}
