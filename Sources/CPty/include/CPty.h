// The door to pseudo-terminals: what Swift cannot do safely (fork and exec in a process with
// threads) or at all (variadic ioctl).
#ifndef CPTY_H
#define CPTY_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// How a program ended and what it used.
struct cpty_exit {
  /// The exit status, or -1 when a signal ended it.
  int32_t code;
  /// The signal that ended it, or 0.
  int32_t signal;
  /// Time on the processor in user mode, in microseconds.
  int64_t user_us;
  /// Time on the processor in the kernel, in microseconds.
  int64_t system_us;
  /// The most memory it ever held, in KiB.
  int64_t peak_kib;
};

/// Starts `path` as the leader of a new session whose controlling terminal is a new
/// pseudo-terminal of the given size.
///
/// Every descriptor above 2 is closed in the program, every signal has its default action and none
/// is blocked. `cwd` may be NULL. On success the master's descriptor (non-blocking, close-on-exec)
/// is in `*master_fd`.
///
/// @return the process id, or minus an errno value, also when the program could not be executed.
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int cols, int rows,
                 const char *cwd, int *master_fd);

/// Gives the terminal another size; the kernel tells the program by SIGWINCH.
/// @return 0, or minus an errno value.
int cpty_resize(int master_fd, int cols, int rows);

/// Opens a descriptor that polls readable once the process has ended (Linux 5.3).
/// @return the descriptor (close-on-exec), or minus an errno value.
int cpty_open_process(pid_t pid);

/// Collects an ended child.
/// @param block whether to wait until it has ended.
/// @return 1 when collected, 0 when it still runs, or minus an errno value.
int cpty_wait(pid_t pid, bool block, struct cpty_exit *result);

#endif
