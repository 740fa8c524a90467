/// Makes keys and pasted text of the bytes that come from the terminal.
///
/// ncurses knows the terminal's key sequences and hands them over by `take(_ key:)`; all else
/// comes byte by byte. A character that arrives in two reads is kept; bytes that are no UTF-8
/// become U+FFFD; Esc and a character are Alt; a bracketed paste is one piece.
public struct InputDecoder: Sendable {
  /// The most bytes of a paste that are kept when nothing else is asked for.
  public static let standardPasteLimit = 4 * 1024 * 1024

  private enum State {
    case ground
    case escape
    /// After ESC `[` or ESC `O`: the sequence's bytes so far, with the introducer.
    case sequence([UInt8])
  }

  private let pasteLimit: Int
  private var state = State.ground
  private var character = CharacterAssembler()
  private var afterEscape = false
  private var paste: PasteCollector?

  /// Makes a decoder that keeps at most `pasteLimit` bytes of a paste.
  public init(pasteLimit: Int = InputDecoder.standardPasteLimit) {
    self.pasteLimit = pasteLimit
  }

  /// Whether a paste has begun and not ended.
  public var isPasting: Bool { paste != nil }

  /// Takes one byte.
  public mutating func take(_ byte: UInt8, into inputs: inout [Input]) {
    if paste != nil {
      if paste?.take(byte) == true { endPaste(into: &inputs) }
      return
    }
    switch state {
    case .sequence(let bytes): takeSequence(bytes + [byte], into: &inputs)
    case .escape: takeAfterEscape(byte, into: &inputs)
    case .ground where byte == 0x1B:
      character.abandon { inputs.append(.key(.character($0))) }
      state = .escape
    case .ground:
      character.take(byte) { inputs.append(.key(Key($0))) }
    }
  }

  /// Takes a key that ncurses has recognised.
  public mutating func take(_ key: Key, into inputs: inout [Input]) {
    guard paste == nil else { return }
    finish(into: &inputs)
    inputs.append(.key(key))
  }

  /// Takes the terminal's sign that pasted text follows.
  public mutating func beginPaste(into inputs: inout [Input]) {
    guard paste == nil else { return }
    finish(into: &inputs)
    paste = PasteCollector(limit: pasteLimit)
  }

  /// Takes the terminal's sign that the pasted text is complete, or gives up waiting for it.
  public mutating func endPaste(into inputs: inout [Input]) {
    guard let collected = paste else { return }
    paste = nil
    inputs.append(.paste(collected.text))
    if collected.dropped > 0 { inputs.append(.pasteCut(bytes: collected.dropped)) }
  }

  /// Says that nothing more waits: an Esc that is still open was the key alone.
  ///
  /// The first bytes of a character stay, for the rest may come with the next read.
  public mutating func finish(into inputs: inout [Input]) {
    switch state {
    case .ground: break
    case .escape: inputs.append(.key(.escape))
    case .sequence(let bytes):
      if bytes.count == 1 {
        inputs.append(.key(.alt(Character(Unicode.Scalar(bytes[0])))))
      }
    }
    state = .ground
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into inputs: inout [Input]) {
    state = .ground
    switch byte {
    case 0x1B:
      inputs.append(.key(.escape))
      state = .escape
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .sequence([byte])
    case 0x20..<0x7F:
      inputs.append(.key(.alt(Character(Unicode.Scalar(byte)))))
    default:
      // Not Alt with a character: a person pressed Esc and then went on typing.
      inputs.append(.key(.escape))
      character.take(byte) { inputs.append(.key(Key($0))) }
    }
  }

  private mutating func takeSequence(_ bytes: [UInt8], into inputs: inout [Input]) {
    switch ControlSequence(bytes) {
    case .incomplete: state = .sequence(bytes)
    case .unknown: state = .ground
    case .key(let key):
      state = .ground
      inputs.append(.key(key))
    case .pasteBegin:
      state = .ground
      beginPaste(into: &inputs)
    }
  }
}

extension Key {
  /// The key that sends `character`: itself, or what its control code stands for.
  init(_ character: Character) {
    guard let code = character.asciiValue, character != "\r\n" else {
      self = .character(character)
      return
    }
    switch code {
    case 0x0D, 0x0A: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x00: self = .control("@")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(code + 0x60)))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(code + 0x40)))
    default: self = .character(character)
    }
  }
}
