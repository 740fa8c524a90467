// What a program does to the files under one directory, call by call, for a test that cuts the power.
//
// Loaded before the C library (LD_PRELOAD). POWERCUT_ROOT is the directory, as realpath(3) gives it;
// every call that changes something under it, or makes something durable, is appended to the file
// POWERCUT_JOURNAL once it has been carried out. A record is a head and its bytes; see `head`.
// Memory maps and C streams are not seen: the test shows that nothing that counts goes that way.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE, SYNC_FILE, CREATE, FOLDER, RENAME, UNLINK, SYNC_FOLDER, LINK };

struct head {
  uint32_t kind;
  uint32_t path;    // bytes of the first path after the head
  uint64_t file;    // the inode
  uint64_t offset;  // of a write; the length of a truncation
  uint64_t length;  // bytes after the path: what was written, or the new path
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static int journal = -1;

__attribute__((constructor)) static void begin(void) {
  const char *wanted = getenv("POWERCUT_ROOT"), *file = getenv("POWERCUT_JOURNAL");
  if (!wanted || !file) return;
  snprintf(root, sizeof root, "%s", wanted);
  journal = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void fail(const char *why) {
  dprintf(2, "powercut: %s: %s\n", why, strerror(errno));
  _exit(97);
}

static int is_watched(const char *path) {
  size_t n = strlen(root);
  return journal >= 0 && n && !strncmp(path, root, n) && (path[n] == '/' || path[n] == 0);
}

static void record(uint32_t kind, const char *path, uint64_t file, uint64_t offset,
                   const void *bytes, uint64_t length) {
  struct head head = {kind, (uint32_t)strlen(path), file, offset, length};
  struct iovec parts[] = {
      {&head, sizeof head}, {(void *)path, head.path}, {(void *)bytes, length}};
  ssize_t whole = (ssize_t)(sizeof head + head.path + length);
  // One call: many processes and threads append to it.
  if (syscall(SYS_writev, journal, parts, 3) != whole) fail("journal");
}

// The path of an open file; 0 where it is none under the directory.
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, PATH_MAX - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return is_watched(path);
}

// A name as a path without links but the last part; 0 where it is none under the directory.
static int resolve(int at, const char *name, char *path) {
  char whole[2 * PATH_MAX], base[PATH_MAX] = "", folder[PATH_MAX];
  if (journal < 0) return 0;
  if (name[0] != '/') {
    if (at == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      ssize_t n = readlink(link, base, sizeof base - 1);
      if (n <= 0) return 0;
      base[n] = 0;
    }
  }
  snprintf(whole, sizeof whole, "%s/%s", base, name);
  size_t n = strlen(whole);
  while (n > 1 && whole[n - 1] == '/') whole[--n] = 0;
  char *last = strrchr(whole, '/');
  *last = 0;
  if (!realpath(*whole ? whole : "/", folder)) return 0;
  if (snprintf(path, PATH_MAX, "%s/%s", folder, last + 1) >= PATH_MAX) return 0;
  return is_watched(path);
}

static uint64_t inode(int fd) {
  struct stat status;
  return fstat(fd, &status) ? 0 : status.st_ino;
}

// Carries a call out under the lock, so that the journal has the order of the calls.
#define UNDER_LOCK(type, call)                    \
  pthread_mutex_lock(&lock);                      \
  type result = (type)(call);                     \
  int error = errno;

#define DONE                                      \
  pthread_mutex_unlock(&lock);                    \
  errno = error;                                  \
  return result;

// MARK: Contents

static ssize_t written(int fd, const void *bytes, size_t count, off_t offset, int isPlaced) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) {
    return isPlaced ? syscall(SYS_pwrite64, fd, bytes, count, offset)
                    : syscall(SYS_write, fd, bytes, count);
  }
  pthread_mutex_lock(&lock);
  if (!isPlaced) {
    int isAtEnd = fcntl(fd, F_GETFL) & O_APPEND;
    offset = lseek(fd, 0, isAtEnd ? SEEK_END : SEEK_CUR);
  }
  ssize_t result = isPlaced ? syscall(SYS_pwrite64, fd, bytes, count, offset)
                            : syscall(SYS_write, fd, bytes, count);
  int error = errno;
  if (result > 0) record(WRITE, "", inode(fd), (uint64_t)offset, bytes, (uint64_t)result);
  DONE
}

