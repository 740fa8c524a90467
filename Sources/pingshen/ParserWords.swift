import Console
import Foundation
import Terminal

/// What the parser of arguments says by itself, which it does in English alone.
///
/// Its pages are turned line by line: headings, sentences on wrong calls and the names of values; what
/// the commands say of themselves is in the language of the locale already. A sentence that is not
/// known here stays as it is, and fails the test of every command's help.
enum ParserWords {
  /// A page in a language.
  static func said(_ page: String, in language: Language) -> String {
    switch language {
    case .english: page
    case .chinese: page.lines.map { chinese(String($0)) }.joined(separator: "\n")
    }
  }

  private static func chinese(_ line: String) -> String {
    var line = sentences.lazy.compactMap { $0.said(line) }.first ?? line
    for (english, chinese) in parts { line = line.replacingOccurrences(of: english, with: chinese) }
    return aligned(named(line))
  }

  /// A sentence with places for what people typed, `%` in both languages.
  private struct Sentence {
    let english: [String]
    let chinese: [String]

    init(_ english: String, _ chinese: String) {
      (self.english, self.chinese) = (
        english.components(separatedBy: "%"), chinese.components(separatedBy: "%")
      )
    }

    /// The line in Chinese; nil where it is another sentence.
    func said(_ line: String) -> String? {
      guard line.hasPrefix(english[0]) else { return nil }
      var (rest, said) = (line.dropFirst(english[0].count), chinese[0])
      for place in english.indices.dropFirst() {
        let next = english[place]
        let isLast = place == english.count - 1
        let end: Range<Substring.Index>?
        if isLast {
          guard rest.hasSuffix(next) else { return nil }
          end = rest.index(rest.endIndex, offsetBy: -next.count)..<rest.endIndex
        } else {
          end = rest.range(of: next)
        }
        guard let end else { return nil }
        said += String(rest[..<end.lowerBound]) + chinese[place]
        rest = rest[end.upperBound...]
      }
      return rest.isEmpty ? said : nil
    }
  }

  /// The longer ones first.
  private static let sentences = [
    Sentence("OVERVIEW: Show subcommand help information.", "说明：显示子命令的说明"),
    Sentence("OVERVIEW: %", "说明：%"), Sentence("USAGE: %", "用法：%"),
    Sentence("Usage: %", "用法：%"), Sentence("Help:  %", "说明：%"),
    Sentence("ARGUMENTS:", "参数："), Sentence("OPTIONS:", "选项："),
    Sentence("SUBCOMMANDS:", "子命令："),
    Sentence("  See '% <subcommand>' for detailed help.", "  各子命令的说明：% <subcommand>"),
    Sentence("  See '%' for more information.", "  详见：%"),
    Sentence("Missing expected argument '%'", "缺少 %"),
    Sentence("Missing one of: %", "须给出其中之一：%"),
    Sentence("Missing value for '%' in '%'", "%（在 % 中）后面缺少值"),
    Sentence("Missing value for '%'", "% 后面缺少值"),
    Sentence("Unknown option '%'. Did you mean '%'?", "没有选项 %，是不是 %？"),
    Sentence("Unknown option '%'", "没有选项 %"),
    Sentence("   or: Missing value for '%' in '%'", "   或者：%（在 % 中）后面缺少值"),
    Sentence("Unexpected argument '%'", "多出 %"),
    Sentence("% unexpected arguments: %", "多出 % 个：%"),
    Sentence(
      "The option '%' does not take any value, but '%' was specified.", "选项 % 不带值，却给了 %"),
    Sentence(
      "The value '%' is invalid for '%'. Please provide one of the following:",
      "% 不能作 % 的值，可取："),
    Sentence("The value '%' is invalid for '%'. Please provide one of %.", "% 不能作 % 的值，可取：%"),
    Sentence("The value '%' is invalid for '%': %", "% 不能作 % 的值：%"),
    Sentence("The value '%' is invalid for '%'", "% 不能作 % 的值"),
    Sentence("Value to be set with % had already been set with %", "% 与 % 只能给一个"),
    Sentence("Invalid option: %", "没有选项 %"),
    Sentence("Command '%' is not a parent of the current command.", "% 不是当前命令的上级"),
    Sentence("Can't generate completion scripts for '%'.", "不能为 % 生成命令补全"),
    Sentence("Can't autodetect a supported shell.", "认不出所用的命令行程序（shell）"),
    Sentence(
      "Please use --generate-completion-script=<shell> with one of:",
      "请用 --generate-completion-script=<shell>，可取："),
  ]

  /// What stands in the middle of lines.
  private static let parts = [
    ("Show the version.", "显示版本"), ("Show help information.", "显示说明"),
    ("(values:", "（可取："), ("; default:", "；默认："), ("(default:", "（默认："),
    (" (default)", "（默认）"), ("<subcommands>", "<subcommand>"),
  ]

  /// The names of values.
  private static let names = [
    "at": "阶段", "backup": "备份", "case": "编号", "day": "日期", "dir": "目录", "document": "材料",
    "file": "文件", "folder": "文件夹", "format": "格式", "paper": "文书", "id": "编号", "items": "条款",
    "kind": "种类", "list": "列表",
    "name": "名称", "number": "序号", "options": "选项", "pages": "页数", "person": "人",
    "person-name": "姓名", "post": "交换目录", "role": "身份", "shell": "程序", "subcommand": "子命令",
    "target": "目标", "title": "标题",
  ]

  private static func named(_ line: String) -> String {
    line.replacing(#/<([a-z-]+)>/#) { "<\(names[String($0.1)] ?? String($0.1))>" }
  }

  /// The column in which the words on options begin.
  private static let column = 26

  /// A line of the lists with its words in their column: the parser counts characters, and a Chinese
  /// one takes two columns.
  private static func aligned(_ line: String) -> String {
    guard let match = line.wholeMatch(of: #/  (\S.*?)  +(\S.*)/#) else { return line }
    let label = "  \(match.1)"
    let room = column - Line(label).width()
    return room > 0
      ? label + String(repeating: " ", count: room) + String(match.2)
      : label + "\n" + String(repeating: " ", count: column) + String(match.2)
  }
}
