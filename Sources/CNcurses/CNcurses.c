#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// ---- widths ----

static locale_t width_locale;
static pthread_once_t width_once = PTHREAD_ONCE_INIT;

static void make_width_locale(void) {
  width_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

void cn_wcwidth_table(int8_t *widths, int count) {
  pthread_once(&width_once, make_width_locale);
  locale_t before = width_locale ? uselocale(width_locale) : (locale_t)0;
  for (int scalar = 0; scalar < count; scalar++) widths[scalar] = (int8_t)wcwidth((wchar_t)scalar);
  if (before) uselocale(before);
}

int cn_wcwidth(uint32_t scalar) {
  pthread_once(&width_once, make_width_locale);
  locale_t before = width_locale ? uselocale(width_locale) : (locale_t)0;
  int width = wcwidth((wchar_t)scalar);
  if (before) uselocale(before);
  return width;
}

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cn_set_locale(void) {
  if (setlocale(LC_CTYPE, "") && is_utf8()) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") && is_utf8();
}

// ---- the wake pipe and the signals ----

static int wake_pipe[2] = {-1, -1};

int cn_wake_fd(void) { return wake_pipe[0]; }

void cn_wake(uint8_t byte) {
  int saved = errno;
  // A full pipe wakes the reader anyway, so a byte that finds no room may be lost.
  if (wake_pipe[1] >= 0 && write(wake_pipe[1], &byte, 1) < 0) errno = saved;
  errno = saved;
}

static void report_signal(int number) { cn_wake((uint8_t)(CN_SIGNAL_BASE + number)); }

static bool open_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return true;
  return pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) == 0;
}

// ---- giving the terminal back ----

static struct termios saved_modes;
static volatile sig_atomic_t is_active;
static int saved_stderr = -1;
static char restoring[512];
static size_t restoring_length;

/// Adds a capability without its padding marks, which a terminal of today needs no more.
static void add_restoring(const char *text) {
  if (!text || text == (const char *)-1) return;
  while (*text && restoring_length < sizeof restoring - 1) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    restoring[restoring_length++] = *text++;
  }
}

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

static bool knows_private_modes(void) {
  // A terminal with an alternate screen is of the xterm family; others may show the bytes.
  return enter_ca_mode && strstr(enter_ca_mode, "\033[?") != NULL;
}

static void prepare_restoring(void) {
  restoring_length = 0;
  if (knows_private_modes()) {
    add_restoring(paste_off);
    add_restoring(mouse_off);
  }
  add_restoring(exit_attribute_mode);
  add_restoring(orig_pair);
  add_restoring(cursor_normal);
  add_restoring(keypad_local);
  add_restoring(exit_ca_mode);
}

/// The terminal, also while stdout is a frame that is being gathered.
static int terminal_fd = STDOUT_FILENO;
static int frame_fd = -1;

static void write_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(terminal_fd, bytes, length);
    if (count < 0) {
      if (errno == EINTR) continue;
      return;
    }
    bytes += count;
    length -= (size_t)count;
  }
}

/// Only calls that POSIX lists as safe in a signal handler.
static void restore_in_emergency(void) {
  if (!is_active) return;
  is_active = 0;
  write_all(restoring, restoring_length);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  if (saved_stderr >= 0) dup2(saved_stderr, STDERR_FILENO);
}

static void die_restored(int number) {
  restore_in_emergency();
  signal(number, SIG_DFL);
  raise(number);
}

static const int fatal_signals[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT};
static const int reported_signals[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP};
static char emergency_stack[65536];

static void install_handlers(void) {
  stack_t stack = {.ss_sp = emergency_stack, .ss_size = sizeof emergency_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = report_signal;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < sizeof reported_signals / sizeof *reported_signals; i++)
    sigaction(reported_signals[i], &action, NULL);
  action.sa_handler = die_restored;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  for (size_t i = 0; i < sizeof fatal_signals / sizeof *fatal_signals; i++)
    sigaction(fatal_signals[i], &action, NULL);
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGPIPE, &action, NULL);
}

static void remove_handlers(void) {
  for (size_t i = 0; i < sizeof reported_signals / sizeof *reported_signals; i++)
    signal(reported_signals[i], SIG_DFL);
  for (size_t i = 0; i < sizeof fatal_signals / sizeof *fatal_signals; i++)
    signal(fatal_signals[i], SIG_DFL);
}

// ---- a line that is not shown while it is typed ----

static struct termios shown_modes;
static char asked[512];
static volatile sig_atomic_t is_hidden;
static const int asking_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
enum { asking_count = sizeof asking_signals / sizeof *asking_signals };
static struct sigaction asking_before[asking_count];

static void set_modes(const struct termios *modes) {
  while (tcsetattr(STDIN_FILENO, TCSAFLUSH, modes) != 0 && errno == EINTR) continue;
}

