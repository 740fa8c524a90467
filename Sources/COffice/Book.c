#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "COffice.h"
#include "Libraries.h"

static struct {
  FUNCTION(workbook_new_opt);
  FUNCTION(workbook_close);
  FUNCTION(workbook_add_worksheet);
  FUNCTION(workbook_add_format);
  FUNCTION(workbook_set_properties);
  FUNCTION(worksheet_write_string);
  FUNCTION(worksheet_write_number);
  FUNCTION(worksheet_write_formula_num);
  FUNCTION(worksheet_write_blank);
  FUNCTION(worksheet_merge_range);
  FUNCTION(worksheet_set_column_opt);
  FUNCTION(worksheet_set_row);
  FUNCTION(worksheet_freeze_panes);
  FUNCTION(worksheet_repeat_rows);
  FUNCTION(worksheet_set_landscape);
  FUNCTION(worksheet_set_paper);
  FUNCTION(worksheet_set_margins);
  FUNCTION(worksheet_fit_to_pages);
  FUNCTION(worksheet_set_footer);
  FUNCTION(worksheet_protect);
  FUNCTION(worksheet_data_validation_range);
  FUNCTION(format_set_num_format);
  FUNCTION(format_set_font_name);
  FUNCTION(format_set_font_size);
  FUNCTION(format_set_bold);
  FUNCTION(format_set_text_wrap);
  FUNCTION(format_set_border);
  FUNCTION(format_set_bg_color);
  FUNCTION(format_set_align);
  FUNCTION(format_set_unlocked);
} lib;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Its structs are not the same from one to the next: the version that the header is of, no other.
  void *handle = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  loaded = RESOLVE(lib, handle, workbook_new_opt) && RESOLVE(lib, handle, workbook_close)
      && RESOLVE(lib, handle, workbook_add_worksheet) && RESOLVE(lib, handle, workbook_add_format)
      && RESOLVE(lib, handle, workbook_set_properties)
      && RESOLVE(lib, handle, worksheet_write_string)
      && RESOLVE(lib, handle, worksheet_write_number)
      && RESOLVE(lib, handle, worksheet_write_formula_num)
      && RESOLVE(lib, handle, worksheet_write_blank)
      && RESOLVE(lib, handle, worksheet_merge_range)
      && RESOLVE(lib, handle, worksheet_set_column_opt)
      && RESOLVE(lib, handle, worksheet_set_row) && RESOLVE(lib, handle, worksheet_freeze_panes)
      && RESOLVE(lib, handle, worksheet_repeat_rows)
      && RESOLVE(lib, handle, worksheet_set_landscape)
      && RESOLVE(lib, handle, worksheet_set_paper) && RESOLVE(lib, handle, worksheet_set_margins)
      && RESOLVE(lib, handle, worksheet_fit_to_pages)
      && RESOLVE(lib, handle, worksheet_set_footer) && RESOLVE(lib, handle, worksheet_protect)
      && RESOLVE(lib, handle, worksheet_data_validation_range)
      && RESOLVE(lib, handle, format_set_num_format) && RESOLVE(lib, handle, format_set_font_name)
      && RESOLVE(lib, handle, format_set_font_size) && RESOLVE(lib, handle, format_set_bold)
      && RESOLVE(lib, handle, format_set_text_wrap) && RESOLVE(lib, handle, format_set_border)
      && RESOLVE(lib, handle, format_set_bg_color) && RESOLVE(lib, handle, format_set_align)
      && RESOLVE(lib, handle, format_set_unlocked);
}

bool coffice_has_book(void) {
  pthread_once(&once, load);
  return loaded;
}

const char *coffice_book_version(void) { return LXW_SOVERSION; }

struct coffice_book {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  int descriptor;
  char path[32];
};

int coffice_book_open(const char *title, int64_t created, struct coffice_book **result) {
  if (!coffice_has_book()) return COFFICE_MISSING;
  // What it writes while it works stays in memory; left to itself it writes to the disk, which keeps it.
  if (access("/dev/shm", W_OK) != 0) return COFFICE_DAMAGED;
  struct coffice_book *book = calloc(1, sizeof *book);
  if (book == NULL) return COFFICE_DAMAGED;
  book->descriptor = coffice_memory_file();
  snprintf(book->path, sizeof book->path, "/proc/self/fd/%d", book->descriptor);
  lxw_workbook_options options = {.tmpdir = "/dev/shm"};
  if (book->descriptor >= 0) book->workbook = lib.workbook_new_opt(book->path, &options);
  if (book->workbook == NULL) {
    if (book->descriptor >= 0) close(book->descriptor);
    free(book);
    return COFFICE_DAMAGED;
  }
  lxw_doc_properties properties = {.title = (char *)title, .created = (time_t)created};
  lib.workbook_set_properties(book->workbook, &properties);
  *result = book;
  return 0;
}

