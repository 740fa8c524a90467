import Procedure
import Testing

/// A command that must be refused, from where, by whom, with what.
struct Attempt: Sendable, CustomTestStringConvertible {
  let name: String
  let step: World.Step
  let command: Command
  let actor: PersonID
  let refusal: Refusal
  let prepare: @Sendable (inout World) throws -> Void

  init(
    _ name: String, at step: World.Step, _ command: CaseCommand, by actor: PersonID,
    _ refusal: Refusal, prepare: @escaping @Sendable (inout World) throws -> Void = { _ in }
  ) {
    self.init(name, at: step, .dossier(World.first, command), by: actor, refusal, prepare: prepare)
  }

  init(
    _ name: String, at step: World.Step, _ command: Command, by actor: PersonID,
    _ refusal: Refusal, prepare: @escaping @Sendable (inout World) throws -> Void = { _ in }
  ) {
    (self.name, self.step, self.command, self.actor) = (name, step, command, actor)
    (self.refusal, self.prepare) = (refusal, prepare)
  }

  var testDescription: String { "\(refusal.rule) \(name)" }

  /// Tries it and compares.
  func verify() throws {
    var world = try World.at(step)
    try prepare(&world)
    let (dossiers, cycle, supervision) = (world.dossiers, world.cycle, world.supervision)
    var met: Refusal?
    do {
      try world.perform(command, as: actor)
    } catch {
      met = error
    }
    #expect(met == refusal)
    #expect(
      world.dossiers == dossiers && world.cycle == cycle && world.supervision == supervision)
  }
}
