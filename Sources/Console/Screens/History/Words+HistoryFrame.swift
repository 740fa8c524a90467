import Foundation
import Procedure
import Store

/// The sentences of the history, and the parts that several of them have in common.
extension Phrase.History {
  /// A sentence for an event that can be read.
  static func event(_ event: Event, ordinal: Int? = nil, _ context: Context) -> Phrase {
    name(of: event)
      + (detail(of: event, ordinal: ordinal, context).map { colon + $0 } ?? .plain(""))
  }

  /// The kind of an entry; an inquiry or objection that is entered again brings its answer.
  static func name(of event: Event) -> Phrase {
    if case .inquiryRecorded(_, let content) = event, content.answer != nil {
      return Phrase("部门答复", "a department's answer")
    }
    if case .objectionRecorded(_, let content) = event, content.answer != nil {
      return Phrase("异议答复", "answer to an objection")
    }
    return name(of: event.kind)
  }

  static let colon = Phrase("：", ": ")

  static func yes(_ isYes: Bool) -> Phrase {
    isYes ? Phrase("是", "yes") : Phrase("否", "no")
  }

  /// What people wrote; nil where they wrote nothing.
  static func written(_ text: String) -> Phrase? { text.isBlank ? nil : .plain(text) }

  static func short(_ text: String) -> Phrase { .plain(text.onOneLine) }

  /// What people wrote, after a colon; nothing where they wrote nothing.
  static func after(_ text: String) -> Phrase {
    text.isBlank ? .plain("") : colon + short(text)
  }

  static func who(_ person: Person) -> Phrase {
    let roles = person.roles.map(Phrase.role)
    return Phrase(
      "\(person.name)（\(roles.map(\.zh).joined(separator: "、"))）",
      "\(person.name) (\(roles.map(\.en).joined(separator: ", ")))")
  }

  static func time(_ revision: Int) -> Phrase {
    Phrase("第 \(revision) 次", "revision \(revision)")
  }
}
