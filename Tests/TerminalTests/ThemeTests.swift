import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
  @Test("without colours every role differs from every other, on every ground but the band")
  func monoRoles() {
    for ground in Ground.allCases where ground != .band {
      let paints = Role.allCases.map { Theme.mono.paint(Style($0, on: ground), colours: 256) }
      #expect(Set(paints).count == Role.allCases.count, "\(ground)")
      #expect(paints.allSatisfy { $0.foreground == -1 && $0.ground == -1 })
    }
  }

  @Test("without colours focus, selection and bars differ from the plain ground for every role")
  func monoGrounds() {
    for role in Role.allCases {
      let plain = Theme.mono.paint(Style(role), colours: 0)
      for ground in [Ground.focus, .selection, .bar] {
        #expect(Theme.mono.paint(Style(role, on: ground), colours: 0) != plain, "\(role) \(ground)")
      }
      let band = Theme.mono.paint(Style(role, on: .band), colours: 0)
      #expect(Theme.mono.paint(Style(role, on: .focus), colours: 0) != band, "\(role)")
    }
  }

  @Test("a terminal of few colours is painted by attributes", arguments: Theme.allCases)
  func fewColours(theme: Theme) {
    for ground in Ground.allCases {
      let paint = theme.paint(Style(.bad, on: ground), colours: 2)
      #expect(paint.foreground == -1 && paint.ground == -1)
    }
  }

  @Test("no number beyond the terminal's palette is asked for", arguments: [8, 16, 88, 256])
  func withinPalette(colours: Int) {
    for theme in Theme.allCases {
      for style in Ground.allCases.flatMap({ ground in Role.allCases.map { Style($0, on: ground) } }
      ) {
        let paint = theme.paint(style, colours: colours)
        #expect(paint.foreground < colours && paint.ground < colours)
        if paint.foreground >= 0 { #expect(paint.foreground != paint.ground) }
      }
    }
  }

  @Test("selection, focus and bars are seen in every theme", arguments: Theme.allCases)
  func groundsAreSeen(theme: Theme) {
    for colours in [8, 16, 256] {
      let plain = theme.paint(.text, colours: colours)
      for ground in [Ground.selection, .focus, .bar] {
        #expect(theme.paint(Style.text.on(ground), colours: colours) != plain)
      }
      let band = theme.paint(Style.title.on(.band), colours: colours)
      #expect(theme.paint(Style.title.on(.focus), colours: colours) != band)
    }
  }

  @Test(
    "the environment chooses the theme",
    arguments: [
      ([:], .dark), (["NO_COLOR": "1"], .mono), (["NO_COLOR": ""], .dark),
      (["COLORFGBG": "0;15"], .light), (["COLORFGBG": "15;0"], .dark),
      (["PINGSHEN_THEME": "light", "NO_COLOR": "1"], .light), (["PINGSHEN_THEME": "pink"], .dark),
    ] as [([String: String], Theme)])
  func environment(environment: [String: String], theme: Theme) {
    #expect(Theme(environment: environment) == theme)
  }

  @Test(
    "Esc waits longer over ssh, and PINGSHEN_ESCDELAY decides",
    arguments: [
      ([:], 25), (["SSH_TTY": "/dev/pts/1"], 150), (["SSH_CONNECTION": "a"], 150),
      (["SSH_TTY": "x", "PINGSHEN_ESCDELAY": "60"], 60), (["PINGSHEN_ESCDELAY": "long"], 25),
      (["PINGSHEN_ESCDELAY": "-4"], 1),
    ] as [([String: String], Int)])
  func escapeDelay(environment: [String: String], delay: Int) {
    #expect(TerminalOptions(environment: environment).escapeDelay == delay)
  }
}
