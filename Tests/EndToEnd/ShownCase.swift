/// What `show --json` says of a case.
struct ShownCase: Decodable {
  struct Item: Decodable {
    let item: String
    let percentage: Int
    let points: String
  }
  let total: String?
  let materialTotal: String?
  let onSiteTotal: String?
  let tier: Int?
  let items: [Item]

  /// Whether percentages, points and total are those worked out in the test.
  func matches(_ percentages: [Int], isOnSite: Bool) -> Bool {
    let wanted = MainJob.items.indices.map { item in
      "\(MainJob.items[item].id) \(percentages[item]) \(MainJob.points(item, percentages[item]))"
    }
    return items.map { "\($0.item) \($0.percentage) \($0.points)" } == wanted
      && total == MainJob.total(percentages)
      && (isOnSite ? onSiteTotal : materialTotal) == total
  }
}
