/// Why the vault refuses, by class and without a word for the screen.
///
/// No case carries secret text, so a fault may be logged as it is.
public enum VaultFault: Error, Hashable, Sendable {
  /// The passphrase does not open these keys; the locked keys themselves are whole.
  case wrongPassphrase
  /// A passphrase has fewer than `minimum` characters after normalisation.
  case weakPassphrase(minimum: Int)
  /// Bytes are not what was sealed: altered, cut, of another form, or opened with another context.
  case damaged
  /// A wrap cannot be opened by this key in this context; an altered wrap looks the same.
  case notForThisKey
  /// A public key is of the wrong length, or is one under which nothing would be secret.
  case badPublicKey
  /// A text is no invitation code: wrong length or a character that codes do not have.
  case badInvitation
  /// A text is no recovery half: wrong length, a character that codes do not have, several mistakes.
  case badRecoveryCode
  /// A recovery half with one wrong character, in this group (1 to 15).
  case misreadRecoveryCode(group: Int)
  /// Two recovery halves are one and the same, or of two pairs.
  case halvesDoNotJoin
  /// A signature that was demanded does not verify; for callers of ``PublicKeys/verify(_:_:)``.
  case badSignature
  /// A body is longer than `maximum` bytes, which is all that one seal takes.
  case tooLong(maximum: Int)
  /// The machine could not do it, for example for want of the memory that scrypt needs.
  case unavailable
}
