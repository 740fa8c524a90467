import Foundation

/// The key pair of a group, such as the secretariat; its private key is wrapped for each member.
public struct GroupKeys: AgreementHolder, Secret, Sendable {
  /// The key that opens what was wrapped for the group.
  public let agreement: AgreementKey

  private init(agreement: AgreementKey) {
    self.agreement = agreement
  }

  /// Draws a new pair.
  public static func generate() -> GroupKeys {
    GroupKeys(agreement: AgreementKey())
  }

  /// Opens a group's private key that was wrapped for a member.
  ///
  /// - Parameters:
  ///   - wrap: what ``wrapPrivate(for:publicKey:context:)`` made.
  ///   - holder: the member.
  ///   - context: the context that it was made with.
  /// - Throws: what ``Wrap/open(with:context:)`` throws; a wrap of another kind does not open.
  public init(
    unwrapping wrap: Wrap, with holder: some AgreementHolder, context: String
  ) throws(VaultFault) {
    let secret = try wrap.open(with: holder.agreement, context: context, domain: .groupWrap)
    agreement = try AgreementKey(data: secret)
  }

  /// The group's public key, 32 bytes.
  public var publicKey: Data { agreement.publicKey }

  /// Wraps the group's private key for a member.
  ///
  /// - Parameters:
  ///   - recipient: the member's id, as ``Recipient`` spells it.
  ///   - publicKey: the member's X25519 key, 32 bytes.
  ///   - context: the group's id.
  /// - Throws: ``VaultFault/badPublicKey``.
  public func wrapPrivate(
    for recipient: String, publicKey: Data, context: String
  ) throws(VaultFault) -> Wrap {
    try Wrap.make(
      agreement.data, to: recipient, publicKey: publicKey, context: context, domain: .groupWrap)
  }
}
