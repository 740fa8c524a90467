extension Line {
  /// The line broken into several of at most `width` columns, with their styles.
  public func wrapped(to width: Int, policy: AmbiguousPolicy = .current) -> [Line] {
    var characters: [Character] = []
    var styles: [Style] = []
    for span in spans {
      for character in span.text {
        characters.append(character)
        styles.append(span.style)
      }
    }
    let wrapped = WrappedText(characters: characters, width: width, policy: policy)
    return wrapped.lines.map { visual in
      var pieces: [Span] = []
      for place in visual.painted {
        if let last = pieces.indices.last, pieces[last].style == styles[place] {
          pieces[last].text.append(characters[place])
        } else {
          pieces.append(Span(String(characters[place]), styles[place]))
        }
      }
      return Line(pieces)
    }
  }
}
