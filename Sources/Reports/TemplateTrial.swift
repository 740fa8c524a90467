import Mustache

/// Reads a template and, where it is a bureau's own, tries it out before a paper is made from it.
struct TemplateTrial {
  /// The template's key, for the fault.
  let place: String
  /// The template's text without control characters.
  let text: String

  /// A trial of a template as it came.
  init(place: String, source: String) { (self.place, text) = (place, PlainText.lines(source)) }

  /// The template, if it names nothing but values that papers have.
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

  /// The names that the template asks for and that no paper has.
  ///
  /// Mustache says nothing of a name it does not find. The template is rendered with all values,
  /// with none, with all but one and with only one, so that sections in sections are entered.
  private func strangers(in template: MustacheTemplate) -> Set<String> {
    let names = PaperValues.names
    var probes: [Set<String>] = [names, []]
    for name in names { probes += [names.subtracting([name]), [name]] }
    var found: Set<String> = []
    for present in probes {
      let probe = Probe(present: present)
      _ = template.render(probe)
      found.formUnion(probe.asked.subtracting(names))
    }
    return found
  }

  /// Values that remember what they were asked for.
  private final class Probe: MustacheParent {
    let present: Set<String>
    private(set) var asked: Set<String> = []

    init(present: Set<String>) { self.present = present }

    func child(named name: String) -> Any? {
      asked.insert(name)
      guard present.contains(name) else { return nil }
      guard name == "rows" else { return true }
      return [
        PaperValues.row(
          PaperRow(number: "1", name: "1", district: "1", industry: "1", tier: "1", total: .zero),
          at: 0)
      ]
    }
  }
}
