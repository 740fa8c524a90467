import Store

/// Words of passphrases, keys and recovery; public where the command line says them.
extension Phrase {
  public static let cliPassphrase = Phrase(
    "更改口令，也可同时更换钥匙", "changes a passphrase, and the keys if asked")
  public static let cliNewKeys = Phrase(
    "同时更换钥匙：旧口令可能被人知道，或电脑、U 盘遗失",
    "makes new keys, too: the old passphrase may be known, or a laptop or stick is lost")
  public static let cliNewPassphraseFile = Phrase(
    "新口令所在文件（第一行）", "a file with the new passphrase on its first line")
  public static let cliRecover = Phrase(
    "凭两半恢复码找回：口令忘记、秘书处或监督组成员离任",
    "a way back with both recovery halves: a lost passphrase, somebody of the secretariat or supervision who is gone"
  )
  public static let cliHalf = Phrase(
    "存有一半恢复码的文件，给两次；不给则在终端输入",
    "a file with a recovery half, given twice; typed at the terminal without it")
  public static let cliRecoverKeys = Phrase(
    "口令还在，只取回该有而无人能发的钥匙", "the passphrase is known: takes the keys that are due and nobody can give"
  )
  public static let cliSuccessor = Phrase(
    "接替此人（已离任的秘书处成员）；--as 为接任者的新编号",
    "takes the place of this secretariat member who is gone; --as names the successor's new id")
  public static let cliSuccessorName = Phrase("接任者姓名", "the successor's name")
  public static let askSuccessorName = Phrase("接任者姓名：", "The successor's name: ")
  public static let bothHalves = Phrase(
    "须有甲、乙两半恢复码：--half 文件 --half 文件，或在终端输入",
    "both recovery halves are needed: --half FILE --half FILE, or typed at a terminal")
  public static let twoHalves = Phrase(
    "两半恢复码放在一个文件里了：应各存一个文件，分开保管",
    "both halves in one file: each belongs into a file of its own, kept apart")
  public static let passphraseChanged = Phrase("口令已更改。", "The passphrase is changed.")
  public static let keysChanged = Phrase("口令和钥匙已更换。", "Passphrase and keys are replaced.")
  /// What a changed passphrase does not do.
  public static let passphraseAdvice = Phrase(
    "提示：知道旧口令又有任何一份副本的人，仍能打开原来的钥匙。若怀疑泄露，请同时更换钥匙（--new-keys）。",
    "Note: whoever knows the old passphrase and has any copy still opens the old keys. If that may be so, make new keys, too (--new-keys)."
  )

  /// Said when somebody holds an office that makes one person of two (R4).
  public static func bothHalvesHeld(_ names: [String]) -> Phrase {
    Phrase(
      "\(names.joined(separator: "、")) 兼任秘书处与（副）组长：一人掌握评审表钥匙的两半，合议前的盲评不再有保障，请改派",
      "\(names.joined(separator: ", ")): secretariat and leader or deputy in one; both halves of the sheets' keys in one hand, so blind review is no longer safe: appoint somebody else"
    )
  }

  /// Words of the form in the console.
  enum Keys {
    static let change = Phrase("更改口令…", "Change passphrase…")
    static let changeHelp = Phrase(
      "更改自己的口令，需要时同时更换钥匙", "changes your passphrase, and your keys where needed")
    static let present = Phrase("现口令", "Present one")
    static let keys = Phrase("钥匙", "Keys")
    static let keepKeys = Phrase("不换", "keep")
    static let replaceKeys = Phrase("换新钥匙", "make new ones")
    static let keysHelp = Phrase(
      "←→ 选择；新指纹会显示给你", "←→ choose; the new fingerprint is shown to you")
    static let oldStillOpens = Phrase(
      "知道旧口令又有任何一份副本的人，仍能打开原来的钥匙。",
      "Whoever knows the old passphrase and has any copy still opens the old keys.")
    static let newKeysHelp = Phrase(
      "口令可能已泄露，或电脑、U 盘遗失时，请换新钥匙：旧钥匙此后签署的一律无效。",
      "If it may be known, or a laptop or stick is lost, make new keys: what the old ones sign from now on has no effect."
    )
    static let bothYours = Phrase(
      "你兼任秘书处与（副）组长：一人掌握评审表钥匙的两半，请秘书处改派",
      "you are secretariat and leader or deputy: both halves of the sheets' keys are yours; ask for another appointment"
    )

    static func replaced(_ fingerprint: String) -> Phrase {
      Phrase(
        "口令和钥匙已更换，新指纹 \(fingerprint)",
        "passphrase and keys are replaced; new fingerprint \(fingerprint)")
    }
  }

  /// The standing of somebody who may work no more.
  public static let inactiveName = Phrase("已停用", "inactive")

  /// Two options that exclude each other.
  public static func oneOf(_ one: String, _ other: String) -> Phrase {
    Phrase("\(one) 与 \(other) 只能用一个", "\(one) or \(other), not both")
  }

  /// The fingerprint of keys that are new.
  public static func newFingerprint(_ fingerprint: String) -> Phrase {
    Phrase("新指纹：\(fingerprint)", "New fingerprint: \(fingerprint)")
  }

  /// How much was wrapped anew.
  public static func recovered(_ given: Int) -> Phrase {
    Phrase(
      "已凭两半恢复码找回，重新发放钥匙 \(given) 把。此事已记入历史，人人可见。",
      "Recovered with both halves; \(given) keys were given anew. Everybody sees it in the history."
    )
  }

  /// What both halves do not open.
  public static func recoveredNot(_ scopes: [String], _ context: Context) -> Phrase {
    Phrase(
      "两半恢复码也打不开：", "not opened by both halves either: ")
      + .plain(scopes.map { context.say(Phrase.History.scope($0, context)) }.joined(separator: "、"))
  }
}
