#define _GNU_SOURCE
#include "CWipe.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void cwipe_close_process(void) {
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

char *cwipe_take_variable(const char *name) {
  char *value = getenv(name);
  if (!value) return NULL;
  char *copy = strdup(value);
  explicit_bzero(value, strlen(value));
  unsetenv(name);
  return copy;
}

__attribute__((noinline)) void cwipe_stack(void) {
  // Several times what the console was ever seen to use.
  char room[1 << 20];
  explicit_bzero(room, sizeof room);
}

void cwipe_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

// ---- free and realloc that leave nothing behind ----
//
// Keys, passphrases and opened texts pass through strings, arrays and buffers of five libraries.
// Wiping each of them would be forgotten somewhere; so every block is wiped when it is freed. The
// program's definitions take the place of the C library's for all that is loaded with it.

#ifdef __GLIBC__

extern void __libc_free(void *block);
extern void *__libc_realloc(void *block, size_t size);

// Larger blocks are mapped one by one (DEFAULT_MMAP_THRESHOLD_MAX) and go back to the kernel, which
// gives no page to anybody without wiping it.
static const size_t largest_kept = 32 << 20;

void free(void *block) {
  if (!block) return;
  size_t size = malloc_usable_size(block);
  if (size <= largest_kept) explicit_bzero(block, size);
  __libc_free(block);
}

void *realloc(void *block, size_t size) {
  if (!block) return malloc(size);
  if (size == 0) {
    free(block);
    return NULL;
  }
  size_t held = malloc_usable_size(block);
  if (size <= held && size >= held / 2) return block;
  // Mapped blocks move page by page, without a copy.
  if (held > largest_kept && size > largest_kept) return __libc_realloc(block, size);
  void *moved = malloc(size);
  if (!moved) return NULL;
  memcpy(moved, block, size < held ? size : held);
  free(block);
  return moved;
}

#endif