static void ask_hidden(void) {
  struct termios quiet = shown_modes;
  quiet.c_lflag &= ~(tcflag_t)ECHO;
  is_hidden = 1;
  set_modes(&quiet);
  if (write(STDERR_FILENO, asked, strlen(asked)) < 0) return;
}

static void show_again(void) {
  if (!is_hidden) return;
  is_hidden = 0;
  set_modes(&shown_modes);
  if (write(STDERR_FILENO, "\n", 1) < 0) return;
}

/// Gives the echo back before the signal does what it does; a stop goes on with the question.
/// Only calls that POSIX lists as safe in a signal handler.
static void leave_asking(int number) {
  int saved = errno;
  show_again();
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, &before);
  raise(number);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  sigaction(number, &before, NULL);
  ask_hidden();
  errno = saved;
}

void cn_hide_echo(const char *question) {
  if (tcgetattr(STDIN_FILENO, &shown_modes) != 0) return;
  snprintf(asked, sizeof asked, "%s", question);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = leave_asking;
  action.sa_flags = SA_RESTART;
  for (int i = 0; i < asking_count; i++) {
    sigaction(asking_signals[i], NULL, &asking_before[i]);
    // What a parent had it ignore stays ignored.
    if (asking_before[i].sa_handler != SIG_IGN) sigaction(asking_signals[i], &action, NULL);
  }
  ask_hidden();
}

void cn_show_echo(void) {
  if (!is_hidden) return;
  show_again();
  for (int i = 0; i < asking_count; i++) sigaction(asking_signals[i], &asking_before[i], NULL);
}

// ---- start and end ----

static SCREEN *screen;
static bool mouse_wanted;

static void set_input_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
}

static void show_modes(void) {
  if (knows_private_modes()) {
    putp(paste_on);
    fflush(stdout);
  }
}

int cn_start(int escape_delay_ms) {
  if (screen) return CN_FAILED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &saved_modes) != 0) return CN_NO_TERMINAL;
  const char *name = getenv("TERM");
  if (!name || !*name) return CN_UNKNOWN_TERMINAL;
  int problem = 0;
  if (setupterm(name, STDOUT_FILENO, &problem) != OK)
    return problem == 1 ? CN_NO_CURSOR_ADDRESSING : CN_UNKNOWN_TERMINAL;
  if (!cursor_address) return CN_NO_CURSOR_ADDRESSING;
  if (!open_wake_pipe()) return CN_FAILED;
  // Before ncurses, which leaves signals alone that are already handled.
  install_handlers();
  use_tioctl(TRUE);
  screen = newterm(name, stdout, stdin);
  if (!screen) {
    remove_handlers();
    return CN_FAILED;
  }
  set_term(screen);
  set_escdelay(escape_delay_ms);
  prepare_restoring();
  static bool registered = false;
  if (!registered) {
    atexit(cn_stop);
    registered = true;
  }
  is_active = 1;
  set_input_modes();
  idlok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  int wide, high;
  if (cn_window_size(&wide, &high)) cn_resize(wide, high);
  show_modes();
  return CN_STARTED;
}

int cn_flush_stdout(void) {
  errno = 0;
  if (fflush(stdout) == 0 && !ferror(stdout)) return 0;
  return errno ? errno : EIO;
}

void cn_redirect_stderr(int fd) {
  if (saved_stderr < 0) saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(fd, STDERR_FILENO);
}

void cn_stop(void) {
  if (!screen) return;
  if (is_active) {
    if (mouse_wanted) mousemask(0, NULL);
    if (knows_private_modes()) putp(paste_off);
    curs_set(1);
    endwin();
    fflush(stdout);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
    is_active = 0;
  }
  if (saved_stderr >= 0) {
    dup2(saved_stderr, STDERR_FILENO);
    close(saved_stderr);
    saved_stderr = -1;
  }
  remove_handlers();
  delscreen(screen);
  screen = NULL;
}

void cn_suspend(void) {
  if (!screen) return;
  if (knows_private_modes()) putp(paste_off);
  curs_set(1);
  endwin();
  fflush(stdout);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &saved_modes);
  signal(SIGTSTP, SIG_DFL);
  signal(SIGCONT, SIG_DFL);
  kill(0, SIGTSTP);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = report_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGTSTP, &action, NULL);
  sigaction(SIGCONT, &action, NULL);
  cn_resume();
}

void cn_resume(void) {
  if (!screen) return;
  reset_prog_mode();
  set_input_modes();
  clearok(curscr, TRUE);
  show_modes();
  wrefresh(curscr);
}

bool cn_window_size(int *wide, int *high) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return false;
  *wide = size.ws_col;
  *high = size.ws_row;
  return true;
}

/// Coming back from a stop, ncurses sets the scrolling region by the size it knows. Where the window
/// had got another one already, the region would stay wrong: lines below it are never moved.
static void reset_scrolling_region(int high) {
  if (!change_scroll_region || !is_active) return;
  putp(tparm(change_scroll_region, 0, high - 1));
  fflush(stdout);
  // The region's setting moves the cursor where ncurses does not know it.
  clearok(curscr, TRUE);
}

