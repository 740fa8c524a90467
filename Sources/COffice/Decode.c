#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "COffice.h"

char *coffice_decode(const char *encoding, const void *bytes, size_t count, size_t *size) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return NULL;
  // No character of two bytes or more grows beyond twice its size; one of a byte stays one.
  size_t room = count * 2 + 16;
  char *result = malloc(room);
  char *input = (char *)bytes, *output = result;
  size_t left = count, space = room;
  bool whole = result != NULL && iconv(converter, &input, &left, &output, &space) != (size_t)-1
      && left == 0 && iconv(converter, NULL, NULL, &output, &space) != (size_t)-1;
  iconv_close(converter);
  if (!whole) {
    free(result);
    return NULL;
  }
  *size = room - space;
  return result;
}
