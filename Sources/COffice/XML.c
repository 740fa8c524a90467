#include "COffice.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>

#include "Libraries.h"

static struct {
  FUNCTION(xmlReaderForMemory);
  FUNCTION(xmlTextReaderRead);
  FUNCTION(xmlTextReaderNodeType);
  FUNCTION(xmlTextReaderIsEmptyElement);
  FUNCTION(xmlTextReaderConstLocalName);
  FUNCTION(xmlTextReaderConstNamespaceUri);
  FUNCTION(xmlTextReaderConstValue);
  FUNCTION(xmlTextReaderMoveToNextAttribute);
  FUNCTION(xmlTextReaderSetErrorHandler);
  FUNCTION(xmlFreeTextReader);
} lib;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) handle = dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  loaded = RESOLVE(lib, handle, xmlReaderForMemory) && RESOLVE(lib, handle, xmlTextReaderRead)
      && RESOLVE(lib, handle, xmlTextReaderNodeType)
      && RESOLVE(lib, handle, xmlTextReaderIsEmptyElement)
      && RESOLVE(lib, handle, xmlTextReaderConstLocalName)
      && RESOLVE(lib, handle, xmlTextReaderConstNamespaceUri)
      && RESOLVE(lib, handle, xmlTextReaderConstValue)
      && RESOLVE(lib, handle, xmlTextReaderMoveToNextAttribute)
      && RESOLVE(lib, handle, xmlTextReaderSetErrorHandler)
      && RESOLVE(lib, handle, xmlFreeTextReader);
}

bool coffice_has_xml(void) {
  pthread_once(&once, load);
  return loaded;
}

struct coffice_xml {
  xmlTextReaderPtr reader;
};

// What libxml2 has to say of a file is not for the screen.
static void ignore(void *context, const char *message, xmlParserSeverities severity,
                   xmlTextReaderLocatorPtr locator) {
  (void)context;
  (void)message;
  (void)severity;
  (void)locator;
}

int coffice_xml_open(const void *bytes, size_t size, struct coffice_xml **result) {
  if (!coffice_has_xml()) return COFFICE_MISSING;
  if (size == 0 || size > INT_MAX) return COFFICE_DAMAGED;
  xmlTextReaderPtr reader = lib.xmlReaderForMemory(
      bytes, (int)size, NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA
          | XML_PARSE_COMPACT);
  if (reader == NULL) return COFFICE_DAMAGED;
  lib.xmlTextReaderSetErrorHandler(reader, ignore, NULL);
  struct coffice_xml *xml = malloc(sizeof *xml);
  if (xml == NULL) {
    lib.xmlFreeTextReader(reader);
    return COFFICE_DAMAGED;
  }
  xml->reader = reader;
  *result = xml;
  return 0;
}

void coffice_xml_close(struct coffice_xml *xml) {
  lib.xmlFreeTextReader(xml->reader);
  free(xml);
}

int coffice_xml_next(struct coffice_xml *xml) {
  for (;;) {
    int got = lib.xmlTextReaderRead(xml->reader);
    if (got < 0) return COFFICE_DAMAGED;
    if (got == 0) return COFFICE_END_OF_FILE;
    switch (lib.xmlTextReaderNodeType(xml->reader)) {
      case XML_READER_TYPE_ELEMENT: return COFFICE_START;
      case XML_READER_TYPE_END_ELEMENT: return COFFICE_END;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return COFFICE_TEXT;
      // No writer of office documents has one; what has, wants entities.
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
      case XML_READER_TYPE_ENTITY: return COFFICE_FORBIDDEN;
      default: break;
    }
  }
}

bool coffice_xml_is_empty(struct coffice_xml *xml) {
  return lib.xmlTextReaderIsEmptyElement(xml->reader) == 1;
}

static const char *text(const xmlChar *text) { return text == NULL ? "" : (const char *)text; }

const char *coffice_xml_name(struct coffice_xml *xml) {
  return text(lib.xmlTextReaderConstLocalName(xml->reader));
}

const char *coffice_xml_namespace(struct coffice_xml *xml) {
  return text(lib.xmlTextReaderConstNamespaceUri(xml->reader));
}

const char *coffice_xml_text(struct coffice_xml *xml) {
  return text(lib.xmlTextReaderConstValue(xml->reader));
}

bool coffice_xml_next_attribute(struct coffice_xml *xml) {
  return lib.xmlTextReaderMoveToNextAttribute(xml->reader) == 1;
}
