#include "CVterm.h"

#include <stdio.h>
#include <stdlib.h>
#include <vterm.h>

struct cvterm {
  VTerm *vterm;
  VTermScreen *screen;
  // The size that the tests see; the emulator's own is never under two columns.
  int rows, cols;
  bool cursor_visible, alternate;
};

// libvterm 0.1.4 writes past the row when a wide glyph meets a screen of one column.
static int emulated(int cols) { return cols < 2 ? 2 : cols; }

static int on_property(VTermProp property, VTermValue *value, void *user) {
  cvterm *terminal = user;
  if (property == VTERM_PROP_CURSORVISIBLE) terminal->cursor_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) terminal->alternate = value->boolean;
  return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

// Brings the cursor back into the screen: libvterm 0.1.4 lets it leave when the screen shrinks or a
// cursor saved before that is restored, and then writes there.
static void bound_cursor(cvterm *terminal) {
  VTermPos position;
  int rows, cols;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &position);
  vterm_get_size(terminal->vterm, &rows, &cols);
  bool inside = position.row >= 0 && position.row < rows && position.col >= 0
      && position.col < cols;
  if (inside) return;
  int row = position.row < 0 ? 0 : position.row, col = position.col < 0 ? 0 : position.col;
  char sequence[32];
  int length = snprintf(sequence, sizeof sequence, "\x1b[%d;%dH", row + 1, col + 1);
  vterm_input_write(terminal->vterm, sequence, (size_t)length);
}

cvterm *cvterm_create(int rows, int cols) {
  cvterm *terminal = calloc(1, sizeof *terminal);
  if (terminal == NULL) return NULL;
  terminal->vterm = vterm_new(rows, emulated(cols));
  if (terminal->vterm == NULL) {
    free(terminal);
    return NULL;
  }
  terminal->rows = rows;
  terminal->cols = cols;
  terminal->cursor_visible = true;
  vterm_set_utf8(terminal->vterm, 1);
  terminal->screen = vterm_obtain_screen(terminal->vterm);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
  return terminal;
}

void cvterm_free(cvterm *terminal) {
  if (terminal == NULL) return;
  vterm_free(terminal->vterm);
  free(terminal);
}

void cvterm_reset(cvterm *terminal) { vterm_screen_reset(terminal->screen, 1); }

void cvterm_feed(cvterm *terminal, const uint8_t *bytes, size_t count) {
  const char *text = (const char *)bytes;
  size_t fed = 0;
  for (size_t index = 0; index < count; index++) {
    // The last bytes of the sequences that restore a cursor: CSI ? 1049 l, ESC 8, CSI u.
    if (text[index] != 'l' && text[index] != '8' && text[index] != 'u') continue;
    vterm_input_write(terminal->vterm, text + fed, index + 1 - fed);
    fed = index + 1;
    bound_cursor(terminal);
  }
  vterm_input_write(terminal->vterm, text + fed, count - fed);
}

void cvterm_resize(cvterm *terminal, int rows, int cols) {
  terminal->rows = rows < 1 ? 1 : rows;
  terminal->cols = cols < 1 ? 1 : cols;
  vterm_set_size(terminal->vterm, terminal->rows, emulated(terminal->cols));
  bound_cursor(terminal);
}

static struct cvterm_color color(VTermColor value) {
  struct cvterm_color result = {.kind = CVTERM_COLOR_DEFAULT};
  if (VTERM_COLOR_IS_DEFAULT_FG(&value) || VTERM_COLOR_IS_DEFAULT_BG(&value)) return result;
  if (VTERM_COLOR_IS_INDEXED(&value)) {
    result.kind = CVTERM_COLOR_INDEX;
    result.index = value.indexed.idx;
  } else {
    result.kind = CVTERM_COLOR_RGB;
    result.red = value.rgb.red;
    result.green = value.rgb.green;
    result.blue = value.rgb.blue;
  }
  return result;
}

void cvterm_read_row(const cvterm *terminal, int row, struct cvterm_cell *cells) {
  for (int col = 0; col < terminal->cols; col++) {
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = col}, &cell);
    struct cvterm_cell *out = &cells[col];
    *out = (struct cvterm_cell){
        .width = (uint8_t)cell.width,
        .bold = cell.attrs.bold,
        .underline = cell.attrs.underline != 0,
        .reverse = cell.attrs.reverse,
        .foreground = color(cell.fg),
        .background = color(cell.bg),
    };
    // libvterm marks the right half of a wide glyph by a scalar of all ones.
    if (cell.chars[0] == (uint32_t)-1) {
      out->width = 0;
      continue;
    }
    while (out->count < CVTERM_SCALARS && out->count < VTERM_MAX_CHARS_PER_CELL
           && cell.chars[out->count] != 0) {
      out->scalars[out->count] = cell.chars[out->count];
      out->count++;
    }
  }
}

void cvterm_read_cursor(const cvterm *terminal, int *row, int *col, bool *visible) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &position);
  *row = position.row;
  *col = position.col;
  *visible = terminal->cursor_visible;
}

bool cvterm_alternate(const cvterm *terminal) { return terminal->alternate; }

size_t cvterm_take_answers(cvterm *terminal, uint8_t *bytes, size_t room) {
  return vterm_output_read(terminal->vterm, (char *)bytes, room);
}
