/// The door to the C library and to ncurses: what Swift cannot reach itself (macros, variadic
/// functions, global variables) and what must be safe inside a signal handler.
#ifndef PINGSHEN_CNCURSES_H
#define PINGSHEN_CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The columns of a scalar by wcwidth in a UTF-8 locale; -1 where it knows none.
int cn_wcwidth(uint32_t scalar);
/// Fills widths[0..<count] for the scalars 0..<count.
void cn_wcwidth_table(int8_t *widths, int count);
/// Sets the process's LC_CTYPE to a UTF-8 locale: the environment's, else C.UTF-8.
bool cn_set_locale(void);

/// How cn_start went.
enum cn_start_result {
  CN_STARTED = 0,
  CN_NO_TERMINAL = 1,
  CN_UNKNOWN_TERMINAL = 2,
  CN_NO_CURSOR_ADDRESSING = 3,
  CN_FAILED = 4,
};

/// Starts ncurses on stdin and stdout, raw, keypad on; installs the signal handlers.
int cn_start(int escape_delay_ms);
/// Sends stderr to the open file `fd` until the terminal is restored.
void cn_redirect_stderr(int fd);

/// Asks on stderr; from then on what is typed is not shown. A signal that ends or stops the process
/// gives the echo back first; brought to the front again it asks anew.
void cn_hide_echo(const char *question);
/// Shows what is typed again; does nothing where it is shown.
void cn_show_echo(void);

/// Writes out what was printed.
/// @return 0, or the error for which some of it is lost.
int cn_flush_stdout(void);
/// Gives the terminal back as it was; safe to call twice.
void cn_stop(void);
/// Leaves the screen, stops the process as Ctrl-Z does, and takes the screen back.
void cn_suspend(void);
/// Takes the screen back after the process was stopped from outside.
void cn_resume(void);

/// The read end of the pipe that signal handlers and wakers write to; not blocking.
int cn_wake_fd(void);
/// Writes one byte to the pipe; safe in a signal handler and on any thread.
void cn_wake(uint8_t byte);
/// The byte that stands for a signal in the pipe.
enum { CN_SIGNAL_BASE = 128 };

/// Columns and rows by the kernel; false where it does not know.
bool cn_window_size(int *columns, int *rows);
/// Tells ncurses the size of the window.
void cn_resize(int columns, int rows);
/// Columns and rows as ncurses has them; 0 while it does not run.
int cn_columns(void);
int cn_rows(void);

/// The number of colours; 0 on a terminal without.
int cn_start_colours(void);
/// Makes colour pair `pair`; -1 is the terminal's own colour.
void cn_define_pair(int pair, int foreground, int background);

/// Attributes of a glyph.
enum {
  CN_BOLD = 1,
  CN_UNDERLINE = 2,
  CN_REVERSE = 4,
  CN_DIM = 8,
  CN_ITALIC = 16,
};

/// Puts one glyph (a spacing scalar and its marks) at a place.
void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);
/// Shows the cursor at a place, or hides it where the row is negative.
void cn_place_cursor(int row, int column);
/// Makes the window blank; what is put again in the same place is not sent again.
void cn_erase(void);
/// Sends what has changed.
void cn_refresh(void);
/// Makes the next refresh paint everything.
void cn_repaint(void);

/// The next byte or key code; -1 where nothing waits.
int cn_getch(void);
/// Gives a key code of ours to a sequence.
void cn_define_key(const char *sequence, int code);
/// Turns reports of presses, double presses and the wheel on or off.
void cn_set_mouse(bool on);

/// One event of the mouse.
struct cn_mouse {
  int column, row;
  bool press, double_press, wheel_up, wheel_down;
};
/// The event that the mouse's key code announced; false where there is none.
bool cn_get_mouse(struct cn_mouse *event);

/// ncurses' codes of the keys, which are macros.
extern const int cn_key_up, cn_key_down, cn_key_left, cn_key_right, cn_key_home, cn_key_end,
    cn_key_page_up, cn_key_page_down, cn_key_insert, cn_key_delete, cn_key_backspace, cn_key_enter,
    cn_key_back_tab, cn_key_shift_up, cn_key_shift_down, cn_key_shift_left, cn_key_shift_right,
    cn_key_mouse, cn_key_resize, cn_key_f0, cn_key_max;

#endif
