import Foundation
import Testing

/// Help and the parser's own sentences are in the language of the locale.
extension AtTheTerminal.CommandLineTests {
  /// English words that are no words but names: of options, files, values to type.
  private static let names: Set<String> = [
    "pingshen", "PINGSHEN_PASSPHRASE", "JSON", "CSV", "UTF", "GB", "ssh", "SSH", "ID", "BOM",
    "authorized", "keys",
  ]

  /// The commands that help lists.
  private func commands() throws -> [String] {
    let help = try runCommand(["--help"]).stdout
    return help.components(separatedBy: "子命令：").last?
      .matches(of: #/\n  (\w+)  /#).map { String($0.1) } ?? []
  }

  /// The words of a page that are neither Chinese nor something to type.
  private func foreign(_ page: String, typed: Set<String>) -> Set<String> {
    // Options, files and their endings, and what stands in quotes or after an equals sign.
    let bare = page.replacing(#/--?[A-Za-z][A-Za-z-]*|\.[a-z]{2,5}\b|[A-Z]+_[A-Z_]+/#, with: " ")
    let words = Set(bare.matches(of: #/[A-Za-z]{2,}/#).map { String($0.0) })
    return words.subtracting(Self.names).subtracting(typed)
  }

  @Test("every command's help is wholly in Chinese where the locale is, and in English elsewhere")
  func helpLanguage() throws {
    let commands = try commands()
    #expect(commands.count > 20 && commands.contains("sheet"))
    // Values to type: of --at, --kind, of the lists and roles, and kinds of file.
    let typed: Set<String> =
      Set(commands).union([
        "application", "qualification", "fresh", "reviewed", "onsite", "scored", "proposed",
        "listed", "consensus", "overview", "scores", "tiers", "evidence", "watch",
        "applicationForm", "profile", "selfEvaluation", "workSummary", "zip", "rar", "txt", "md",
        "docx", "pdf", "xlsx", "doc", "wps", "chenmi", "html", "reviewer", "leader", "secretariat",
        "district", "supervision", "help", "user", "host", "rsync", "rclone",
      ])
    for arguments in [["--help"], ["help"], ["help", "--help"]] + commands.map({ [$0, "--help"] })
      + commands.map({ ["help", $0] })
    {
      let run = try runCommand(arguments)
      #expect(run.status == .code(0) && run.stderr.isEmpty, "\(arguments)")
      let words = foreign(run.stdout, typed: typed)
      #expect(words.isEmpty, "\(arguments): \(words.sorted())\n\(run.stdout)")
      #expect(run.stdout.contains("用法："), "\(arguments)")
    }
    for arguments in [["--help"]] + commands.map({ [$0, "--help"] }) {
      let run = try runCommand(arguments, env: ["LANG": "en_GB.UTF-8", "LC_ALL": ""])
      #expect(run.stdout.contains("USAGE: ") && run.stdout.contains("OPTIONS:"), "\(arguments)")
      #expect(run.stdout.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(run.stdout)")
    }
  }

  private static let wrongCalls: [([String], String)] = [
    (["queue"], "缺少 <目录>"), (["nonsense"], "多出 nonsense"), (["queue", "x", "--foo"], "没有选项 --foo"),
    (["export", "a", "b", "--out", "c"], "b 不能作 <列表> 的值，可取："),
    (["attach", "a", "b"], "缺少 <文件> ..."), (["open", "a", "b", "c"], "多出 2 个："),
    (["demo", "--at", "foo"], "foo 不能作 --at <阶段> 的值，可取："),
    (["queue", "x", "--as"], "--as <人> 后面缺少值"),
    (["attach", "a", "b", "c", "--kind", "M5", "--pages", "x"], "x 不能作 --pages <页数> 的值"),
    (["people", "--json=3", "x"], "选项 --json 不带值，却给了 3"), (["queue", "x", "y"], "多出 y"),
  ]

  @Test("what is wrong with a call is said in Chinese, with the usage", arguments: wrongCalls)
  func wrongWords(_ arguments: [String], says: String) throws {
    let run = try runCommand(arguments)
    #expect(run.status == .code(2) && run.stderr.contains(says), "\(run.stderr)")
    #expect(run.stderr.contains("用法：pingshen") && run.stderr.contains("详见：pingshen"), "\(run)")
    for word in ["Usage", "Missing", "Unknown", "Unexpected", "value", "See", "Help"] {
      #expect(!run.stderr.contains(word), "\(run.stderr)")
    }
  }
}
