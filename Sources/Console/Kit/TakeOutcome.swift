import Procedure
import Store

/// What became of an application's part of a stick.
public struct TakeOutcome: Sendable, Hashable {
  /// Whose it is.
  public let dossier: CaseID
  /// How many documents were taken; nil where it was refused.
  public let count: Int?
  /// Why nothing of it was taken.
  public let refusal: Phrase?
}

extension TakePlan {
  /// Takes each application whole or not at all; one that is refused leaves the others.
  ///
  /// - Parameters:
  ///   - take: Takes one of them.
  ///   - told: Told what became of each as soon as it is known.
  /// - Throws: What stands in the way of all of them: a work that was stopped, a disk that is full.
  public func takeEach(
    _ context: Context, take: (Share) throws -> [Document], told: (TakeOutcome) -> Void
  ) throws {
    for share in shares where share.new > 0 {
      do {
        told(TakeOutcome(dossier: share.id, count: try take(share).count, refusal: nil))
      } catch let error where Self.isOfOne(error) {
        told(
          TakeOutcome(
            dossier: share.id, count: nil, refusal: Notices.sentence(error, context)))
      }
    }
  }

  /// Whether it is the application or one of its files that something is wrong with.
  private static func isOfOne(_ error: any Error) -> Bool {
    switch error {
    case is Refusal: true
    case StoreFault.fileTooLarge, StoreFault.fileChanged, StoreFault.noFile,
      StoreFault.unreadableFile, StoreFault.notReadable, StoreFault.unknownCase:
      true
    default: false
    }
  }
}
