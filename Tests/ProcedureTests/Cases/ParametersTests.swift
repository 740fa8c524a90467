import Criteria
import Foundation
import Procedure
import Testing

/// The parameters' file.
@Suite("Parameters")
struct ParametersTests {
  /// A change to Hangzhou's file and the place that must be named.
  struct Mutation: Sendable, CustomTestStringConvertible {
    let place: Place
    let path: [String]
    /// JSON of the new value, nil to leave the field out.
    let value: String?
    var testDescription: String { "\(path.joined(separator: ".")) = \(value ?? "—")" }

    init(_ path: String..., to value: String?, at place: String) {
      (self.path, self.value, self.place) = (path, value, Place(written: place))
    }
  }

  static let wrong: [Mutation] = [
    Mutation("materialLine", to: nil, at: "materialLine"),
    Mutation("materialLine", to: "550", at: "materialLine"),
    Mutation("materialLine", to: #""-1.00""#, at: "materialLine"),
    Mutation("tiers", "1", "from", to: nil, at: "tiers[1].from"),
    Mutation("tiers", "1", "from", to: #""625.00""#, at: "tiers[1].from"),
    Mutation("tiers", "2", "from", to: #""610.00""#, at: "tiers[2].from"),
    Mutation("tiers", "2", "from", to: #""-610.00""#, at: "tiers[2].from"),
    Mutation("tiers", to: "{}", at: "tiers"),
    Mutation("districts", "3", "code", to: #""330102""#, at: "districts[3].code"),
    Mutation("districts", "3", "code", to: #""330/8""#, at: "districts[3].code"),
    Mutation("districts", "0", "name", "en", to: nil, at: "districts[0].name.en"),
    Mutation("districts", to: "[]", at: "districts"),
    Mutation("qualificationNoticeDays", to: "-5", at: "qualificationNoticeDays"),
    Mutation("onSiteNoticeDays", to: "0", at: "onSiteNoticeDays"),
    Mutation("proposalNoticeDays", to: #""7""#, at: "proposalNoticeDays"),
    Mutation("objectionDays", to: "-1", at: "objectionDays"),
    Mutation("yearsOfPractice", to: "-1", at: "yearsOfPractice"),
    Mutation("copies", to: "-3", at: "copies"),
    Mutation("refundMonths", to: "-3", at: "refundMonths"),
    Mutation("cultivationYears", to: "0", at: "cultivationYears"),
    Mutation("annualReportDue", to: #""31 May""#, at: "annualReportDue"),
    Mutation("annualReportDue", to: #""02-30""#, at: "annualReportDue"),
    Mutation("spreadLimit", to: "0", at: "spreadLimit"),
    Mutation("minimumReviews", to: "8", at: "minimumReviews"),
    Mutation("quorum", "parts", to: "4", at: "quorum.parts"),
    Mutation("quorum", "parts", to: "0", at: "quorum.parts"),
    Mutation("quorum", "of", to: "0", at: "quorum.of"),
    Mutation("lateEntry", to: #""yes""#, at: "lateEntry"),
    Mutation("panelSize", to: "[7,3]", at: "panelSize"),
    Mutation("panelSize", to: "[0,3]", at: "panelSize"),
    Mutation("exemptSectors", "1", to: #""mining""#, at: "exemptSectors[1]"),
    Mutation("switchedOff", to: #"["everything"]"#, at: "switchedOff[0]"),
    Mutation("reviewWaitsForNotice", to: "1", at: "reviewWaitsForNotice"),
    Mutation("checklist", "4", "method", to: #""smelling""#, at: "checklist[4].method"),
    Mutation("checklist", "4", "item", to: #""9.9""#, at: "checklist[4].item"),
    Mutation("checklist", "4", "txt", to: "1", at: "checklist[4].txt"),
    Mutation("edition", to: #""gbt19580-2099""#, at: "edition"),
    Mutation("tiers", "1", "rank", to: "1", at: "tiers[1].rank"),
    Mutation("materialLine", to: #""1000.25""#, at: "materialLine"),
    Mutation("objectionDays", to: "999999", at: "objectionDays"),
    Mutation("copies", to: "1.5", at: "copies"),
    Mutation("panelSize", to: "[3,5,7]", at: "panelSize[2]"),
    Mutation("materialLIne", to: #""550.00""#, at: "materialLIne"),
  ]

  @Test("a file that does not hold is refused with the place of its fault", arguments: wrong)
  func refuses(_ mutation: Mutation) throws {
    let encoder = JSONEncoder()
    let tree = try JSONSerialization.jsonObject(with: encoder.encode(Parameters.hangzhou))
    let value = try mutation.value.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    let data = try JSONSerialization.data(
      withJSONObject: Self.replace(tree, mutation.path[...], value))
    var fault: ParametersFault?
    do {
      _ = try Parameters.load(data)
    } catch {
      fault = error
    }
    #expect(fault?.place == mutation.place)
  }

  @Test("a file that is no JSON is refused")
  func noJSON() {
    #expect(throws: ParametersFault.self) { try Parameters.load(Data("杭州".utf8)) }
  }

  @Test(
    "broken JSON is named by line and column, a cut file by where it ends, a key twice by its place",
    arguments: [
      ("{\"id\": \"a\",\n  \"city\" {}}", "", JSONFault.Problem.broken(line: 2, column: 10)),
      ("{\"id\": tru}", "", .broken(line: 1, column: 11)),
      ("{\"id\": \"甲\",}", "", .broken(line: 1, column: 12)),
      ("{\"id\": \"a\",\n", "", .cutOff(line: 2, column: 1)),
      ("", "", .cutOff(line: 1, column: 1)),
      ("{} x", "", .broken(line: 1, column: 4)),
      ("{\"id\": 1, \"a\": [{\"b\": 1, \"b\": 2}]}", "a[0].b", .repeatedKey),
    ])
  func broken(_ text: String, _ place: String, _ problem: JSONFault.Problem) {
    #expect(throws: ParametersFault(Place(written: place), .json(problem))) {
      try Parameters.load(Data(text.utf8))
    }
  }

  @Test("Hangzhou's file carries the method's figures and survives a round trip")
  func hangzhou() throws {
    let parameters = Parameters.hangzhou
    #expect(parameters.materialLine == Points(whole: 550))
    #expect(parameters.tiers.map(\.from.fixed) == ["620.00", "610.00", "600.00"])
    let terms = [
      parameters.qualificationNoticeDays, parameters.onSiteNoticeDays,
      parameters.proposalNoticeDays, parameters.objectionDays, parameters.changeReportDays,
    ]
    #expect(terms == [5, 7, 7, 5, 5])
    #expect(parameters.profileLimit == 3000 && parameters.selfEvaluationLimit == 60_000)
    #expect(parameters.districts.count == 13)
    #expect(parameters.district("330106")?.name.zh == "西湖区")
    #expect(parameters.edition == Edition.shipped.id)
    #expect(Set(parameters.checklist.map(\.item)) == Set(Edition.shipped.items.map(\.id)))
    #expect(Safeguard.allCases.allSatisfy(parameters.keeps))
    #expect(try Parameters.load(JSONEncoder().encode(parameters)) == parameters)
  }

  /// A tree with the value at a path replaced, or left out.
  private static func replace(_ tree: Any, _ path: ArraySlice<String>, _ value: Any?) -> Any {
    guard let step = path.first else { return value ?? NSNull() }
    if var list = tree as? [Any], let index = Int(step) {
      list[index] = replace(list[index], path.dropFirst(), value)
      return list
    }
    guard var object = tree as? [String: Any] else { return tree }
    if path.count == 1, value == nil {
      object[step] = nil
    } else {
      object[step] = replace(object[step] ?? NSNull(), path.dropFirst(), value)
    }
    return object
  }
}
