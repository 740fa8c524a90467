import Criteria
import Testing

/// Places in files: how they are written, and what lies within what.
struct PlaceTests {
  @Test("a place is written as people find it")
  func written() {
    #expect("\(Place.file)" == "")
    #expect("\(Place.file["tiers"][1]["from"])" == "tiers[1].from")
    #expect("\(Place.file[2]["id"])" == "[2].id")
    #expect("\(Place.line(7, column: nil))" == "line 7")
    #expect("\(Place.line(7, column: nil)["district"])" == "line 7, district")
    #expect(Place.line(7, column: nil)[3] == .line(7, column: nil))
    // Keys may hold what parts the written form.
    #expect(Place.file["a.b"] != Place.file["a"]["b"])
  }

  @Test("a place in a part of a file is one of the whole")
  func inner() {
    let part = Place.file["cases"][3]["form"]
    #expect("\(part.place(of: .file["years"][1]))" == "cases[3].form.years[1]")
    #expect(part.place(of: .file) == part)
  }

  @Test(
    "what lies within what: line 21 is no part of line 2, nor adress of ad",
    arguments: [
      (Place.file["a"], Place.file, true), (.file, .file["a"], false), (.file, .file, true),
      (.file["a"][1]["b"], .file["a"][1], true), (.file["a"], .file["a"], true),
      (.file["a"][12], .file["a"][1], false), (.file["adress"], .file["ad"], false),
      (.line(2, column: "x"), .line(2, column: nil), true),
      (.line(2, column: nil), .line(2, column: "x"), false),
      (.line(21, column: nil), .line(2, column: nil), false),
      (.line(2, column: nil), .file["a"], false), (.line(2, column: nil), .file, true),
    ])
  func within(_ place: Place, _ whole: Place, _ lies: Bool) {
    #expect(place.lies(within: whole) == lies)
  }
}
