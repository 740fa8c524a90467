// The door to libarchive, libxml2, libxlsxwriter and iconv, and to children with limits. The libraries
// are loaded when they are first used: linked, they and what they need would cost every start of the
// program.
#ifndef COFFICE_H
#define COFFICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What is wrong, for calls that return an int below 0.
enum coffice_fault {
  COFFICE_MISSING = -1,    // the library is not on this machine
  COFFICE_DAMAGED = -2,    // the file is not what it should be
  COFFICE_FORBIDDEN = -3,  // a document type with entities
  COFFICE_PASSWORD = -4,   // encrypted
};

/// Whether a library can be loaded.
bool coffice_has_archive(void);
bool coffice_has_xml(void);
bool coffice_has_book(void);
/// The version of libxlsxwriter that is asked for, as it stands in the name of its package.
const char *coffice_book_version(void);

/// An archive in memory or in a file, read entry by entry.
struct coffice_archive;

/// Opens an archive; the bytes stay the caller's and must outlive it.
/// @return 0 or a fault.
int coffice_archive_open(const void *bytes, size_t size, struct coffice_archive **archive);
/// Opens an archive that a descriptor reads, which stays the caller's.
/// @return 0 or a fault.
int coffice_archive_open_descriptor(int descriptor, struct coffice_archive **archive);
void coffice_archive_close(struct coffice_archive *archive);
/// Goes to the next entry.
/// @return 1 for an entry, 0 at the end, or a fault.
int coffice_archive_next(struct coffice_archive *archive);
/// The bytes of the entry's name as they are in the archive; never NULL.
const char *coffice_archive_name(struct coffice_archive *archive);
/// Whether the entry is a plain file: no folder, link or device.
bool coffice_archive_is_file(struct coffice_archive *archive);
bool coffice_archive_is_encrypted(struct coffice_archive *archive);
/// Reads on in the entry.
/// @return the bytes read, 0 at the end, or a fault.
long coffice_archive_read(struct coffice_archive *archive, void *buffer, size_t size);

/// A zip in memory, written entry by entry; the same entries give the same bytes.
struct coffice_zip;

/// @return 0 or a fault.
int coffice_zip_open(struct coffice_zip **zip);
int coffice_zip_add(struct coffice_zip *zip, const char *name, const void *bytes, size_t size);
/// Ends the zip and frees it.
/// @param bytes set to what was written, to be freed, unless there is a fault.
int coffice_zip_close(struct coffice_zip *zip, char **bytes, size_t *size);

/// A document of XML in memory, read event by event; no entities, no network, no DTD.
struct coffice_xml;

enum coffice_event { COFFICE_END_OF_FILE, COFFICE_START, COFFICE_END, COFFICE_TEXT };

/// @return 0 or a fault.
int coffice_xml_open(const void *bytes, size_t size, struct coffice_xml **xml);
void coffice_xml_close(struct coffice_xml *xml);
/// @return an event or a fault.
int coffice_xml_next(struct coffice_xml *xml);
/// Whether the element that started has no end of its own to come.
bool coffice_xml_is_empty(struct coffice_xml *xml);
/// The local name of the element and the address of its namespace; never NULL.
const char *coffice_xml_name(struct coffice_xml *xml);
const char *coffice_xml_namespace(struct coffice_xml *xml);
/// The text of the event; never NULL.
const char *coffice_xml_text(struct coffice_xml *xml);
/// Goes to the element's next attribute, or to its first after the event.
bool coffice_xml_next_attribute(struct coffice_xml *xml);

/// A workbook in memory, written sheet by sheet.
struct coffice_book;

/// How a sheet is shown and printed; rows and columns are counted from 0 everywhere.
struct coffice_sheet {
  bool is_landscape;
  bool is_protected;
  uint32_t frozen_rows;
  uint16_t frozen_columns;
  int32_t repeated_from;  // rows that every page has at its top; none where the last is before
  int32_t repeated_to;
};

/// How a cell looks.
struct coffice_format {
  const char *number;  // the format of numbers, or NULL
  const char *font;
  double size;
  int32_t fill;  // a colour such as 0xFFFFCC, or below 0
  uint8_t alignment;  // 0 by what it holds, 1 left, 2 centre, 3 right
  bool is_bold;
  bool is_wrapped;
  bool has_border;
  bool is_unlocked;
};

/// What may be typed into a cell.
struct coffice_check {
  const char *const *list;  // ended by NULL; or NULL for a number or a length
  bool is_length;
  double least, most;
  const char *title;    // of the refusal, 32 characters at most
  const char *message;  // 255 characters at most
};

/// @param created the date that the workbook bears, seconds since 1970.
/// @return 0 or a fault.
int coffice_book_open(const char *title, int64_t created, struct coffice_book **book);
/// Adds a sheet; what follows is written into it.
bool coffice_book_add_sheet(struct coffice_book *book, const char *name,
                            const struct coffice_sheet *sheet);
/// @return a format of the workbook, or NULL.
void *coffice_book_format(struct coffice_book *book, const struct coffice_format *format);
bool coffice_book_column(struct coffice_book *book, uint16_t column, double width, bool is_hidden);
bool coffice_book_row(struct coffice_book *book, uint32_t row, double height);
/// Merges cells; the first of them is written after.
bool coffice_book_merge(struct coffice_book *book, uint32_t row, uint16_t column, uint32_t last_row,
                        uint16_t last_column, void *format);
bool coffice_book_text(struct coffice_book *book, uint32_t row, uint16_t column, const char *text,
                       void *format);
bool coffice_book_number(struct coffice_book *book, uint32_t row, uint16_t column, double number,
                         void *format);
/// A formula with the value that it has, for readers that do not compute.
bool coffice_book_formula(struct coffice_book *book, uint32_t row, uint16_t column,
                          const char *formula, double value, void *format);
bool coffice_book_blank(struct coffice_book *book, uint32_t row, uint16_t column, void *format);
bool coffice_book_check(struct coffice_book *book, uint32_t row, uint16_t column, uint32_t last_row,
                        uint16_t last_column, const struct coffice_check *check);
/// Ends the workbook and frees it.
/// @param bytes set to what was written, to be freed, unless there is a fault.
int coffice_book_close(struct coffice_book *book, char **bytes, size_t *size);

/// Turns bytes of an encoding into UTF-8, strictly.
/// @param size set to the length of the result.
/// @return the text, to be freed, or NULL where the bytes are not of that encoding.
char *coffice_decode(const char *encoding, const void *bytes, size_t count, size_t *size);

/// A file without a name in memory, close-on-exec.
/// @return the descriptor, or below 0.
int coffice_memory_file(void);

/// What a child may use.
struct coffice_limits {
  uint64_t memory;      // bytes of address space, 0 for no limit
  uint64_t file_size;   // bytes that it may write into one file
  uint32_t cpu_seconds;
  uint32_t wall_seconds;
  size_t output;        // bytes taken from its output
};

/// How a child ended.
struct coffice_end {
  int32_t code;      // the exit status, or -1 when a signal ended it
  int32_t signal;
  bool timed_out;
  bool overflowed;   // it wrote more than is taken
  char *output;      // to be freed
  size_t output_size;
  char message[1024];  // the beginning of what it wrote on stderr
};

/// Runs a program without network, with limits, its input from a descriptor (or -1), and waits.
/// @return 0, or minus an errno value when it could not be started.
int coffice_run(const char *path, char *const argv[], char *const envp[], const char *cwd, int input,
                const struct coffice_limits *limits, struct coffice_end *end);

#endif
