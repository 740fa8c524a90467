#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "COffice.h"

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

int coffice_memory_file(void) { return memfd_create("document", MFD_CLOEXEC); }

static void limit(int resource, rlim_t value) {
  struct rlimit both = {.rlim_cur = value, .rlim_max = value};
  setrlimit(resource, &both);
}

// Runs in the child between fork and exec: only async-signal-safe calls, and never returns.
static _Noreturn void become(const char *path, char *const argv[], char *const envp[],
                             const char *cwd, const int stream[3], int report,
                             const struct coffice_limits *limits, pid_t parent) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // Where the kernel does not permit it the child still has neither a socket nor a reason for one.
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
  bool ready = getppid() == parent && dup2(stream[0], 0) == 0 && dup2(stream[1], 1) == 1
      && dup2(stream[2], 2) == 2 && (cwd == NULL || chdir(cwd) == 0);
  if (ready) {
    int kept = dup2(report, 3) == 3 ? 3 : report;
    fcntl(kept, F_SETFD, FD_CLOEXEC);
    syscall(SYS_close_range, 4U, ~0U, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, limits->cpu_seconds);
    limit(RLIMIT_FSIZE, limits->file_size);
    if (limits->memory > 0) limit(RLIMIT_AS, limits->memory);
    execve(path, argv, envp);
    report = kept;
  }
  int reason = errno;
  ssize_t written = write(report, &reason, sizeof reason);
  _exit(written == sizeof reason ? 127 : 126);
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Keeps what comes of the output; false at its end.
static bool take(int from, struct coffice_end *end, size_t *room, size_t most) {
  if (end->output_size == *room) {
    size_t more = *room == 0 ? 65536 : *room * 2;
    char *grown = realloc(end->output, more);
    if (grown == NULL) return false;
    end->output = grown;
    *room = more;
  }
  ssize_t got = read(from, end->output + end->output_size, *room - end->output_size);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  end->output_size += (size_t)got;
  end->overflowed = end->output_size > most;
  return got > 0 && !end->overflowed;
}

// Keeps the beginning of what comes on stderr; false at its end.
static bool listen_to(int from, struct coffice_end *end, size_t *length) {
  char buffer[512];
  ssize_t got = read(from, buffer, sizeof buffer);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  for (ssize_t index = 0; index < got && *length + 1 < sizeof end->message; index++) {
    end->message[(*length)++] = buffer[index];
  }
  return got > 0;
}

// Waits for the end without collecting it, so that its group can still be named.
static void await(pid_t pid, int64_t deadline, struct coffice_end *end) {
  siginfo_t info = {0};
  while (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT | WNOHANG) == 0 && info.si_pid == 0) {
    if (milliseconds() >= deadline) {
      end->timed_out = true;
      return;
    }
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
  }
}

static void follow(int output, int errors, const struct coffice_limits *limits,
                   int64_t deadline, struct coffice_end *end) {
  struct pollfd fds[2] = {{.fd = output, .events = POLLIN}, {.fd = errors, .events = POLLIN}};
  size_t room = 0, length = 0;
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    int64_t left = deadline - milliseconds();
    if (left <= 0) {
      end->timed_out = true;
      return;
    }
    int ready = poll(fds, 2, (int)left);
    if (ready < 0 && errno != EINTR) return;
    if (ready <= 0) continue;
    if (fds[0].revents != 0 && !take(output, end, &room, limits->output)) {
      if (end->overflowed) return;
      fds[0].fd = -1;
    }
    if (fds[1].revents != 0 && !listen_to(errors, end, &length)) fds[1].fd = -1;
  }
}

int coffice_run(const char *path, char *const argv[], char *const envp[], const char *cwd, int input,
                const struct coffice_limits *limits, struct coffice_end *end) {
  memset(end, 0, sizeof *end);
  int output[2], errors[2], report[2];
  int nothing = input >= 0 ? input : open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0) return -errno;
  if (pipe2(output, O_CLOEXEC) < 0) return -errno;
  if (pipe2(errors, O_CLOEXEC) < 0) return -errno;
  if (pipe2(report, O_CLOEXEC) < 0) return -errno;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t parent = getpid();
  pid_t pid = fork();
  int reason = errno;
  if (pid == 0) {
    // Out of the way of 0, 1, 2 and 3, which the child gives away one after the other.
    int stream[3] = {fcntl(nothing, F_DUPFD, 10), fcntl(output[1], F_DUPFD, 10),
                     fcntl(errors[1], F_DUPFD, 10)};
    become(path, argv, envp, cwd, stream, fcntl(report[1], F_DUPFD, 10), limits, parent);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (input < 0) close(nothing);
  close(output[1]);
  close(errors[1]);
  close(report[1]);
  if (pid > 0) {
    ssize_t got;
    do {
      got = read(report[0], &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    if (got != sizeof reason) {
      reason = 0;
      int64_t deadline = milliseconds() + (int64_t)limits->wall_seconds * 1000;
      follow(output[0], errors[0], limits, deadline, end);
      if (!end->timed_out && !end->overflowed) await(pid, deadline, end);
      // The group goes with it: what it started itself has its limits, not its end.
      kill(-pid, SIGKILL);
    }
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    end->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  }
  close(output[0]);
  close(errors[0]);
  close(report[0]);
  return -reason;
}
