#define _GNU_SOURCE
#include "COffice.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>

#include "Libraries.h"

static struct {
  FUNCTION(archive_read_new);
  FUNCTION(archive_read_support_format_zip);
  FUNCTION(archive_read_support_format_7zip);
  FUNCTION(archive_read_support_format_rar);
  FUNCTION(archive_read_support_format_rar5);
  FUNCTION(archive_read_open_memory);
  FUNCTION(archive_read_open_fd);
  FUNCTION(archive_read_next_header);
  FUNCTION(archive_read_data);
  FUNCTION(archive_read_free);
  FUNCTION(archive_entry_pathname);
  FUNCTION(archive_entry_pathname_utf8);
  FUNCTION(archive_entry_filetype);
  FUNCTION(archive_entry_is_encrypted);
  FUNCTION(archive_entry_hardlink);
  FUNCTION(archive_entry_symlink);
} lib;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  loaded = RESOLVE(lib, handle, archive_read_new)
      && RESOLVE(lib, handle, archive_read_support_format_zip)
      && RESOLVE(lib, handle, archive_read_support_format_7zip)
      && RESOLVE(lib, handle, archive_read_support_format_rar)
      && RESOLVE(lib, handle, archive_read_support_format_rar5)
      && RESOLVE(lib, handle, archive_read_open_memory)
      && RESOLVE(lib, handle, archive_read_open_fd)
      && RESOLVE(lib, handle, archive_read_next_header)
      && RESOLVE(lib, handle, archive_read_data) && RESOLVE(lib, handle, archive_read_free)
      && RESOLVE(lib, handle, archive_entry_pathname)
      && RESOLVE(lib, handle, archive_entry_pathname_utf8)
      && RESOLVE(lib, handle, archive_entry_filetype)
      && RESOLVE(lib, handle, archive_entry_is_encrypted)
      && RESOLVE(lib, handle, archive_entry_hardlink)
      && RESOLVE(lib, handle, archive_entry_symlink);
}

bool coffice_has_archive(void) {
  pthread_once(&once, load);
  return loaded;
}

struct coffice_archive {
  struct archive *archive;
  struct archive_entry *entry;
  locale_t locale;
};

// Names in UTF-16 are given in the characters of the locale; a reader's may be plain C.
static locale_t enter(struct coffice_archive *archive) {
  return archive->locale == (locale_t)0 ? (locale_t)0 : uselocale(archive->locale);
}

static void leave(locale_t before) {
  if (before != (locale_t)0) uselocale(before);
}

// From bytes, or from a descriptor where there are none.
static int open_archive(const void *bytes, size_t size, int descriptor,
                        struct coffice_archive **result) {
  if (!coffice_has_archive()) return COFFICE_MISSING;
  struct coffice_archive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return COFFICE_DAMAGED;
  archive->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  archive->archive = lib.archive_read_new();
  locale_t before = enter(archive);
  bool ready = archive->archive != NULL
      && lib.archive_read_support_format_zip(archive->archive) >= ARCHIVE_WARN
      && lib.archive_read_support_format_7zip(archive->archive) >= ARCHIVE_WARN
      && lib.archive_read_support_format_rar(archive->archive) >= ARCHIVE_WARN
      && lib.archive_read_support_format_rar5(archive->archive) >= ARCHIVE_WARN
      && (bytes != NULL ? lib.archive_read_open_memory(archive->archive, bytes, size)
                        : lib.archive_read_open_fd(archive->archive, descriptor, 1 << 18))
          == ARCHIVE_OK;
  leave(before);
  if (!ready) {
    coffice_archive_close(archive);
    return COFFICE_DAMAGED;
  }
  *result = archive;
  return 0;
}

int coffice_archive_open(const void *bytes, size_t size, struct coffice_archive **result) {
  return open_archive(bytes, size, -1, result);
}

int coffice_archive_open_descriptor(int descriptor, struct coffice_archive **result) {
  return open_archive(NULL, 0, descriptor, result);
}

void coffice_archive_close(struct coffice_archive *archive) {
  locale_t before = enter(archive);
  if (archive->archive != NULL) lib.archive_read_free(archive->archive);
  leave(before);
  if (archive->locale != (locale_t)0) freelocale(archive->locale);
  free(archive);
}

int coffice_archive_next(struct coffice_archive *archive) {
  locale_t before = enter(archive);
  int got = lib.archive_read_next_header(archive->archive, &archive->entry);
  leave(before);
  if (got == ARCHIVE_EOF) return 0;
  return got == ARCHIVE_OK || got == ARCHIVE_WARN ? 1 : COFFICE_DAMAGED;
}

const char *coffice_archive_name(struct coffice_archive *archive) {
  locale_t before = enter(archive);
  const char *name = lib.archive_entry_pathname(archive->entry);
  if (name == NULL) name = lib.archive_entry_pathname_utf8(archive->entry);
  leave(before);
  return name == NULL ? "" : name;
}

bool coffice_archive_is_file(struct coffice_archive *archive) {
  return lib.archive_entry_filetype(archive->entry) == AE_IFREG
      && lib.archive_entry_hardlink(archive->entry) == NULL
      && lib.archive_entry_symlink(archive->entry) == NULL;
}

bool coffice_archive_is_encrypted(struct coffice_archive *archive) {
  return lib.archive_entry_is_encrypted(archive->entry) != 0;
}

long coffice_archive_read(struct coffice_archive *archive, void *buffer, size_t size) {
  locale_t before = enter(archive);
  la_ssize_t got = lib.archive_read_data(archive->archive, buffer, size);
  leave(before);
  return got < 0 ? COFFICE_DAMAGED : (long)got;
}
