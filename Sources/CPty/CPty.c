#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#define CPTY_CLOSE_RANGE_CLOEXEC (1U << 2)

static void set_cloexec(int fd) { fcntl(fd, F_SETFD, FD_CLOEXEC); }

// Runs in the child between fork and exec: only async-signal-safe calls, and never returns.
static _Noreturn void become(const char *path, char *const argv[], char *const envp[],
                             const char *cwd, int slave, int report) {
  for (int number = 1; number < NSIG; number++) {
    signal(number, SIG_DFL);
  }
  bool ready = setsid() >= 0 && ioctl(slave, TIOCSCTTY, 0) == 0 && dup2(slave, 0) == 0
      && dup2(slave, 1) == 1 && dup2(slave, 2) == 2 && (cwd == NULL || chdir(cwd) == 0);
  if (ready) {
    // An old kernel lacks the call; then only the descriptors that others marked are closed.
    syscall(SYS_close_range, 3U, ~0U, CPTY_CLOSE_RANGE_CLOEXEC);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, argv, envp);
  }
  int reason = errno;
  ssize_t written = write(report, &reason, sizeof reason);
  _exit(written == sizeof reason ? 127 : 126);
}

// Opens both ends of a pseudo-terminal of the given size, close-on-exec.
static int open_pair(int cols, int rows, int *master, int *slave) {
  char name[64];
  int fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return -errno;
  struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
  int other = -1;
  if (grantpt(fd) == 0 && unlockpt(fd) == 0 && ptsname_r(fd, name, sizeof name) == 0
      && ioctl(fd, TIOCSWINSZ, &size) == 0) {
    other = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  if (other < 0) {
    int reason = errno;
    close(fd);
    return -reason;
  }
  *master = fd;
  *slave = other;
  return 0;
}

pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int cols, int rows,
                 const char *cwd, int *master_fd) {
  int master, slave, report[2];
  int opened = open_pair(cols, rows, &master, &slave);
  if (opened < 0) return opened;
  if (pipe2(report, O_CLOEXEC) < 0) {
    int reason = errno;
    close(master);
    close(slave);
    return -reason;
  }

  // With all signals blocked no handler of ours can run in the child before it has dropped them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t pid = fork();
  int reason = errno;
  if (pid == 0) become(path, argv, envp, cwd, slave, report[1]);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(slave);
  close(report[1]);
  if (pid > 0) {
    ssize_t got;
    do {
      got = read(report[0], &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    if (got == sizeof reason) {
      struct cpty_exit ignored;
      cpty_wait(pid, true, &ignored);
      pid = -1;
    }
  }
  close(report[0]);
  if (pid < 0) {
    close(master);
    return -reason;
  }
  fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK);
  *master_fd = master;
  return pid;
}

int cpty_resize(int master_fd, int cols, int rows) {
  struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};
  return ioctl(master_fd, TIOCSWINSZ, &size) == 0 ? 0 : -errno;
}

int cpty_open_process(pid_t pid) {
  int fd = (int)syscall(SYS_pidfd_open, pid, 0);
  if (fd < 0) return -errno;
  set_cloexec(fd);
  return fd;
}

static int64_t microseconds(struct timeval time) {
  return (int64_t)time.tv_sec * 1000000 + time.tv_usec;
}

int cpty_wait(pid_t pid, bool block, struct cpty_exit *result) {
  int status;
  struct rusage usage;
  pid_t got;
  do {
    got = wait4(pid, &status, block ? 0 : WNOHANG, &usage);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return -errno;
  if (got == 0) return 0;
  *result = (struct cpty_exit){
      .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
      .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
      .user_us = microseconds(usage.ru_utime),
      .system_us = microseconds(usage.ru_stime),
      .peak_kib = usage.ru_maxrss,
  };
  return 1;
}
