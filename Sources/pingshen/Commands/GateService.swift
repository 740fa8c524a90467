import ArgumentParser
import Console
import Foundation
import Store

#if canImport(Glibc)
  import Glibc
#endif

/// What the gate does beside the console: files in and out, by standard input and output.
struct GateService {
  let boxes: Boxes

  /// Serves one request.
  func serve(_ request: GateRequest) throws(GateFault) {
    switch request {
    case .put(let name): try put(name)
    case .get(let name): try get(name)
    case .list: try list()
    case .remove(let name): try remove(name)
    }
  }

  private func put(_ name: BoxName) throws(GateFault) {
    if isatty(STDIN_FILENO) == 1 { throw .terminal }
    let size = try boxes.open(.inbox).put(name, replaces: true, isWhole: Self.isSomebodyThere) {
      (buffer) throws(GateFault) in
      try Descriptor.read(from: STDIN_FILENO, into: buffer)
    }
    Output.line(say(.broughtIn(name, bytes: size)))
  }

  /// Whether the other end still waits for an answer: a connection that broke off looks like the end
  /// of the file, but takes the answer's way with it.
  private static func isSomebodyThere() -> Bool {
    var answer = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&answer, 1, 0) >= 0 && answer.revents & Int16(POLLERR | POLLHUP) == 0
  }

  /// From the outbox, else from the inbox.
  private func get(_ name: BoxName) throws(GateFault) {
    for side in [Boxes.Side.outbox, .inbox] {
      let box = try boxes.open(side)
      guard try box.holds(name) else { continue }
      return try box.read(name) { (bytes) throws(GateFault) in
        try Descriptor.write(bytes, to: STDOUT_FILENO)
      }
    }
    throw .absent(name.text)
  }

  /// A line a file: the box, bytes, the name; apart by tabs, which no name has. What is no plain file
  /// has no size and is named on stderr.
  private func list() throws(GateFault) {
    var odd: [String] = []
    for side in Boxes.Side.allCases {
      for entry in try boxes.open(side).entries() {
        let size = entry.name == nil ? "-" : "\(entry.size)"
        Output.row([side.rawValue, size, entry.shown])
        if entry.name == nil { odd.append("\(side.rawValue)/\(entry.shown)") }
      }
    }
    if !odd.isEmpty { throw .notPlain(odd.joined(separator: " ")) }
  }

  /// From wherever it lies.
  private func remove(_ name: BoxName) throws(GateFault) {
    var count = 0
    for side in Boxes.Side.allCases where try boxes.open(side).remove(name) { count += 1 }
    if count == 0 { throw .absent(name.text) }
    Output.line(say(.removed(name)))
  }
}
