import Foundation

/// Words of the login screen.
extension Phrase {
  static let whoIsAtWork = Phrase("请选择你的名字", "Who is at work?")
  static let choosePerson = Phrase("选人", "choose")
  static let choosePersonHelp = Phrase("选择自己的名字", "choose your name")
  static let letters = Phrase("字母", "letters")
  static let findPerson = Phrase("查找", "find")
  static let findPersonHelp = Phrase(
    "直接输入姓名的一部分、拼音（全拼或首字母）或编号，名单随之缩短",
    "type a part of the name, its pinyin in full or by initials, or the id: the list gets shorter")
  static let nobodyFound = Phrase("名单上没有这样的人，Esc 显示全部", "nobody like that; Esc shows everybody")
  static let goOn = Phrase("继续", "Go on")
  static let goOnHelp = Phrase(
    "输入口令；首次登录输入邀请码", "type the passphrase; at the first login the invitation")
  static let signIn = Phrase("登录", "Log in")
  static let signInHelp = Phrase("用口令解锁自己的钥匙", "unlocks your keys with your passphrase")
  static let otherPerson = Phrase("换人", "Another person")
  static let otherPersonHelp = Phrase("回到名单", "back to the list")
  static let join = Phrase("建立钥匙并登录", "Make keys and log in")
  static let joinHelp = Phrase(
    "用一次性邀请码建立自己的钥匙；口令只有本人知道",
    "makes your keys with the one-time invitation; nobody else knows the passphrase")
  static let invitationCode = Phrase("邀请码", "Invitation")
  static let invitationHelp = Phrase(
    "秘书处交给你的 16 位代码，大小写和横线不论",
    "the 16 characters from the secretariat; case and dashes do not matter")
  static let newPassphrase = Phrase("新口令", "Passphrase")
  static let newPassphraseHelp = Phrase(
    "至少 10 个字符，可用中文，请记牢", "at least 10 characters; remember it well")
  static let again = Phrase("再输一次", "Once more")
  static let passphrasesDiffer = Phrase("两次输入不一致", "the two differ")
  static let firstLogin = Phrase("首次登录：建立自己的钥匙", "First login: make your keys")
  static let demoPassphrase = Phrase(
    "演示库：所有账号的口令都是 demo", "Demo store: every account's passphrase is demo")
}
