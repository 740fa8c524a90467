#define _GNU_SOURCE
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "COffice.h"
#include "Libraries.h"

static struct {
  FUNCTION(archive_write_new);
  FUNCTION(archive_write_set_format_zip);
  FUNCTION(archive_write_set_bytes_in_last_block);
  FUNCTION(archive_write_open);
  FUNCTION(archive_write_header);
  FUNCTION(archive_write_data);
  FUNCTION(archive_write_close);
  FUNCTION(archive_write_free);
  FUNCTION(archive_entry_new);
  FUNCTION(archive_entry_free);
  FUNCTION(archive_entry_set_pathname);
  FUNCTION(archive_entry_set_filetype);
  FUNCTION(archive_entry_set_perm);
  FUNCTION(archive_entry_set_size);
} lib;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  loaded = RESOLVE(lib, handle, archive_write_new)
      && RESOLVE(lib, handle, archive_write_set_format_zip)
      && RESOLVE(lib, handle, archive_write_set_bytes_in_last_block)
      && RESOLVE(lib, handle, archive_write_open) && RESOLVE(lib, handle, archive_write_header)
      && RESOLVE(lib, handle, archive_write_data) && RESOLVE(lib, handle, archive_write_close)
      && RESOLVE(lib, handle, archive_write_free) && RESOLVE(lib, handle, archive_entry_new)
      && RESOLVE(lib, handle, archive_entry_free)
      && RESOLVE(lib, handle, archive_entry_set_pathname)
      && RESOLVE(lib, handle, archive_entry_set_filetype)
      && RESOLVE(lib, handle, archive_entry_set_perm)
      && RESOLVE(lib, handle, archive_entry_set_size);
}

struct coffice_zip {
  struct archive *archive;
  locale_t locale;
  char *bytes;
  size_t size, room;
};

static la_ssize_t take(struct archive *archive, void *context, const void *bytes, size_t size) {
  (void)archive;
  struct coffice_zip *zip = context;
  if (zip->room - zip->size < size) {
    size_t more = (zip->size + size) * 2;
    char *grown = realloc(zip->bytes, more);
    if (grown == NULL) return -1;
    zip->bytes = grown;
    zip->room = more;
  }
  memcpy(zip->bytes + zip->size, bytes, size);
  zip->size += size;
  return (la_ssize_t)size;
}

static void discard(struct coffice_zip *zip) {
  if (zip->archive != NULL) lib.archive_write_free(zip->archive);
  if (zip->locale != (locale_t)0) freelocale(zip->locale);
  free(zip->bytes);
  free(zip);
}

int coffice_zip_open(struct coffice_zip **result) {
  pthread_once(&once, load);
  if (!loaded) return COFFICE_MISSING;
  struct coffice_zip *zip = calloc(1, sizeof *zip);
  if (zip == NULL) return COFFICE_DAMAGED;
  zip->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  zip->archive = lib.archive_write_new();
  if (zip->archive == NULL || lib.archive_write_set_format_zip(zip->archive) != ARCHIVE_OK
      || lib.archive_write_set_bytes_in_last_block(zip->archive, 1) != ARCHIVE_OK
      || lib.archive_write_open(zip->archive, zip, NULL, take, NULL) != ARCHIVE_OK) {
    discard(zip);
    return COFFICE_DAMAGED;
  }
  *result = zip;
  return 0;
}

int coffice_zip_add(struct coffice_zip *zip, const char *name, const void *bytes, size_t size) {
  struct archive_entry *entry = lib.archive_entry_new();
  if (entry == NULL) return COFFICE_DAMAGED;
  // Names beyond ASCII are marked as UTF-8 by the characters of the locale.
  locale_t before = zip->locale == (locale_t)0 ? (locale_t)0 : uselocale(zip->locale);
  // Without a time of its own every entry has the first day that a zip can name.
  lib.archive_entry_set_pathname(entry, name);
  lib.archive_entry_set_filetype(entry, AE_IFREG);
  lib.archive_entry_set_perm(entry, 0644);
  lib.archive_entry_set_size(entry, (la_int64_t)size);
  bool whole = lib.archive_write_header(zip->archive, entry) == ARCHIVE_OK
      && (size == 0 || lib.archive_write_data(zip->archive, bytes, size) == (la_ssize_t)size);
  if (before != (locale_t)0) uselocale(before);
  lib.archive_entry_free(entry);
  return whole ? 0 : COFFICE_DAMAGED;
}

int coffice_zip_close(struct coffice_zip *zip, char **bytes, size_t *size) {
  bool whole = lib.archive_write_close(zip->archive) == ARCHIVE_OK;
  if (whole) {
    *bytes = zip->bytes;
    *size = zip->size;
    zip->bytes = NULL;
  }
  discard(zip);
  return whole ? 0 : COFFICE_DAMAGED;
}