bool coffice_book_add_sheet(struct coffice_book *book, const char *name,
                            const struct coffice_sheet *sheet) {
  lxw_worksheet *added = lib.workbook_add_worksheet(book->workbook, name);
  if (added == NULL) return false;
  book->sheet = added;
  lib.worksheet_set_paper(added, 9);  // A4
  if (sheet->is_landscape) lib.worksheet_set_landscape(added);
  lib.worksheet_set_margins(added, 0.6, 0.6, 0.8, 0.8);
  lib.worksheet_fit_to_pages(added, 1, 0);
  lib.worksheet_set_footer(added, "&C— &P —");
  if (sheet->frozen_rows > 0 || sheet->frozen_columns > 0) {
    lib.worksheet_freeze_panes(added, sheet->frozen_rows, sheet->frozen_columns);
  }
  if (sheet->repeated_to >= sheet->repeated_from) {
    lib.worksheet_repeat_rows(
        added, (lxw_row_t)sheet->repeated_from, (lxw_row_t)sheet->repeated_to);
  }
  if (sheet->is_protected) {
    lxw_protection allowed = {.format_columns = 1, .format_rows = 1};
    lib.worksheet_protect(added, NULL, &allowed);
  }
  return true;
}

void *coffice_book_format(struct coffice_book *book, const struct coffice_format *wanted) {
  lxw_format *format = lib.workbook_add_format(book->workbook);
  if (format == NULL) return NULL;
  if (wanted->number != NULL) lib.format_set_num_format(format, wanted->number);
  lib.format_set_font_name(format, wanted->font);
  lib.format_set_font_size(format, wanted->size);
  if (wanted->is_bold) lib.format_set_bold(format);
  if (wanted->is_wrapped) lib.format_set_text_wrap(format);
  if (wanted->has_border) lib.format_set_border(format, LXW_BORDER_THIN);
  if (wanted->is_unlocked) lib.format_set_unlocked(format);
  if (wanted->fill >= 0) lib.format_set_bg_color(format, (lxw_color_t)wanted->fill);
  static const uint8_t sides[] = {
      LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
  lib.format_set_align(format, sides[wanted->alignment & 3]);
  lib.format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

bool coffice_book_column(struct coffice_book *book, uint16_t column, double width, bool is_hidden) {
  lxw_row_col_options options = {.hidden = is_hidden};
  return lib.worksheet_set_column_opt(book->sheet, column, column, width, NULL, &options)
      == LXW_NO_ERROR;
}

bool coffice_book_row(struct coffice_book *book, uint32_t row, double height) {
  return lib.worksheet_set_row(book->sheet, row, height, NULL) == LXW_NO_ERROR;
}

bool coffice_book_merge(struct coffice_book *book, uint32_t row, uint16_t column, uint32_t last_row,
                        uint16_t last_column, void *format) {
  return lib.worksheet_merge_range(book->sheet, row, column, last_row, last_column, "", format)
      == LXW_NO_ERROR;
}

bool coffice_book_text(struct coffice_book *book, uint32_t row, uint16_t column, const char *text,
                       void *format) {
  return lib.worksheet_write_string(book->sheet, row, column, text, format) == LXW_NO_ERROR;
}

bool coffice_book_number(struct coffice_book *book, uint32_t row, uint16_t column, double number,
                         void *format) {
  return lib.worksheet_write_number(book->sheet, row, column, number, format) == LXW_NO_ERROR;
}

bool coffice_book_formula(struct coffice_book *book, uint32_t row, uint16_t column,
                          const char *formula, double value, void *format) {
  return lib.worksheet_write_formula_num(book->sheet, row, column, formula, format, value)
      == LXW_NO_ERROR;
}

bool coffice_book_blank(struct coffice_book *book, uint32_t row, uint16_t column, void *format) {
  return lib.worksheet_write_blank(book->sheet, row, column, format) == LXW_NO_ERROR;
}

bool coffice_book_check(struct coffice_book *book, uint32_t row, uint16_t column, uint32_t last_row,
                        uint16_t last_column, const struct coffice_check *check) {
  lxw_data_validation validation = {
      .ignore_blank = LXW_VALIDATION_ON,
      .show_input = LXW_VALIDATION_ON,
      .show_error = LXW_VALIDATION_ON,
      .dropdown = LXW_VALIDATION_ON,
      .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
      .error_title = (char *)check->title,
      .error_message = (char *)check->message,
  };
  if (check->list != NULL) {
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = (char **)check->list;
  } else {
    validation.validate =
        check->is_length ? LXW_VALIDATION_TYPE_LENGTH : LXW_VALIDATION_TYPE_DECIMAL;
    validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    validation.minimum_number = check->least;
    validation.maximum_number = check->most;
  }
  return lib.worksheet_data_validation_range(
             book->sheet, row, column, last_row, last_column, &validation)
      == LXW_NO_ERROR;
}

static bool take(int descriptor, char **bytes, size_t *size) {
  off_t end = lseek(descriptor, 0, SEEK_END);
  if (end <= 0) return false;
  char *contents = malloc((size_t)end);
  size_t done = 0;
  while (contents != NULL && done < (size_t)end) {
    ssize_t got = pread(descriptor, contents + done, (size_t)end - done, (off_t)done);
    if (got <= 0) break;
    done += (size_t)got;
  }
  if (contents == NULL || done < (size_t)end) {
    free(contents);
    return false;
  }
  *bytes = contents;
  *size = done;
  return true;
}

int coffice_book_close(struct coffice_book *book, char **bytes, size_t *size) {
  // Closing frees the workbook, whether it could be written or not.
  bool whole = lib.workbook_close(book->workbook) == LXW_NO_ERROR
      && take(book->descriptor, bytes, size);
  close(book->descriptor);
  free(book);
  return whole ? 0 : COFFICE_DAMAGED;
}
