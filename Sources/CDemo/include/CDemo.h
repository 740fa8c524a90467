#pragma once

/// A file of the demo, compiled in from `fixtures/demo`.
struct DemoFile {
  /// Its path below `fixtures/demo`.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  /// In bytes.
  unsigned long length;
};

/// The file of a name; null where there is none.
const struct DemoFile *_Nullable demo_file(const char *_Nonnull name);
