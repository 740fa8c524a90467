import Foundation
import Testing

/// A stick taken into a store, with the real binary: archives and documents are read by children.
@Suite("pingshen take")
struct TakeCommandTests {
  /// A stick with two applications' folders, an archive among them, and what sticks have besides.
  private func stick() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    func put(_ path: String, _ text: String) throws {
      let url = URL(fileURLWithPath: folder.path(path))
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let own = "HZ26-0010 材料"
    try put("\(own)/自评报告.txt", "4.1.2 高层领导的作用\r\n董事长每季度主持一次评审。\r\n4.1.3 组织治理\r\n设监事会。\r\n")
    try put("\(own)/申报表.txt", "申报单位：某某有限公司\n联系电话：0571-1\n")
    try put("\(own)/证实材料/附件1：营业执照.txt", "执照")
    try put("\(own)/证实材料/附件2：4.1.2 会议纪要.txt", "纪要")
    try put("\(own)/说明.dat", "\u{1}\u{2}\u{0}")
    try put("\(own)/~$自评报告.docx", "x")
    try put("\(own)/空.pdf", "")
    try put("别处/合同.pdf", "不是哪一家的")
    for number in 1...6 { try put("别家/\(number).pdf", "另一家的") }
    let zip = """
      import zipfile,sys
      with zipfile.ZipFile(sys.argv[1],'w') as z:
        z.writestr('证实材料/附件3 获奖证书.txt','证书')
        z.writestr('../../逃逸.txt','x')
      """
    let made = Process()
    made.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    made.arguments = ["python3", "-c", zip, folder.path("\(own)/补充.zip")]
    try made.run()
    made.waitUntilExit()
    #expect(made.terminationStatus == 0)
    return folder
  }

  private func take(_ store: DemoStore, _ stick: TemporaryDirectory, _ more: String...) throws
    -> CommandRun
  {
    try runCommand(
      ["take", store.path, stick.path, "--as", "chenmi"] + more,
      env: ["PINGSHEN_PASSPHRASE": "demo"])
  }

  @Test("dry: by application and kind, doubts and what is left out named; nothing is written")
  func dry() throws {
    let store = try DemoStore.application()
    let stick = try stick()
    let run = try take(store, stick, "--dry-run")
    #expect(run.status == .code(0), "\(run)")
    for text in [
      "HZ26-0010", "附件1", "营业执照", "4.1.2", "联系电话", "0571-1", "自评报告缺条款：4.1.4", "名称看不出种类",
      "看不出属于哪份申报，未取：别处/合同.pdf",
      "看不出属于哪份申报，未取：别家 里的 6 个文件", "申报表上的单位名称是「某某有限公司」，不是这份申报的", "程序遗留，未取：", "空文件，未取：",
      "补充.zip/证实材料/附件3 获奖证书.txt", "未取入任何材料",
    ] { #expect(run.stdout.contains(text), "\(text): \(run)") }
    #expect(!run.stdout.contains(".."), "\(run)")
    let list = try runCommand(
      ["attachments", store.path, "HZ26-0010", "--as", "chenmi"],
      env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(!list.stdout.contains("营业执照"), "\(list)")
  }

  @Test("what one application refuses leaves the others, is named, and ends with 1")
  func someRefused() throws {
    let store = try DemoStore.application()
    let folder = try TemporaryDirectory()
    // The one in the middle is with its district already.
    for number in ["HZ26-0010", "HZ26-0031", "HZ26-0044"] {
      let own = URL(fileURLWithPath: folder.path("\(number) 材料"))
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      try Data("执照".utf8).write(to: own.appendingPathComponent("附件1：营业执照.txt"))
    }
    let run = try runCommand(
      ["take", store.path, folder.path, "--as", "chenmi", "--yes"],
      env: ["PINGSHEN_PASSPHRASE": "demo", "PINGSHEN_NOW": "2026-06-15T10:00"])
    #expect(run.status == .code(1), "\(run)")
    for number in ["HZ26-0010", "HZ26-0044"] {
      #expect(run.stdout.contains("\(number)  已取入 1 份材料"), "\(run)")
    }
    #expect(run.stderr.contains("HZ26-0031  一份也没有取入：M7"), "\(run)")
    #expect(run.stderr.contains("没有取入：HZ26-0031；其余已取入"), "\(run)")
  }

  @Test("taken once whole, and what is there already not again")
  func taken() throws {
    let store = try DemoStore.application()
    let stick = try stick()
    let first = try take(store, stick, "--yes")
    #expect(first.status == .code(0) && first.stdout.contains("已取入 7 份材料"), "\(first)")
    let list = try runCommand(
      ["attachments", store.path, "HZ26-0010", "--as", "chenmi"],
      env: ["PINGSHEN_PASSPHRASE": "demo"])
    // Evidence keeps the number that its name has; what has none comes behind.
    for text in [
      "selfEvaluation-1\t自评报告", "evidence-1\t营业执照", "evidence-2\t4.1.2 会议纪要",
      "evidence-3\t获奖证书", "evidence-4\t",
    ] { #expect(list.stdout.contains(text), "\(text): \(list)") }
    let again = try take(store, stick, "--yes")
    #expect(again.status == .code(0) && again.stdout.contains("没有可取入的材料"), "\(again)")
    let check = try runCommand(
      ["check", store.path, "--as", "chenmi"], env: ["PINGSHEN_PASSPHRASE": "demo"])
    #expect(check.status == .code(0), "\(check)")
  }
}
