import Testing

/// All tests that run the program, one after the other.
///
/// Two at a time would take the processor from each other's programs. Beside them run the other
/// targets' tests, at most as many as there are cores: they do not suspend, and Swift's own threads
/// are no more than those.
@Suite(.serialized, BesideTheRest())
enum AtTheTerminal {
  struct ApartTests {}
  struct BackupTests {}
  struct BlindnessTests {}
  struct CommandLineTests {}
  struct GateTests {}
  struct KillTests {}
  struct LockTests {}
  struct InputTests {}
  struct LongWorkTests {}
  struct MemoryTests {}
  struct PowerCutTests {}
  struct SupportTests {}
  struct ScrollingTests {}
  struct SuspendTests {}
  struct TemporaryFileTests {}
  struct TwoSessionsTests {}
  struct TypingTests {}
  struct UnfinishedTests {}
  struct WaitingTests {}
  struct WholeYearTests {}
}
