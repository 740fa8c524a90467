import Criteria
import Foundation

/// Where an import's file and the texts beside it lie.
enum ImportFolder {
  case folder(URL)
  /// What somebody brought through the gate.
  case box(Box)

  /// - Throws: `ImportFault.outside` for a path that leads out of the folder.
  func requireInside(_ path: String, place: Place) throws(ImportFault) {
    guard case .folder(let folder) = self else { return }
    let url = folder.appendingPathComponent(path).resolvingSymlinksInPath().standardizedFileURL
    let root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    guard !path.hasPrefix("/"), url.path.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    else { throw ImportFault(place, .outside(path)) }
  }

  /// What a file here holds.
  func bytes(of name: String, limit: Int, place: Place) throws(ImportFault) -> Data {
    switch self {
    case .folder(let folder):
      try Self.bytes(of: folder.appendingPathComponent(name), limit: limit, place: place)
    case .box(let box): try Self.bytes(of: name, in: box, limit: limit, place: place)
    }
  }

  private static func bytes(
    of name: String, in box: Box, limit: Int, place: Place
  ) throws(ImportFault) -> Data {
    do throws(GateFault) {
      return try box.contents(try BoxName(name), limit: limit)
    } catch {
      switch error {
      case .noName(let name): throw ImportFault(place, .outside(name))
      case .tooLarge: throw ImportFault(place, .tooLarge(limit: limit))
      default: throw ImportFault(place, .unreadable(name))
      }
    }
  }

  private static func bytes(
    of url: URL, limit: Int, place: Place
  ) throws(ImportFault) -> Data {
    do {
      // A directory or a device is no file; the size is looked at before the bytes.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: url.resolvingSymlinksInPath().path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw ImportFault(place, .unreadable(url.lastPathComponent))
      }
      guard let size = attributes[.size] as? Int, size <= limit else {
        throw ImportFault(place, .tooLarge(limit: limit))
      }
      return try Data(contentsOf: url)
    } catch let fault as ImportFault {
      throw fault
    } catch {
      throw ImportFault(place, .unreadable(url.lastPathComponent))
    }
  }
}
