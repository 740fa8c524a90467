// The door to libvterm: a terminal emulator whose cells tests read. Swift imports neither its bit
// fields nor its unions well.
#ifndef CVTERM_H
#define CVTERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A terminal emulator of a given size.
typedef struct cvterm cvterm;

/// The most scalars that one cell holds.
#define CVTERM_SCALARS 6

/// How a colour of a cell was asked for.
enum cvterm_color_kind {
  /// None was asked for.
  CVTERM_COLOR_DEFAULT = 0,
  /// An index into the palette.
  CVTERM_COLOR_INDEX = 1,
  /// Red, green and blue.
  CVTERM_COLOR_RGB = 2,
};

/// A colour of a cell.
struct cvterm_color {
  /// One of `cvterm_color_kind`.
  uint8_t kind;
  uint8_t index;
  uint8_t red, green, blue;
};

/// One cell of the screen.
struct cvterm_cell {
  /// The scalars; nothing is there when `count` is 0.
  uint32_t scalars[CVTERM_SCALARS];
  uint8_t count;
  /// 1 or 2; 0 for the right half of a wide glyph.
  uint8_t width;
  bool bold, underline, reverse;
  struct cvterm_color foreground, background;
};

/// Makes an emulator that reads UTF-8 and knows the alternate screen.
/// @return NULL when there is no memory.
cvterm *cvterm_create(int rows, int cols);

/// Frees an emulator.
void cvterm_free(cvterm *terminal);

/// Clears the screen and forgets every mode.
void cvterm_reset(cvterm *terminal);

/// Feeds what the program wrote.
void cvterm_feed(cvterm *terminal, const uint8_t *bytes, size_t count);

/// Gives the emulator another size, at least 1 by 1.
void cvterm_resize(cvterm *terminal, int rows, int cols);

/// Reads one row into `cells`, which has room for as many cells as the screen is wide.
void cvterm_read_row(const cvterm *terminal, int row, struct cvterm_cell *cells);

/// Where the cursor is, counted from 0, and whether it is shown.
void cvterm_read_cursor(const cvterm *terminal, int *row, int *col, bool *visible);

/// Whether the alternate screen is up.
bool cvterm_alternate(const cvterm *terminal);

/// Takes what the terminal answers to the program's queries.
/// @return the number of bytes put into `bytes`.
size_t cvterm_take_answers(cvterm *terminal, uint8_t *bytes, size_t room);

#endif
