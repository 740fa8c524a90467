import Foundation
import Mustache
import Office

/// Reads a template and, where it is a bureau's own, tries it out before a paper is made from it.
struct TemplateTrial {
  /// The template's key, for the fault.
  private let place: String
  /// The template's text, its lines marked.
  private let text: String
  /// What it may name.
  private let sample: PaperFill

  /// A trial of a template as it came.
  init(_ paper: Paper, source: String) {
    (place, sample) = (paper.rawValue, paper.sample)
    text = TemplateLines.marked(Self.cleaned(source), blocks: Set(sample.blocks.keys))
  }

  /// The template, if it names nothing but values that its paper has.
  func tried() throws(TemplateFault) -> MustacheTemplate {
    guard !text.contains("{{>"), !text.contains("{{<") else {
      throw TemplateFault(place: place, detail: "a template cannot include another")
    }
    let template = try parsed()
    guard let stranger = strangers(in: template).min() else { return template }
    throw TemplateFault(place: place, detail: "no value is called \(stranger)")
  }

  /// The template as mustache reads it, which escapes for HTML unless told otherwise in the text.
  func parsed() throws(TemplateFault) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n\(text)")
    } catch let error as MustacheTemplate.ParserError {
      let line = error.context.lineNumber - 1
      throw TemplateFault(place: place, detail: "line \(line): \(error.error)")
    } catch {
      throw TemplateFault(place: place, detail: "\(error)")
    }
  }

  /// Line ends alike, no other control character.
  private static func cleaned(_ source: String) -> String {
    let lines = source.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return String(
      String.UnicodeScalarView(
        lines.unicodeScalars.filter { $0 == "\n" || $0.properties.generalCategory != .control }))
  }

  /// The names that the template asks for and that its paper does not have.
  ///
  /// Mustache says nothing of a name it does not find. The template is rendered with all values,
  /// with none, with all but one and with only one, so that sections in sections are entered.
  private func strangers(in template: MustacheTemplate) -> Set<String> {
    let names = sample.names
    var probes: [Set<String>] = [names, []]
    for name in names { probes += [names.subtracting([name]), [name]] }
    var found: Set<String> = []
    for present in probes {
      let probe = Probe(present: present, sample: sample.values)
      _ = template.render(probe)
      found.formUnion(probe.asked.subtracting(names))
    }
    return found
  }

  /// Values that remember what they were asked for.
  private final class Probe: MustacheParent {
    let present: Set<String>
    let sample: [String: FieldValue]
    private(set) var asked: Set<String> = []

    init(present: Set<String>, sample: [String: FieldValue]) {
      (self.present, self.sample) = (present, sample)
    }

    func child(named name: String) -> Any? {
      asked.insert(name)
      guard present.contains(name) else { return nil }
      guard case .rows? = sample[name] else { return true }
      return sample[name]?.mustache
    }
  }
}
