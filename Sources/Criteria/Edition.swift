import Foundation

/// An edition of the criteria: categories, items, points, scoring guide and profile list.
///
/// Editions are data: every cycle is pinned to one by its `id`, and another edition, or another
/// city's weights, is another file.
public struct Edition: Hashable, Sendable {
  /// The name that a cycle is pinned to, such as "gbt19580-2012".
  public let id: String
  /// The title.
  public let title: Bilingual
  /// The points of all items, whole points.
  public let totalPoints: Int
  /// The categories, in the edition's order.
  public let categories: [Category]
  /// The scoring guide.
  public let guide: ScoringGuide
  /// The topics of the organisation profile.
  public let profile: [ProfileTopic]
  /// All items, in the edition's order.
  public let items: [Item]

  private let places: [ItemID: Place]

  /// Where an item stands, for lookups by number.
  private struct Place: Hashable {
    let item: Int
    let category: Int
  }

  /// An edition whose parts the loader has found to fit.
  init(
    id: String, title: Bilingual, totalPoints: Int, categories: [Category], guide: ScoringGuide,
    profile: [ProfileTopic]
  ) {
    self.id = id
    self.title = title
    self.totalPoints = totalPoints
    self.categories = categories
    self.guide = guide
    self.profile = profile
    var items: [Item] = []
    var places: [ItemID: Place] = [:]
    for (category, group) in categories.enumerated() {
      for item in group.items {
        places[item.id] = Place(item: items.count, category: category)
        items.append(item)
      }
    }
    self.items = items
    self.places = places
  }

  /// The item of a number, or nil where the edition has none.
  public func item(_ id: ItemID) -> Item? { places[id].map { items[$0.item] } }

  /// The category to which an item belongs, or nil where the edition has no such item.
  public func category(of id: ItemID) -> Category? { places[id].map { categories[$0.category] } }

  /// Where an item stands among `items`, or nil where the edition has no such item.
  public func index(of id: ItemID) -> Int? { places[id]?.item }

  /// GB/T 19580-2012 with the points of GB/Z 19579-2012 annex A, the edition that is built in.
  public static let shipped: Edition = {
    do {
      return try load(Data(PackageResources.gbt19580_2012_json))
    } catch {
      fatalError("the built-in edition is damaged: \(error)")
    }
  }()
}
