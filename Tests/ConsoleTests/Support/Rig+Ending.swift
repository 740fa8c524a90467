import Terminal
import Testing

extension Rig {
  /// The secretariat's form for ending an application, filled in and about to be confirmed.
  static func ending() throws -> Rig {
    let rig = try Rig(.qualification)
    try rig.signIn("chenmi")
    rig.go(.dossier, rig.aCase(at: .qualification))
    rig.press(.function(2))
    rig.type("终止申报")
    rig.press(.enter, .tab)
    rig.type("申报组织来函退出")
    rig.press(.function(5))
    #expect(rig.backstage.console.focusName == "question/end")
    return rig
  }
}