void cn_resize(int wide, int high) {
  if (!is_term_resized(high, wide)) return;
  resizeterm(high, wide);
  reset_scrolling_region(high);
}

int cn_columns(void) { return screen ? getmaxx(stdscr) : 0; }
int cn_rows(void) { return screen ? getmaxy(stdscr) : 0; }

// ---- colours and painting ----

int cn_start_colours(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

void cn_define_pair(int pair, int foreground, int background) {
  init_pair((short)pair, (short)foreground, (short)background);
}

void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  int length = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (int i = 0; i < length; i++) text[i] = (wchar_t)scalars[i];
  text[length] = 0;
  attr_t style = A_NORMAL;
  if (attributes & CN_BOLD) style |= A_BOLD;
  if (attributes & CN_UNDERLINE) style |= A_UNDERLINE;
  if (attributes & CN_REVERSE) style |= A_REVERSE;
  if (attributes & CN_DIM) style |= A_DIM;
  if (attributes & CN_ITALIC) style |= A_ITALIC;
  cchar_t cell;
  if (setcchar(&cell, text, style, (short)pair, NULL) == OK)
    mvadd_wchnstr(row, column, &cell, 1);
}

void cn_place_cursor(int row, int column) {
  if (row < 0) {
    curs_set(0);
  } else {
    curs_set(1);
    move(row, column);
  }
}

void cn_erase(void) { erase(); }

/// ncurses writes at every move of the cursor; over ssh each would be a packet of its own. A frame is
/// gathered first and then written at once.
static bool open_frame(void) {
  if (frame_fd >= 0) return true;
  int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  int frame = terminal < 0 ? -1 : memfd_create("frame", MFD_CLOEXEC);
  if (frame < 0) {
    if (terminal >= 0) close(terminal);
    return false;
  }
  terminal_fd = terminal;
  frame_fd = frame;
  return true;
}

void cn_refresh(void) {
  if (!open_frame() || lseek(frame_fd, 0, SEEK_SET) != 0 || dup2(frame_fd, STDOUT_FILENO) < 0) {
    refresh();
    return;
  }
  refresh();
  dup2(terminal_fd, STDOUT_FILENO);
  off_t left = lseek(frame_fd, 0, SEEK_CUR), place = 0;
  static char bytes[65536];
  while (place < left) {
    size_t wanted = (size_t)(left - place) < sizeof bytes ? (size_t)(left - place) : sizeof bytes;
    ssize_t count = pread(frame_fd, bytes, wanted, place);
    if (count <= 0) break;
    write_all(bytes, (size_t)count);
    // What was on the screen stays nowhere once the screen is locked.
    explicit_bzero(bytes, (size_t)count);
    place += count;
  }
  if (ftruncate(frame_fd, 0) != 0) return;
}

void cn_repaint(void) { clearok(curscr, TRUE); }

// ---- input ----

int cn_getch(void) {
  int code = getch();
  return code == ERR ? -1 : code;
}

void cn_define_key(const char *sequence, int code) { define_key(sequence, code); }

void cn_set_mouse(bool on) {
  if (!screen || on == mouse_wanted) return;
  mouse_wanted = on;
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0,
            NULL);
}

bool cn_get_mouse(struct cn_mouse *event) {
  MEVENT raw;
  if (getmouse(&raw) != OK) return false;
  event->column = raw.x;
  event->row = raw.y;
  event->press = (raw.bstate & BUTTON1_PRESSED) != 0;
  event->double_press = (raw.bstate & BUTTON1_DOUBLE_CLICKED) != 0;
  event->wheel_up = (raw.bstate & BUTTON4_PRESSED) != 0;
  event->wheel_down = (raw.bstate & BUTTON5_PRESSED) != 0;
  return true;
}

const int cn_key_up = KEY_UP, cn_key_down = KEY_DOWN, cn_key_left = KEY_LEFT,
          cn_key_right = KEY_RIGHT, cn_key_home = KEY_HOME, cn_key_end = KEY_END,
          cn_key_page_up = KEY_PPAGE, cn_key_page_down = KEY_NPAGE, cn_key_insert = KEY_IC,
          cn_key_delete = KEY_DC, cn_key_backspace = KEY_BACKSPACE, cn_key_enter = KEY_ENTER,
          cn_key_back_tab = KEY_BTAB, cn_key_shift_up = KEY_SR, cn_key_shift_down = KEY_SF,
          cn_key_shift_left = KEY_SLEFT, cn_key_shift_right = KEY_SRIGHT, cn_key_mouse = KEY_MOUSE,
          cn_key_resize = KEY_RESIZE, cn_key_f0 = KEY_F0, cn_key_max = KEY_MAX;