ssize_t write(int fd, const void *bytes, size_t count) { return written(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return written(fd, bytes, count, at, 1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
  return written(fd, bytes, count, at, 1);
}

int ftruncate(int fd, off_t length) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) return (int)syscall(SYS_ftruncate, fd, length);
  UNDER_LOCK(int, syscall(SYS_ftruncate, fd, length))
  if (!result) record(TRUNCATE, "", inode(fd), (uint64_t)length, 0, 0);
  DONE
}
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

static int synced(int fd, long number) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) return (int)syscall(number, fd);
  struct stat status;
  if (fstat(fd, &status)) return -1;
  UNDER_LOCK(int, syscall(number, fd))
  if (!result && S_ISDIR(status.st_mode)) record(SYNC_FOLDER, path, 0, 0, 0, 0);
  if (!result && S_ISREG(status.st_mode)) record(SYNC_FILE, "", status.st_ino, 0, 0, 0);
  DONE
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

// MARK: Names

static int opened(int at, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE ||
      !resolve(at, name, path))
    return (int)syscall(SYS_openat, at, name, flags, mode);
  struct stat status;
  pthread_mutex_lock(&lock);
  int isThere = !lstat(path, &status);
  int result = (int)syscall(SYS_openat, at, name, flags, mode);
  int error = errno;
  if (result >= 0 && !isThere) record(CREATE, path, inode(result), 0, 0, 0);
  if (result >= 0 && isThere && (flags & O_TRUNC)) record(TRUNCATE, "", inode(result), 0, 0, 0);
  DONE
}

#define MODE                                      \
  va_list rest;                                   \
  va_start(rest, flags);                          \
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
  va_end(rest);

int open(const char *name, int flags, ...) { MODE return opened(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return opened(AT_FDCWD, name, flags, mode); }
int openat(int at, const char *name, int flags, ...) { MODE return opened(at, name, flags, mode); }
int openat64(int at, const char *name, int flags, ...) {
  MODE return opened(at, name, flags, mode);
}
int creat(const char *name, mode_t mode) {
  return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

static int renamed(int from, const char *old, int to, const char *name, unsigned flags) {
  char path[PATH_MAX], target[PATH_MAX];
  if (!resolve(from, old, path) || !resolve(to, name, target))
    return (int)syscall(SYS_renameat2, from, old, to, name, flags);
  UNDER_LOCK(int, syscall(SYS_renameat2, from, old, to, name, flags))
  if (!result) record(RENAME, path, 0, 0, target, strlen(target));
  DONE
}
int rename(const char *old, const char *name) {
  return renamed(AT_FDCWD, old, AT_FDCWD, name, 0);
}
int renameat(int from, const char *old, int to, const char *name) {
  return renamed(from, old, to, name, 0);
}
int renameat2(int from, const char *old, int to, const char *name, unsigned flags) {
  return renamed(from, old, to, name, flags);
}

int linkat(int from, const char *old, int to, const char *name, int flags) {
  char path[PATH_MAX], target[PATH_MAX];
  if (!resolve(from, old, path) || !resolve(to, name, target))
    return (int)syscall(SYS_linkat, from, old, to, name, flags);
  UNDER_LOCK(int, syscall(SYS_linkat, from, old, to, name, flags))
  if (!result) record(LINK, path, 0, 0, target, strlen(target));
  DONE
}
int link(const char *old, const char *name) { return linkat(AT_FDCWD, old, AT_FDCWD, name, 0); }

static int unlinked(int at, const char *name, int flags) {
  char path[PATH_MAX];
  if (!resolve(at, name, path)) return (int)syscall(SYS_unlinkat, at, name, flags);
  UNDER_LOCK(int, syscall(SYS_unlinkat, at, name, flags))
  if (!result) record(UNLINK, path, 0, 0, 0, 0);
  DONE
}
int unlink(const char *name) { return unlinked(AT_FDCWD, name, 0); }
int unlinkat(int at, const char *name, int flags) { return unlinked(at, name, flags); }
int rmdir(const char *name) { return unlinked(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) {
  struct stat status;
  if (lstat(name, &status)) return -1;
  return unlinked(AT_FDCWD, name, S_ISDIR(status.st_mode) ? AT_REMOVEDIR : 0);
}

int mkdirat(int at, const char *name, mode_t mode) {
  char path[PATH_MAX];
  if (!resolve(at, name, path)) return (int)syscall(SYS_mkdirat, at, name, mode);
  UNDER_LOCK(int, syscall(SYS_mkdirat, at, name, mode))
  if (!result) record(FOLDER, path, 0, 0, 0, 0);
  DONE
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
