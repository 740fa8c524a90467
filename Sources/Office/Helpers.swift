import COffice
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

extension Helper {
  /// Whether it is on this machine.
  public var isThere: Bool {
    switch self {
    case .libarchive: coffice_has_archive()
    case .libxml2: coffice_has_xml()
    case .libxlsxwriter: coffice_has_book()
    case .pdftotext, .soffice, .chafa, .bwrap: program != nil
    }
  }

  /// Where its program lies; nil for a library, and where there is none.
  var program: String? {
    switch self {
    case .libarchive, .libxml2, .libxlsxwriter: nil
    case .pdftotext, .soffice, .chafa, .bwrap:
      // Fixed places: a search path is somebody's to set.
      ["/usr/bin/", "/usr/local/bin/", "/opt/libreoffice/program/"].map { $0 + rawValue }
        .first { access($0, X_OK) == 0 }
    }
  }
}
